import { proposedPolicy } from '../../domain/disclosure/policy.ts'
import type { Audience } from '../../domain/editions/publication.ts'
import { formatNumber } from '../../domain/measures/format.ts'
import { formatPeriod } from '../../domain/periods/labels.ts'
import { type CardPoint, figureInShort, type ThemeCard } from './theme-cards.ts'

export interface HeatCell {
  period: string
  /** '32', '[c]', '[x]' */
  count: string
  /** '41%'; null where there is none */
  share: string | null
  /** how dark: 0 to 5, by the share */
  depth: number
}

export interface HeatTableModel {
  columns: { period: string; label: string; base: string; isProvisional: boolean }[]
  rows: { member: string; label: string; cells: HeatCell[] }[]
}

/** The steps of the shading, in percent of concluded enquiries; each begins at its number. */
export const heatSteps = [0, 5, 10, 20, 30, 40] as const

/** Periods of the table: a year of months, two years of quarters. */
const periodsShown = { month: 12, quarter: 8, year: 5 } as const

/**
 * Categories by period, each cell with its count and its share of the enquiries that were concluded then. Several
 * categories may be recorded for one enquiry, so shares of a column pass 100% and are never added up.
 */
export function buildHeatTable(
  cards: readonly ThemeCard[],
  frequency: keyof typeof periodsShown,
  audience: Audience,
): HeatTableModel {
  const rows = cards.map(({ member, label, points }) => ({
    member,
    label,
    points: points.slice(-periodsShown[frequency]),
  }))
  const periods = rows[0]?.points.map(({ period }) => period) ?? []
  return {
    columns: periods.map((period, column) => {
      const points = rows.flatMap((row) => row.points[column] ?? [])
      return {
        period,
        label: formatPeriod(period),
        base: baseOf(points),
        isProvisional: points.some(({ provisional }) => provisional),
      }
    }),
    rows: rows.map(({ member, label, points }) => ({
      member,
      label,
      cells: points.map((point) => cellOf(point, audience)),
    })),
  }
}

function cellOf(point: CardPoint, audience: Audience): HeatCell {
  const share = shareOf(point, audience)
  return {
    period: point.period,
    // what is provisional is so for the whole column, and said in its head
    count: figureInShort({ ...point, provisional: false }),
    share: share === null ? null : `${formatNumber(share, 0)}%`,
    depth: share === null ? 0 : heatSteps.filter((step) => step > 0 && share >= step).length,
  }
}

/**
 * The share of concluded enquiries, in percent; null without both counts, and in the protected set where the base is
 * under the least that its policy allows a share of.
 * @example 32 of 78 → 41.03
 */
export function shareOf({ value, n }: Pick<CardPoint, 'value' | 'n'>, audience: Audience): number | null {
  if (value === null || n === null || n === 0) return null
  if (audience === 'protected' && n < proposedPolicy.leastDenominator) return null
  return (100 * value) / n
}

/** The enquiries of a period, which every category shares; '–' where they do not say the same. */
function baseOf(points: readonly CardPoint[]): string {
  const bases = new Set(points.flatMap(({ n }) => (n === null ? [] : [n])))
  const [only] = bases
  return bases.size === 1 && only !== undefined ? formatNumber(only, 0) : '\u2013'
}
