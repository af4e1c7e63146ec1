import { describe, expect, it } from 'vitest'
import { db } from '../../../../mocks/db.ts'
import { analyseEdition } from '../../../../src/domain/analysis/analyse-edition.ts'
import type { EditionAnalysis } from '../../../../src/domain/analysis/edition-analysis.ts'
import { gridOf } from '../../../../src/domain/analysis/series-grid.ts'
import type { DescribedKpi } from '../../../../src/domain/editions/describe-kpi.ts'
import { audiences } from '../../../../src/domain/editions/publication.ts'
import type { Series } from '../../../../src/domain/figures/figure.ts'
import { borough, targetAt } from '../../../../src/domain/measures/measure.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'
import { contradictionsIn, type SaidBesideFigures } from '../../../support/contradictions.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const emptyPlan = { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }

/** Every text of an analysis with the figures that it is about. */
function saidIn(
  { kpis: analysed, family }: EditionAnalysis,
  kpis: readonly DescribedKpi[],
  series: readonly Series[],
  asOf: string,
): SaidBesideFigures[] {
  const beside = (
    id: string,
    dimension: string,
    member: string,
    texts: readonly string[],
    limitsFrom?: string,
  ) => {
    const kpi = kpis.find((one) => one.id === id)
    const own = series.find((one) => one.kpi === id && one.dimension === dimension && one.member === member)
    const grid = own && gridOf(own)
    if (!kpi || !grid) throw new Error(`no figures of ${id}`)
    const target = dimension === borough.dimension ? targetAt(kpi.targets, asOf.slice(0, 7)) : null
    // what a measure is called claims nothing
    const named = texts.map((text) => text.replaceAll(kpi.name, 'It'))
    return named.map((text) => ({
      text,
      ...grid,
      good: kpi.direction,
      target: target?.value ?? null,
      limitsFrom,
    }))
  }
  return [
    ...analysed.flatMap(({ kpi, series: all }) =>
      all.flatMap(({ dimension, member, headline, finding, paragraph, segments }) =>
        beside(kpi, dimension, member, [headline, finding, paragraph], segments.at(-1)?.from),
      ),
    ),
    ...family.signals.flatMap(({ kpi, dimension, member, change, tested }) =>
      change && tested === 'series'
        ? beside(kpi, dimension, member, [change.sentence, ...(change.seen ? [change.seen] : [])])
        : [],
    ),
  ]
}

const faultsIn = (said: readonly SaidBesideFigures[]) => said.flatMap(contradictionsIn)

describe('what the demonstration says', () => {
  it.each(audiences)('is borne out by the figures beside it, in every edition: %s', (audience) => {
    for (const { number, dataAsAt } of db.tables.editions) {
      const said = saidIn(
        db.tables.readAnalysis(number, audience),
        db.tables.readKpis(number, audience),
        db.tables.readSeries(number, audience, () => true),
        dataAsAt,
      )
      expect(said.length).toBeGreaterThan(150)
      expect(faultsIn(said)).toEqual([])
    }
  })
})

type Shape = (row: number, count: number) => number

/** Lists that turn, stop, go on and start again; flows and shares that shift; noise around them all. */
const shapes: [string, Partial<DescribedKpi>, Shape][] = [
  ...[3, 4, 6, 9, 13, 18, 24].flatMap((months): [string, Partial<DescribedKpi>, Shape][] => [
    [
      `a list that rises, and falls for ${months}`,
      {},
      (row, n) => 400 + 5 * Math.min(row, 2 * (n - months) - row),
    ],
    [
      `a list that falls, and rises for ${months}`,
      {},
      (row, n) => 600 - 5 * Math.min(row, 2 * (n - months) - row),
    ],
    [`a list that falls, and stands for ${months}`, {}, (row, n) => 600 - 5 * Math.min(row, n - months)],
    [
      `a share that is higher for ${months}`,
      { unit: 'percent', aggregation: 'W', direction: 'up' },
      (row, n) => (row < n - months ? 80 : 88),
    ],
    [`a flow that is lower for ${months}`, { aggregation: 'S' }, (row, n) => (row < n - months ? 120 : 95)],
  ]),
  ['a list that rises', {}, (row) => 300 + 4 * row],
  ['a list that falls faster', {}, (row, n) => 600 - 2 * row - 4 * Math.max(0, row - n + 12)],
  ['a flow that does not change', { aggregation: 'S' }, () => 100],
  ['a share that does not change', { unit: 'percent', aggregation: 'W', direction: 'up' }, () => 90],
]

