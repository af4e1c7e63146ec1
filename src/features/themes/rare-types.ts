import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import { countOverYear, type YearCount } from '../../domain/figures/count-over-year.ts'
import type { Series } from '../../domain/figures/figure.ts'
import { formatNumber } from '../../domain/measures/format.ts'
import { formatPeriod } from '../../domain/periods/labels.ts'
import { addPeriods, periodsInMonths } from '../../domain/periods/period.ts'
import { presentValues } from '../../domain/spc/observation.ts'
import { rareCount } from '../../domain/spc/suitability.ts'
import { medianOf } from '../../domain/statistics/centre.ts'
import type { ThemeCard } from './theme-cards.ts'

export interface RareTypesModel {
  /** the last period of each year's window, oldest first */
  ends: { period: string; label: string }[]
  rows: { member: string; label: string; counts: { period: string; count: string; share: string | null }[] }[]
}

/** Windows shown: each ends three months after the one before it, the last at the latest period. */
const windows = 8
const monthsApart = 3

/**
 * Categories of which a period typically brings fewer than five, over twelve months at a time: they may still be the
 * commonest that there are.
 */
export function buildRareTypes(
  kpi: Pick<DescribedKpi, 'frequency' | 'breaks'>,
  cards: readonly ThemeCard[],
  series: readonly Series[],
): RareTypesModel | null {
  const rare = cards.filter(({ points }) => {
    const present = presentValues(points.map(({ value }) => value))
    return present.length > 0 && medianOf(present) < rareCount
  })
  const last = cards[0]?.points.at(-1)?.period
  if (!rare.length || last === undefined) return null
  const step = periodsInMonths(kpi.frequency, monthsApart)
  const ends = Array.from({ length: windows }, (_, index) => addPeriods(last, (index + 1 - windows) * step))
  return {
    ends: ends.map((period) => ({ period, label: formatPeriod(period) })),
    rows: rare.map(({ member, label }) => {
      const points = series.find((one) => one.member === member)?.points ?? []
      return {
        member,
        label,
        counts: ends.map((period) => ({ period, ...inWords(countOverYear(kpi, points, period)) })),
      }
    }),
  }
}

function inWords(year: YearCount): { count: string; share: string | null } {
  switch (year.kind) {
    case 'count':
      return {
        count: formatNumber(year.count, 0),
        share: year.cases ? `${formatNumber((100 * year.count) / year.cases, 1)}%` : null,
      }
    case 'incomplete':
      return { count: '[x]', share: null }
    case 'not-comparable':
      return { count: '[b]', share: null }
  }
}
