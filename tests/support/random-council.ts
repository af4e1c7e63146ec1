import type { DisclosureKpi } from '../../src/domain/disclosure/cells.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'
import { addPeriods, lastMonthOf, periodContaining } from '../../src/domain/periods/period.ts'
import { seededUniform } from '../../src/domain/statistics/seeded-numbers.ts'
import { aDisclosureKpi } from './a-disclosure-kpi.ts'

export interface RandomCouncil {
  kpis: Map<string, DisclosureKpi>
  /** the figures of each edition: the first holds all months, later ones what is new or restated */
  editions: Figure[][]
}

const measures: DisclosureKpi[] = [
  { ...aDisclosureKpi, id: 'concerns' },
  { ...aDisclosureKpi, id: 'conversion', unit: 'percent', aggregation: 'W' },
  { ...aDisclosureKpi, id: 'list', aggregation: 'P' },
  { ...aDisclosureKpi, id: 'joins' },
  { ...aDisclosureKpi, id: 'leaves' },
  { ...aDisclosureKpi, id: 'joins-quarter', frequency: 'quarter' },
  { ...aDisclosureKpi, id: 'left-since-april', aggregation: 'D' },
  { ...aDisclosureKpi, id: 'wait', unit: 'days', aggregation: 'M', percentile: 50 },
]
const months = 16

/**
 * A council of small towns with many zeros, whose measures hang together: a share of a count, a list with those
 * who join and leave it, two breakdowns of one whole, quarters and sums since April of months, a median of the cases
 * of a count; and three editions in which some months are restated.
 */
export function randomCouncil(seed: number): RandomCouncil {
  const next = seededUniform(seed)
  const upTo = (most: number) => Math.floor(next() * (most + 1))
  const towns = 3 + upTo(4)
  const size = 2 + upTo(30)
  const dimensions = { town: towns, age: 3 } as const

  /** Members of a breakdown that add up to a total; small ones often empty. */
  const split = (total: number, parts: number): number[] => {
    const counts = Array<number>(parts).fill(0)
    for (let one = 0; one < total; one++) {
      const place = Math.floor(parts * next() ** 2)
      counts[place] = (counts[place] ?? 0) + 1
    }
    return counts
  }

  function monthOf(period: string): Figure[] {
    const figures: Figure[] = []
    const put = (kpi: string, dimension: string, member: string, changes: Partial<Figure>) =>
      figures.push({
        kpi,
        dimension,
        member,
        period,
        value: null,
        numerator: null,
        denominator: null,
        n: null,
        availability: 'present',
        provisional: false,
        asAt: '2025-10-06',
        ...changes,
      })
    const total = upTo(size * towns)
    const converted = upTo(total)
    const before = upTo(size * 2)
    const joins = upTo(size)
    const leaves = upTo(Math.min(before, size))
    for (const [kpi, whole] of [
      ['concerns', total],
      ['list', before + joins - leaves],
      ['joins', joins],
      ['leaves', leaves],
    ] as const) {
      put(kpi, 'borough', 'All', { value: whole })
      for (const [dimension, parts] of Object.entries(dimensions))
        for (const [place, value] of split(whole, parts).entries())
          put(kpi, dimension, `${dimension} ${place}`, { value })
    }
    for (const { dimension, member, value } of figures.filter(({ kpi }) => kpi === 'concerns')) {
      const denominator = value ?? 0
      const numerator = dimension === 'borough' ? converted : upTo(denominator)
      if (denominator > 0)
        put('conversion', dimension, member, {
          numerator,
          denominator,
          value: (100 * numerator) / denominator,
        })
    }
    return figures
  }

  /** What follows from months: their quarters, their sums since April and how long those who joined had waited. */
  const standing = new Map<string, Figure>()
  const keyOf = (kpi: string, period: string, { dimension, member }: Figure) =>
    [kpi, period, dimension, member].join()
  function withSums(figures: readonly Figure[]): Figure[] {
    for (const figure of figures) standing.set(keyOf(figure.kpi, figure.period, figure), figure)
    const found = new Map<string, Figure>()
    const put = (figure: Figure) => found.set(keyOf(figure.kpi, figure.period, figure), figure)
    for (const figure of figures) {
      const valueAt = (kpi: string, period: string) => standing.get(keyOf(kpi, period, figure))?.value
      if (figure.kpi === 'joins') {
        const n = figure.value ?? 0
        put({
          ...figure,
          kpi: 'wait',
          value: n > 0 ? 20 + (n % 7) : null,
          n,
          availability: n > 0 ? 'present' : 'missing',
        })
        const quarter = periodContaining('quarter', figure.period)
        const last = lastMonthOf(quarter)
        const parts = [-2, -1, 0].map((by) => valueAt('joins', addPeriods(last, by)))
        if (parts.every((part) => part !== undefined && part !== null))
          put({
            ...figure,
            kpi: 'joins-quarter',
            period: quarter,
            value: parts.reduce((sum, part) => sum + (part ?? 0), 0),
          })
      }
      // a sum since April changes with each month before it in its year
      for (let period = figure.period; figure.kpi === 'leaves'; period = addPeriods(period, 1)) {
        if (valueAt('leaves', period) === undefined || (period.endsWith('-04') && period !== figure.period))
          break
        let sum = 0
        for (let month = period; ; month = addPeriods(month, -1)) {
          sum += valueAt('leaves', month) ?? 0
          if (month.endsWith('-04') || month < (periods[0] ?? '')) break
        }
        put({ ...figure, kpi: 'left-since-april', period, value: sum })
      }
    }
    return [...figures, ...found.values()]
  }

  const periods = Array.from({ length: months }, (_, month) => addPeriods('2024-02', month))
  const first = periods.slice(0, -2).flatMap(monthOf)
  const restated = (period: string) => (next() < 0.7 ? monthOf(period) : [])
  return {
    kpis: new Map(measures.map((kpi) => [kpi.id, kpi])),
    editions: [
      first,
      [...monthOf(periods.at(-2) ?? ''), ...restated(periods.at(-3) ?? '')],
      [...monthOf(periods.at(-1) ?? ''), ...restated(periods.at(-2) ?? '')],
    ].map(withSums),
  }
}
