import { hashKey } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { actionsQuery, liveActionsQuery } from '../../../src/api/actions.ts'
import { analysisQuery, impactsQuery, signalsQuery } from '../../../src/api/analysis.ts'
import { changesQuery } from '../../../src/api/changes.ts'
import { commentaryQuery } from '../../../src/api/commentary.ts'
import { rowAnalysesQuery } from '../../../src/api/computed-here.ts'
import { dataQualityQuery } from '../../../src/api/data-quality.ts'
import { kpisQuery } from '../../../src/api/kpis.ts'
import { overviewQuery } from '../../../src/api/overview.ts'
import { planQuery } from '../../../src/api/plan.ts'
import { seriesQuery } from '../../../src/api/series.ts'
import { freshFor, type PinnedView } from '../../../src/api/view.ts'
import { withheldQuery } from '../../../src/api/withheld.ts'
import { partsJudgedQuery } from '../../../src/features/measure/parts/parts-judged.ts'
import { trendQuery } from '../../../src/features/measure/trend/trend-query.ts'
import { aDescribedKpi } from '../../support/a-kpi.ts'

const panel: PinnedView = { edition: 5, audience: 'protected' }
const officers: PinnedView = { edition: 5, audience: 'exact' }
const before: PinnedView = { edition: 4, audience: 'protected' }
const part = { kpi: aDescribedKpi(), plan: undefined, asOf: '2025-10-06' }
const drawn = (member: string) => ({
  ...{ kpi: part.kpi, asOf: part.asOf },
  breakdown: {
    choices: [],
    dimension: null,
    notice: null,
    drawn: { dimension: 'town', member, label: member },
  },
})
const acton = drawn('Acton')

/** Everything that is read of an edition. */
const readings: [string, (view: PinnedView) => { queryKey: readonly unknown[] }][] = [
  ['actions', actionsQuery],
  ['analysis', (view) => analysisQuery(view, 'ot-waiting')],
  ['signals', signalsQuery],
  ['impacts', impactsQuery],
  ['row analyses', rowAnalysesQuery],
  ['changes', (view) => changesQuery(view, undefined)],
  ['commentary', commentaryQuery],
  ['data quality', dataQualityQuery],
  ['reasons', (view) => withheldQuery(view, 'ot-waiting')],
  ['measures', kpisQuery],
  ['overview', overviewQuery],
  ['plan', planQuery],
  ['series', (view) => seriesQuery(view, { kpi: 'ot-waiting' })],
  ['a trend', (view) => trendQuery(view, acton)],
  ['parts judged', (view) => partsJudgedQuery(view, { ...part, dimension: 'town', series: [] })],
]

const differ = (...queries: { queryKey: readonly unknown[] }[]) =>
  new Set(queries.map(({ queryKey }) => hashKey(queryKey))).size === queries.length

describe.each(readings)('what is kept of %s', (_, query) => {
  it('is kept apart for officers and the panel, and for each edition', () => {
    expect(differ(query(panel), query(officers), query(before))).toBe(true)
  })

  it('is found again by the same view', () => {
    expect(hashKey(query(panel).queryKey)).toBe(hashKey(query({ ...panel }).queryKey))
  })
})

describe('what is kept', () => {
  it('is another thing for another measure, part, member or earlier edition', () => {
    expect(differ(analysisQuery(panel, 'ot-waiting'), analysisQuery(panel, 'sg-type'))).toBe(true)
    expect(
      differ(
        seriesQuery(panel, { kpi: 'ot-waiting' }),
        seriesQuery(panel, { kpi: 'sg-type' }),
        seriesQuery(panel, { kpi: 'ot-waiting', dimension: 'town' }),
        seriesQuery(panel, { kpi: 'ot-waiting', dimension: 'town', member: 'Acton' }),
      ),
    ).toBe(true)
    expect(
      differ(
        trendQuery(panel, acton),
        trendQuery(panel, drawn('Hanwell')),
        trendQuery(panel, { ...acton, kpi: aDescribedKpi({ id: 'sg-type' }) }),
        trendQuery(panel, { ...acton, breakdown: { ...acton.breakdown, drawn: null } }),
      ),
    ).toBe(true)
    expect(
      differ(
        partsJudgedQuery(panel, { ...part, dimension: 'town', series: [] }),
        partsJudgedQuery(panel, { ...part, dimension: 'age', series: [] }),
      ),
    ).toBe(true)
    expect(differ(changesQuery(panel, undefined), changesQuery(panel, 1), changesQuery(panel, 2))).toBe(true)
  })

  it('of the live log is apart from every edition’s, and officers’ from the panel’s', () => {
    const live = [liveActionsQuery('exact'), liveActionsQuery('protected')]
    expect(differ(...live, actionsQuery(panel), actionsQuery(officers))).toBe(true)
  })

  it('never goes stale where it cannot change, and exact figures are asked for again', () => {
    expect(freshFor(panel)).toBe(Number.POSITIVE_INFINITY)
    expect(freshFor(officers)).toBeLessThan(Number.POSITIVE_INFINITY)
  })
})
