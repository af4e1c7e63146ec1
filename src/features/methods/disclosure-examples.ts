import { protectFigure } from '../../domain/disclosure/protect.ts'
import type { Figure } from '../../domain/figures/figure.ts'
import { formatNumber } from '../../domain/measures/format.ts'

const figure: Figure = {
  kpi: 'example',
  dimension: 'town',
  member: '',
  period: '2025-09',
  value: null,
  numerator: null,
  denominator: null,
  n: null,
  availability: 'present',
  provisional: false,
  asAt: '2025-10-06',
}

const count = { id: 'example', unit: 'count', aggregation: 'S', sdc: 'people', decimals: 0 } as const
const share = { ...count, unit: 'percent', aggregation: 'W', decimals: 1 } as const

const counts = [0, 3, 7, 412]
const shares: readonly [number, number][] = [
  [28, 64],
  [3, 40],
  [38, 40],
  [9, 15],
]

/** Exact figures and what the protected set makes of them, by the rule itself. */
export function protectExamples(): { exact: string; shown: string }[] {
  return [
    ...counts.map((value) => ({
      exact: formatNumber(value, 0),
      shown: shownAs(protectFigure(count, { ...figure, value }), ''),
    })),
    ...shares.map(([numerator, denominator]) => {
      const value = (100 * numerator) / denominator
      return {
        exact: `${numerator} of ${denominator} (${formatNumber(value, 1)}%)`,
        shown: shownAs(protectFigure(share, { ...figure, value, numerator, denominator }), '%'),
      }
    }),
  ]
}

function shownAs(shielded: Figure | null, sign: string): string {
  return shielded?.value == null ? 'withheld [c]' : `${formatNumber(shielded.value, 0)}${sign}`
}