function analysed(
  values: readonly (number | null)[],
  changes: Partial<DescribedKpi>,
  target: number | null = null,
) {
  const targets = [
    { from: '2022-04', value: target, lower: null, upper: null, by: '2026-03-31', setBy: 'Board' },
  ]
  const kpi = aDescribedKpi({
    name: 'List',
    decimals: 0,
    ...changes,
    targets: target === null ? [] : targets,
  })
  const series = [aSeries(values)]
  const analysis = analyseEdition({
    kpis: [kpi],
    plan: emptyPlan,
    series,
    actions: [],
    audience: 'exact',
    asOf: '2025-10-06',
  })
  return { said: saidIn(analysis, [kpi], series, '2025-10-06'), own: analysis.kpis[0]?.series[0] }
}

describe('what is said of made series', () => {
  it.each(shapes)('is borne out by the figures beside it: %s', (_name, changes, shape) => {
    for (const [seed, noise] of [0, 1, 2, 4].entries()) {
      for (const rounding of [1, 5]) {
        const values = noiseOf(42, 100 * seed + 7).map(
          (one, row) => rounding * Math.round((shape(row, 42) + noise * one) / rounding),
        )
        const { said } = analysed(values, changes, changes.unit === 'percent' ? 85 : 90)
        expect(faultsIn(said)).toEqual([])
      }
    }
  })
})

const series = (values: readonly number[]) => ({
  periods: Array.from({ length: values.length }, (_, row) => `2024-${String(row + 1).padStart(2, '0')}`),
  values,
})

describe('the check itself', () => {
  const rising = series([10, 12, 15, 17, 20, 22, 25, 27])
  const turned = series([30, 27, 24, 20, 18, 15, 19, 23])
  it.each([
    ['Falling faster than before since Jan 2024', turned],
    ['Falling since Jan 2024, by about 1 a month', rising],
    ['Rising since Apr 2024, by about 9 a month', rising],
    ['Fell from Jan 2024 to May 2024', rising],
    ['It fell from 10 in Jan 2024 to 27 in Aug 2024, by about 2 a month', rising],
    ['Fell until Jul 2024, and rose in the last two months', series([30, 27, 24, 20, 18, 15, 12, 13])],
    ['Fell until Apr 2024, no lower since', turned],
    ['the last seven figures go down without a break', rising],
    ['there is evidence that this is getting worse', rising],
    ['Real improvement, lasting since Mar 2024', rising],
    ['The usual range is 271 to 287, around a mean of 279.', turned],
    ['The target of 12 may be met or missed by chance.', series(Array.from({ length: 12 }, () => 13))],
  ])('finds what was planted: %s', (text, figures) => {
    const good = text.includes('target') || text.includes('worse') ? 'up' : 'down'
    expect(contradictionsIn({ text, ...figures, good, target: 12 })).not.toEqual([])
  })

  it.each([
    ['Rising since Jan 2024, by about 2 a month', rising],
    [
      'Fell from 30 in Jan 2024 to 15 in Jun 2024, by about 3 a month, and rose in the last two months',
      turned,
    ],
    ['Fell until Jun 2024, no lower since', turned],
    ['the last seven figures go up without a break', rising],
  ])('lets pass what is so: %s', (text, figures) => {
    expect(contradictionsIn({ text, ...figures, good: 'down', target: null })).toEqual([])
  })
})
