import { describe, expect, it } from 'vitest'
import { analyseEdition } from '../../../src/domain/analysis/analyse-edition.ts'
import { buildScorecard } from '../../../src/domain/scorecard/scorecard.ts'
import { stateFacts } from '../../../src/domain/trends/facts/kpi-facts.ts'
import { chooseTrendFacts } from '../../../src/domain/trends/facts/trend-facts.ts'
import { readPoint } from '../../../src/domain/trends/point-words.ts'
import { buildPoints, noYardsticks } from '../../../src/domain/trends/points.ts'
import { buildTrendTable } from '../../../src/domain/trends/trend-table.ts'
import { buildRow } from '../../../src/features/overview/scorecard-model.ts'
import { aDescribedKpi } from '../../support/a-kpi.ts'
import { aSeries } from '../../support/a-series.ts'
import { noPlan } from '../../support/a-trend.ts'

const asOf = '2025-10-06'

/** What each place writes for the latest figure of a share of whole percents. */
function writtenOf(latest: number, target: number) {
  const kpi = aDescribedKpi({
    ...{ name: 'Done in time', unit: 'percent', aggregation: 'W', direction: 'up', decimals: 0 },
    ...{ numerator: null, one: null, denominator: null },
    targets: [{ from: '2022-04', value: target, lower: null, upper: null, by: null, setBy: 'Board' }],
  })
  const values = Array.from({ length: 29 }, (_, row) => target - 4 + ((row * 7) % 5) / 2)
  const series = aSeries([...values, latest], { kpi: kpi.id })
  const { kpis, rows } = analyseEdition({
    ...{ kpis: [kpi], plan: noPlan, series: [series], actions: [], audience: 'exact', asOf },
  })
  const analysis = kpis[0]?.series[0] ?? null
  const [row] = rows
  const span = { from: series.points[0]?.period ?? '', to: '2025-09' }
  const points = buildPoints(kpi, series, span, noYardsticks)
  const [last] = points.slice(-1)
  const card = buildScorecard([kpi], () => [series], noPlan, asOf, new Map(row ? [[kpi.id, row]] : []))
    .kpis[0]
  if (!last || !card || !analysis) throw new Error('nothing was said')
  const facts = { kpi, isWhole: true, points, plan: noPlan, analysis, asOf }
  const page = stateFacts({ ...facts, subject: kpi.name, milestones: [] })
  const alone = stateFacts({ ...facts, subject: kpi.name, milestones: [], analysis: null })
  const shown = buildRow(card, asOf)
  const first = (text: string | undefined) => /[\d.]+%/.exec(text ?? '')?.[0]
  return {
    finding: first(analysis.finding),
    paragraph: first(analysis.paragraph),
    'page without an analysis': first(alone.finding),
    fact: first(page.facts[0]?.value),
    verdict: first(
      page.verdicts
        .find(({ id }) => id === 'target')
        ?.rule.replace(/^Target not met, [^.]*(\.\d)?[^.]*\. /, ''),
    ),
    'figure of the slide': first(chooseTrendFacts(facts)[0]?.figure),
    'row of the overview': first(shown.value.text),
    'row in words': first(shown.figureInWords),
    readout: first(readPoint(kpi, last)),
    'cell of the table': first(buildTrendTable(kpi, points)[0]?.value),
  }
}

describe('a figure that just misses its target', () => {
  it.each([
    [99.5, 100, '99.5%'],
    [94.6, 95, '94.6%'],
    [94.4, 95, '94%'],
    [95, 95, '95%'],
    [95.3, 95, '95.3%'],
  ])('is written so that it is seen, and alike everywhere: %d beside %d', (latest, target, written) => {
    expect(new Set(Object.values(writtenOf(latest, target)))).toEqual(new Set([written]))
  })
})
