import { countOf, isOrAre, listed, numberInWords } from '../../domain/measures/format.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import type { EmergingModel, SignalRow } from './emerging-model.ts'

type Counted = Pick<EmergingModel, 'tested' | 'untested' | 'flagged' | 'measures' | 'meanings' | 'toConfirm'>

/**
 * The page's finding.
 * @example '74 of 505 tested series show a recent change, in 17 measures'
 */
export function writeEmergingFinding({ tested, flagged, measures }: Counted): string {
  if (tested === 0) return 'No series could be tested for recent change'
  if (flagged === 0)
    return `Nothing stands out: none of ${countOf(tested, 'tested series', 'tested series')} shows a recent change`
  const verb = flagged === 1 ? 'shows' : 'show'
  return `${capital(numberInWords(flagged))} of ${numberInWords(tested)} tested series ${verb} a recent change, in ${numberInWords(measures)} ${measures === 1 ? 'measure' : 'measures'}`
}

/**
 * How many are which, and how many of them chance alone may have made.
 * @example '40 are concerns, nine are neither better nor worse and 25 are improvements. About 1 in 15 flags …'
 */
export function writeEmergingStandfirst(
  { flagged, meanings, toConfirm }: Counted,
  bearableFalseAlarms: number,
): string {
  const waiting = toConfirmInWords(toConfirm.length)
  if (flagged === 0)
    return `That is no proof that nothing has changed: a small or very recent change can be missed.${waiting}`
  const parts = (
    [
      [meanings.concern, meanings.concern === 1 ? 'a concern' : 'concerns'],
      [meanings.neutral, 'neither better nor worse'],
      [meanings.improvement, meanings.improvement === 1 ? 'an improvement' : 'improvements'],
    ] as const
  )
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${numberInWords(count)} ${isOrAre(count)} ${words}`)
  return `${capital(listed(parts))}. ${falseAlarmsInWords(bearableFalseAlarms)}${waiting}`
}

/** Empty where there is none. */
function toConfirmInWords(series: number): string {
  if (series === 0) return ''
  return ` ${series === 1 ? 'One more series holds' : `${countOf(series, 'more series', 'more series')} hold`} a figure far outside all others, which is to be confirmed first.`
}

/** @example 0.065 → 'Expect about 1 in 15 of such flags to be a false alarm; nobody can tell which.' */
export function falseAlarmsInWords(bearableFalseAlarms: number): string {
  return `Expect about 1 in ${Math.round(1 / bearableFalseAlarms)} of such flags to be a false alarm; nobody can tell which.`
}

/** Null where no target is set for the series. */
export function targetInWords({ change }: Pick<SignalRow, 'change'>): string | null {
  if (change.meetsTarget === null) return null
  if (!change.meetsTarget) return 'Outside its target'
  return change.meaning === 'concern' ? 'Still inside its target' : 'Inside its target'
}

/** Officers' actions are not in the protected set: there, no more can be said than that none is published. */
export function actionInWords(
  { change, audience: own }: Pick<SignalRow, 'change' | 'audience'>,
  audience: 'exact' | 'protected',
): string {
  if (change.action !== null) return `Action ${change.action} covers this measure`
  return (own ?? audience) === 'exact' ? 'No open action covers it' : 'No published action covers it'
}
