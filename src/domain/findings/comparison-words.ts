import type { Change } from '../figures/change.ts'
import { apart } from '../measures/apart.ts'
import { formatDifference, isLevel, type Measured } from '../measures/format.ts'
import { decimalsOfPace } from './tell-apart.ts'

/** The one author of how a figure differs from another, and from a year before, in a sentence, and of the size of a move. */

/**
 * How one figure differs from another, as both are written; null where they are written alike.
 * @example −96 people → '96 fewer'; 3% → '3 percentage points higher'; −2 days → '2 days shorter'
 */
export function differenceInWords(measure: Measured, difference: number, other: number): string | null {
  const { by, measure: shown } = apart(measure, difference, other)
  const [more, less] = comparatives[measure.unit]
  return by === 0 ? null : `${formatDifference(shown, by)} ${by > 0 ? more : less}`
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
  const words = differenceInWords(measure, change.by, change.was)
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

/** The size of a difference that is not nought, even where it is smaller than the smallest step shown. */
export function sizeInWords(measure: Measured, difference: number): string {
  return isLevel(measure, difference)
    ? `less than ${formatDifference(measure, 10 ** -measure.decimals)}`
    : formatDifference(measure, difference)
}

/** What comes in each period, with a decimal more where it would be shown as less than one. */
export function paceSizeInWords(measure: Measured, pace: number): string {
  return sizeInWords({ ...measure, decimals: decimalsOfPace(measure, pace) }, pace)
}
