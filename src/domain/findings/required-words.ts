import { leastTold } from '../forecast/chance-words.ts'
import { type RequiredChange, standingOfRequired } from '../forecast/required-change.ts'
import { capital } from '../measures/letter-case.ts'
import { formatDate } from '../periods/labels.ts'
import type { Frequency } from '../periods/period.ts'
import { paceSizeInWords } from './comparison-words.ts'
import { targetValueInWords, type WordedMeasure } from './figure-words.ts'
import type { ParagraphContext } from './paragraph-context.ts'
import { decimalsApart, roundTo } from './tell-apart.ts'

/**
 * How what is needed stands to the most that was ever kept up: decided by the figures themselves, before any is
 * rounded. `slightly-more`: more, by less than one decimal more than the measure has can show.
 */
type Standing = ReturnType<typeof standingOfRequired> | 'slightly-more'

/** What a period would have to bring beside what was ever kept up, as it is shown everywhere. */
export interface RequiredPaces {
  standing: Standing
  needed: string
  /** null where no span moved that way; left out where too few are held to tell */
  best?: string | null
  typical?: string | null
  latest?: string | null
}

/** How long the spans are of which paces are told. */
export const paceSpans: Record<Frequency, { over: string; any: string; last: string; usual: string }> = {
  month: spanOf('six months'),
  quarter: spanOf('two quarters'),
  year: { over: 'a year', any: 'any year', last: 'the last year', usual: 'a usual year' },
}

function spanOf(span: string) {
  return { over: span, any: `any ${span}`, last: `the last ${span}`, usual: `a usual ${span}` }
}

/**
 * Needed and best with as many decimals as show which is more, one more than the measure has at most. What is needed is
 * rounded up, since less would not do, and under ten of whole figures with one decimal: 2 would be half as much again as
 * 1.33.
 *
 * @example 3.33 and 3.17 days → '3.4 days' and '3.2 days', more; 3.34 and 3.33 → '3.4 days', slightly more; 12.2 → '13'
 */
export function requiredPaces(
  measure: WordedMeasure,
  { needed, best, typical, latest }: RequiredChange,
): RequiredPaces {
  const standing = standingOfRequired({ needed, best, latest })
  const beside = standing === 'kept-lately' ? (latest ?? null) : best
  const own = decimalsOfNeed(measure, needed)
  const apart =
    beside !== null && beside > 0 ? decimalsApart(own, needed, beside, measure.decimals + 1) : null
  // what stands beside it is told with the same decimals
  const shown = { ...measure, decimals: apart ?? own }
  const isKept = standing === 'kept-lately' || standing === 'kept-before'
  const enough = roundUp(needed, shown.decimals)
  // nothing is needed that is more than the as much that was kept up
  const isTooMuch = isKept && beside !== null && enough > roundTo(beside, shown.decimals)
  const moved = (pace: number) => (pace > 0 ? paceSizeInWords(shown, pace) : null)
  return {
    standing: standing === 'more' && apart === null ? 'slightly-more' : standing,
    needed: paceSizeInWords(shown, isTooMuch ? needed : enough),
    ...(best === null ? {} : { best: moved(best) }),
    ...(typical === null ? {} : { typical: moved(typical) }),
    ...(latest == null ? {} : { latest: moved(latest) }),
  }
}

function decimalsOfNeed({ decimals }: WordedMeasure, needed: number): number {
  return decimals === 0 && needed < 10 && !Number.isInteger(roundTo(needed, 6)) ? 1 : decimals
}

/** What arithmetic alone leaves beyond a whole step is none. @example 2.17 with one decimal → 2.2 */
function roundUp(needed: number, decimals: number): number {
  return Math.ceil(roundTo(needed * 10 ** decimals, 6)) / 10 ** decimals
}

/**
 * What meeting the target by its date would take each period, beside what was kept up over half a year; of figures before a
 * change of definition nothing is said.
 *
 * @example 'To meet the target of 150 by 31 Mar 2026, the figure must come down by 26 a month. That is more than was
 * ever kept up over six months: 12 a month at most. The last six months brought 5 a month; a usual six months brings 4 a month.'
 */
export function requiredInWords(
  measure: WordedMeasure,
  target: number,
  frequency: Frequency,
  { required, targetDate, improvement, reach, caveats }: ParagraphContext,
): string[] {
  if (!required || targetDate === null || improvement === 'neutral' || required.needed <= 0) return []
  const shown = targetValueInWords(measure, target)
  const way = improvement === 'increase' ? 'go up' : 'come down'
  // the chances, told just before, have named target and date
  const everBy = reach?.kind === 'chances' ? reach.everBy : null
  const goal = everBy !== null ? 'To meet it' : `To meet the target of ${shown} by ${formatDate(targetDate)}`
  const paces = requiredPaces(measure, required)
  const by = `${way} by ${paces.needed} a ${frequency}.`
  // what may be met by chance, as was just said, need not come so
  const needed =
    everBy !== null && everBy >= leastTold
      ? `To get there steadily, the figure would have to ${by}`
      : `${goal}, the figure must ${by}`
  const { over, any, last } = paceSpans[frequency]
  const levels = caveats.hasRecordedLevel ? ', apart from recorded changes of level' : ''
  const since = `${caveats.breaks.length > 0 ? ' since the definition changed' : ''}${levels}`
  const each = ` a ${frequency}`
  const usual = usualInWords(paces, frequency)
  switch (paces.standing) {
    case 'never-measured':
      return [needed, ...usual]
    case 'never-moved':
      return [needed, `It has not moved that way over ${any}${since}.`]
    case 'more':
      return [
        needed,
        `That is more than was ever kept up over ${over}${since}: ${paces.best}${each} at most.`,
        ...usual,
      ]
    case 'slightly-more':
      return [needed, `That is slightly more than was ever kept up over ${over}${since}.`, ...usual]
    case 'kept-before':
      return [
        needed,
        `As much was kept up before${levels}: ${paces.best}${frequency === 'year' ? ' in' : `${each} over`} ${over}.`,
        ...usual,
      ]
    case 'kept-lately':
      return [needed, `${capital(last)} brought as much: ${paces.latest}${each}.`]
  }
}

/** What the last span brought, and a usual one, as far as either is known. */
function usualInWords({ latest, typical }: RequiredPaces, frequency: Frequency): string[] {
  const { last, usual } = paceSpans[frequency]
  const brought = (pace: string | null) => (pace === null ? 'no move that way' : `${pace} a ${frequency}`)
  if (latest === undefined && typical === undefined) return []
  if (latest === undefined) return [`${capital(usual)} brought ${brought(typical ?? null)}.`]
  if (typical === undefined) return [`${capital(last)} brought ${brought(latest)}.`]
  if (latest === null && typical === null) return [`Neither ${last} nor ${usual} brought a move that way.`]
  if (latest === typical) return [`${capital(last)} brought ${brought(latest)}, as ${usual} did.`]
  return [
    `${capital(last)} brought ${brought(latest)}; ${usual} brings ${typical === null ? 'none' : brought(typical)}.`,
  ]
}
