import { describe, expect, it } from 'vitest'
import { publishAll } from '../../../../mocks/edition-tables.ts'
import type { KpiAnalysis } from '../../../../src/domain/analysis/edition-analysis.ts'
import type { Figure } from '../../../../src/domain/figures/figure.ts'
import { seededUniform } from '../../../../src/domain/statistics/seeded-numbers.ts'
import { aCouncil } from '../../../support/a-council.ts'

/** The same council with counts that differ, and round to the same. */
function otherWorld(seed: number) {
  const random = seededUniform(77 + seed)
  const council = aCouncil(seed)
  const counts = new Set(council.kpis.filter(({ unit }) => unit === 'count').map(({ id }) => id))
  const moved = [...council.figures].map((figure): Figure => {
    const { value } = figure
    if (value === null || value < 10 || !counts.has(figure.kpi)) return figure
    const others = [-2, -1, 1, 2].map((by) => value + by)
    const alike = others.filter((other) => Math.round(other / 5) === Math.round(value / 5))
    return { ...figure, value: alike[Math.floor(random() * alike.length)] ?? value }
  })
  return { ...council, figures: moved }
}

/** What the decision on one verdict makes public of the figures received: whether, which way and since when. */
function verdictsOf({ series }: KpiAnalysis): string {
  return JSON.stringify(
    series.map(({ member, variation, byMethod, notJudged, special, finding }) => [
      member,
      variation,
      byMethod?.direction,
      byMethod?.since,
      notJudged?.because,
      special.at(-1)?.period,
      finding.match(/(rose|fell|rising|falling|up|down)|\w{3} \d{4}/gi),
    ]),
  )
}

describe('two worlds that publish the same figures', () => {
  it('read the same of every measure of which both have the same verdict', () => {
    let compared = 0
    for (let seed = 0; seed < 40; seed += 1) {
      const [one, other] = [aCouncil(seed), otherWorld(seed)].map((world) => publishAll([world], 'Invented'))
      if (!one || !other) continue
      expect(other.readSeries(1, 'protected', () => true)).toEqual(one.readSeries(1, 'protected', () => true))
      const exact = new Map(other.readAnalysis(1, 'exact').kpis.map((kpi) => [kpi.kpi, kpi]))
      const published = new Map(other.readAnalysis(1, 'protected').kpis.map((kpi) => [kpi.kpi, kpi]))
      const received = new Map(one.readAnalysis(1, 'exact').kpis.map((kpi) => [kpi.kpi, kpi]))
      for (const kpi of one.readAnalysis(1, 'protected').kpis) {
        const [here, there] = [received.get(kpi.kpi), exact.get(kpi.kpi)]
        if (!here || !there || verdictsOf(here) !== verdictsOf(there)) continue
        compared += 1
        expect(published.get(kpi.kpi)).toEqual(kpi)
      }
    }
    expect(compared).toBeGreaterThan(150)
  })
})
