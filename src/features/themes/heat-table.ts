import { proposedPolicy, roundingInterval } from '../../domain/disclosure/policy.ts'
import { formatNumber } from '../../domain/measures/format.ts'
import { formatPeriod } from '../../domain/periods/labels.ts'
import { type CardPoint, figureInShort, type ThemeCard } from './theme-cards.ts'

export interface HeatCell {
  period: string
  /** '32', '[c]', '[x]' */
  count: string
  /** '41%'; null where there is none, or rounding may move it */
  share: string | null
  /** how dark: 0 to 5, by the share */
  depth: number
}

export interface HeatTableModel {
  columns: { period: string; label: string; base: string; isProvisional: boolean }[]
  rows: { member: string; label: string; cells: HeatCell[] }[]
  /** whether any cell has one; the shade repeats it */
  hasShares: boolean
}

/** The steps of the shading, in percent of concluded enquiries; each begins at its number. */
export const heatSteps = [0, 5, 10, 20, 30, 40] as const

/** Periods of the table: a year of months, two years of quarters. */
const periodsShown = { month: 12, quarter: 8, year: 5 } as const

/**
 * Categories by period, each cell with its count and its share of the enquiries that were concluded then. Several
 * categories may be recorded for one enquiry, so shares of a column pass 100% and are never added up.
 *
 * @param isRounded the counts are those of the protected set
 */
export function buildHeatTable(
  cards: readonly ThemeCard[],
  frequency: keyof typeof periodsShown,
  isRounded: boolean,
): HeatTableModel {
  const rows = cards.map(({ member, label, points }) => ({
    member,
    label,
    points: points.slice(-periodsShown[frequency]),
  }))
  const periods = rows[0]?.points.map(({ period }) => period) ?? []
  const cells = rows.map(({ points }) => points.map((point) => cellOf(point, isRounded)))
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
    rows: rows.map(({ member, label }, row) => ({ member, label, cells: cells[row] ?? [] })),
    hasShares: cells.flat().some(({ share }) => share !== null),
  }
}

function cellOf(point: CardPoint, isRounded: boolean): HeatCell {
  const share = shareOf(point, isRounded)
  return {
    period: point.period,
    // what is provisional is so for the whole column, and said in its head
    count: figureInShort({ ...point, provisional: false }),
    share: share === null ? null : `${formatNumber(share, 0)}%`,
    depth: share === null ? 0 : heatSteps.filter((step) => step > 0 && share >= step).length,
  }
}

/**
 * The share of concluded enquiries, in percent; null without both counts. Of rounded counts only a share that is the
 * same whole percent whatever counts are behind them, which is told to a whole percent: a share of counts to the
 * nearest five is false by several percent, and one of the true counts would tell these (docs/disclosure.md).
 *
 * @example 32 of 78 → 41.03; rounded, 30 of 80 (28 to 32 of 78 to 82) is 34% to 41% → null
 */
export function shareOf({ value, n }: Pick<CardPoint, 'value' | 'n'>, isRounded: boolean): number | null {
  if (value === null || n === null || n === 0) return null
  if (!isRounded) return (100 * value) / n
  const [part, whole] = [value, n].map((count) => roundingInterval(count, true, proposedPolicy))
  // none is shown as a count; as a share it would be none of a group
  if (!part || !whole || value === 0 || n < proposedPolicy.leastDenominator) return null
  const least = Math.round((100 * part.lower) / whole.upper)
  const most = Math.round((100 * Math.min(part.upper, whole.lower)) / whole.lower)
  return least === most ? least : null
}

/** What a cell holds, and why it holds no share. */
export function tableNote({ hasShares }: HeatTableModel, period: string, isRounded: boolean): string {
  const counts = `In each cell the concluded enquiries of that ${period}`
  const severalWords = 'several may be recorded for one enquiry'
  if (!hasShares) {
    const why = isRounded
      ? ` No shares are shown: these counts are to the nearest ${proposedPolicy.roundTo}, and a share of them could be several percent out.`
      : ''
    return `${counts}, and under the ${period} all that were concluded; ${severalWords}.${why}`
  }
  const where = isRounded ? ' A share and its shade are shown only where rounding cannot move them.' : ''
  return `${counts}, and their share of all that were concluded (the number under the ${period}). Shares of a column pass 100%, because ${severalWords}.${where}`
}

/** The enquiries of a period, which every category shares; '–' where they do not say the same. */
function baseOf(points: readonly CardPoint[]): string {
  const bases = new Set(points.flatMap(({ n }) => (n === null ? [] : [n])))
  const [only] = bases
  return bases.size === 1 && only !== undefined ? formatNumber(only, 0) : '\u2013'
}
