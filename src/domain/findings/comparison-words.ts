import type { Change } from '../figures/change.ts'
import { formatDifference, isLevel, type Measured } from '../measures/format.ts'

/** The one author of how a figure differs from another, and from a year before, in a sentence. */

/**
 * How one figure differs from another; null where both are level.
 * @example −96 people → '96 fewer'; 3% → '3 percentage points higher'; −2 days → '2 days shorter'
 */
export function differenceInWords(measure: Measured, difference: number): string | null {
  if (isLevel(measure, difference)) return null
  const [more, less] = comparatives[measure.unit]
  return `${formatDifference(measure, difference)} ${difference > 0 ? more : less}`
}

const comparatives: Record<Measured['unit'], readonly [string, string]> = {
  count: ['more', 'fewer'],
  days: ['longer', 'shorter'],
  'working-days': ['longer', 'shorter'],
  percent: ['higher', 'lower'],
  rate: ['higher', 'lower'],
  ratio: ['higher', 'lower'],
  pounds: ['higher', 'lower'],
}

/**
 * '21 fewer than a year before', 'the same as a year before', 'about the same as a year before'; null where there is
 * nothing to compare with.
 */
export function yearInWords(measure: Measured, change: Change, isRounded = false): string | null {
  if (change.kind === 'none') return null
  const words = differenceInWords(measure, change.by)
  return words === null
    ? `${levelInWords(change, isRounded)} as a year before`
    : `${words} than a year before`
}

/**
 * Two figures that are shown alike are the same where nothing was rounded away, and about the same where something may
 * have been: officers read 16 and 17 of what the panel reads as 15 and 15.
 */
export function levelInWords({ by }: { by: number }, isRounded: boolean): string {
  return isRounded || Math.abs(by) > dust ? 'about the same' : 'the same'
}

/** What binary arithmetic leaves of a difference that is none. */
const dust = 1e-9

/** The same; where there is no comparison, why not. */
export function yearOrWhyNot(measure: Measured, change: Change, isRounded = false): string {
  if (change.kind === 'change') return yearInWords(measure, change, isRounded) ?? ''
  switch (change.reason) {
    case 'not-comparable':
      return 'not comparable with a year before'
    case 'no-figure':
      return 'no figure a year before to compare with'
  }
}
