import { describe, expect, it } from 'vitest'
import { analyseEdition } from '../../../../src/domain/analysis/analyse-edition.ts'
import { judgePart } from '../../../../src/domain/analysis/judge-part.ts'
import { publishedFlag } from '../../../../src/domain/analysis/signal-words.ts'
import { seededUniform } from '../../../../src/domain/statistics/seeded-numbers.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

const only = { dimension: 'scheme', member: 'only' }
const plan = { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }
const asOf = '2025-10-06'
const kpi = aDescribedKpi({
  aggregation: 'S',
  targets: [],
  dimensions: [
    { id: 'borough', label: 'Borough', members: [{ id: 'All', label: 'All', level: null }] },
    { id: 'scheme', label: 'Scheme', members: [{ id: 'only', label: 'The only scheme', level: null }] },
  ],
})

/** What the panel reads of a whole and of its only part, by the figures received and those rounded from them. */
function readBy(values: readonly number[]) {
  const seriesOf = (own: readonly number[]) => [aSeries(own), aSeries(own, only)]
  const edition = { kpis: [kpi], plan, actions: [], asOf }
  const series = seriesOf(values)
  const analysis = analyseEdition({ ...edition, series, audience: 'exact' })
  const published = seriesOf(values.map((value) => 5 * Math.round(value / 5)))
  const told = analyseEdition({
    ...edition,
    series: published,
    received: { series, analysis, coarser: [] },
    audience: 'protected',
  })
  const [own] = told.kpis
  const part = published[1]
  if (!own || !part) throw new Error('nothing was analysed')
  const context = { kpi, plan, asOf, isRounded: true, hiddenParts: own.hiddenParts }
  const asWhole = own.partsAsWhole?.[0]
  const judged = asWhole ?? judgePart(context, part, publishedFlag(kpi, told.family.signals, part))
  return { whole: own.series[0], asWhole, judged }
}

describe('a part that is all there is', () => {
  it('is judged as the whole whose figures it holds', () => {
    let hidden = 0
    for (let seed = 0; seed < 25; seed += 1) {
      const uniform = seededUniform(seed)
      const values = Array.from({ length: 48 }, (_, row) =>
        Math.round((row > 39 ? 50 : 60) + 10 * (uniform() + uniform() + uniform() - 1.5)),
      )
      const { whole, asWhole, judged } = readBy(values)
      expect(judged?.variation).toBe(whole?.variation)
      if (!asWhole) continue
      hidden += 1
      expect(asWhole.headline).toBe(whole?.headline)
      expect(asWhole.finding).toContain(`${kpi.name}, The only scheme: `)
    }
    expect(hidden).toBeGreaterThan(0)
  })
})
