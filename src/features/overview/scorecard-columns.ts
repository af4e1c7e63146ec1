import { themeNames } from '../../domain/measures/measure.ts'
import { isWorthALook, needsAttention, type RowModel } from './scorecard-model.ts'

type Cell = string | number | null

/** How a row of the scorecard is written to a file. */
export const scorecardColumns: readonly { head: string; text: (row: RowModel) => Cell }[] = [
  { head: 'Theme', text: ({ theme }) => themeNames[theme] },
  { head: 'Measure', text: ({ name }) => name },
  { head: 'Unit', text: ({ unit }) => unit },
  { head: 'Owner', text: ({ owner }) => owner },
  { head: 'Latest', text: ({ value }) => value.number ?? value.text },
  { head: 'At', text: ({ observedAt }) => observedAt },
  { head: 'On period', text: ({ onPeriod }) => withoutNoise(onPeriod.number) },
  { head: 'On year', text: ({ onYear }) => withoutNoise(onYear.number) },
  { head: 'Variation', text: variationInWords },
  { head: 'Usual range from', text: ({ limits }) => limits?.lower ?? null },
  { head: 'Mean', text: ({ limits }) => limits?.mean ?? null },
  { head: 'Usual range to', text: ({ limits }) => limits?.upper ?? null },
  { head: 'Target', text: ({ target }) => target.sub },
  { head: 'Against target', text: ({ target }) => target.text },
  { head: 'Against plan', text: ({ plan }) => plan.text },
  { head: 'Gap to plan', text: ({ plan }) => withoutNoise(plan.gap) },
  { head: 'Milestone', text: ({ milestone }) => milestone?.title ?? null },
  { head: 'Milestone status', text: ({ milestone }) => milestone?.sub ?? null },
  { head: 'Figure status', text: ({ figure }) => figure.text },
  { head: 'Needs attention', text: (row) => (needsAttention(row) ? reasonsOf(row) : null) },
  { head: 'Worth a look', text: (row) => (isWorthALook(row) ? reasonsOf(row) : null) },
  { head: 'Finding', text: ({ finding }) => finding },
]

function reasonsOf({ attention }: RowModel): string | null {
  return attention?.sentences.join(' ') ?? null
}

/** @example 'Concerning, high: flagged in August' */
export function variationInWords({ variation }: Pick<RowModel, 'variation'>): string {
  return [variation.text, variation.sub].filter(Boolean).join(': ')
}

/** A difference of two decimals ends in binary noise: 72 − 70.8 is 1.2000000000000028. */
function withoutNoise(difference: number | null): number | null {
  return difference === null ? null : Number(difference.toPrecision(12))
}
