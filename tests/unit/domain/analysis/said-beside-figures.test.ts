import { describe, expect, it } from 'vitest'
import { db } from '../../../../mocks/db.ts'
import { analyseEdition } from '../../../../src/domain/analysis/analyse-edition.ts'
import type { DescribedKpi } from '../../../../src/domain/editions/describe-kpi.ts'
import { audiences } from '../../../../src/domain/editions/publication.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'
import { contradictionsIn, type SaidBesideFigures } from '../../../support/contradictions.ts'
import { saidIn } from '../../../support/said-of-an-edition.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const emptyPlan = { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }

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
  return {
    said: saidIn(analysis, [kpi], series, '2025-10-06'),
    own: analysis.kpis[0]?.series[0],
    row: analysis.rows[0],
  }
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

describe('the title of a series that an outsider found to be false', () => {
  it('is "falling since" of a list that rose for 29 months and has fallen for 13', () => {
    // shared/cases/truth/11: from 512 to 433 in 13 months
    const { own } = analysed(
      [
        425, 433, 424, 428, 451, 438, 459, 456, 454, 449, 453, 460, 454, 467, 463, 475, 476, 488, 479, 482,
        485, 493, 492, 502, 503, 505, 506, 505, 512, 509, 501, 495, 501, 476, 475, 479, 467, 473, 449, 444,
        427, 433,
      ],
      {},
    )
    expect(own?.headline).toBe('Falling since Aug 2024, by about 6 a month')
  })

  it('names the span of a fall that has turned', () => {
    // shared/cases/truth/08, with the months before: 253 in Jul 2025, then 259 and 263
    const { own } = analysed(
      [
        376, 370, 372, 371, 363, 360, 364, 364, 363, 360, 367, 361, 357, 353, 349, 347, 346, 336, 341, 336,
        330, 337, 327, 332, 327, 328, 319, 316, 308, 303, 300, 292, 286, 287, 278, 274, 271, 264, 256, 253,
        259, 263,
      ],
      {},
    )
    expect(own?.headline).toBe('Fell until Jul 2025, and rose in the last two months; the rise may be chance')
  })

  it('says since when a better level has lasted, and judges the target by it', () => {
    // shared/cases/truth/09, with the months before
    const { own } = analysed(
      [
        93.5, 93.7, 93, 93.2, 93.8, 93.9, 93.9, 93.7, 94.3, 94.6, 94.9, 95, 94.8, 94.6, 95.1, 95.1, 95.3,
        95.4, 96.1, 96.3, 96.7, 96.8, 96.9, 97.5, 97.8, 98.1, 98.1, 97.9, 98.4, 98.5, 98.5, 98, 98.7, 98,
        98.7, 98.5, 98.6, 98.5, 98.1, 98.7, 98.5, 98.7,
      ],
      { unit: 'percent', aggregation: 'W', direction: 'up', decimals: 1 },
      97,
    )
    expect(own?.headline).toBe('Real improvement, lasting since Mar 2024; usual range meets target')
    expect(own?.assurance).toBe('consistent_pass')
    expect(own?.level?.since).toBe('2024-03')
    expect(own?.paragraph).toContain(
      'Since Mar 2024 the usual range is 97.4% to 99.2%, around a mean of 98.3%. The limits drawn, 95.6% to 97.2%, take in the level before as well.',
    )
    expect(own?.paragraph).toContain(
      'At the level since Mar 2024, the whole usual range meets the target of 97%.',
    )
  })

  it('says nothing of a year before that the figure is level with as both are shown', () => {
    // 92.4 in Sep 2024 and 91.9 in Sep 2025, in whole percents: 92% and 92%
    const shares = noiseOf(42, 70).map((one, row) =>
      row === 29 ? 92.4 : row > 33 ? 92 + 0.1 * one : 85 + 0.8 * one,
    )
    const { said, own } = analysed(shares, { unit: 'percent', aggregation: 'W', direction: 'up' }, 95)
    expect(own?.headline).toBe('Real improvement: above its usual range')
    expect(faultsIn(said)).toEqual([])
  })

  it('says worse, and not getting worse, of what has got better three times running', () => {
    const waits = [...noiseOf(30, 9).map((one) => Math.round(50 + 2 * one)), 70, 74, 78, 75, 72, 69]
    const { own } = analysed(waits, { unit: 'days', aggregation: 'M' })
    expect(own?.headline).toBe('Worse than usual, but better three times running')
  })
})

const series = (values: readonly number[]) => ({
  periods: Array.from({ length: values.length }, (_, row) => `2024-${String(row + 1).padStart(2, '0')}`),
  values,
})

describe('the verdict and the mark of a figure that limits and the year before judge apart', () => {
  it('are those of its title: 58% is far below 80%, and above the 50% of a year before', () => {
    const shares = [...noiseOf(30, 9).map((one) => Math.round(80 + one)), 70, 60, 52, 50, 50, 49, 51]
    const { own, row } = analysed([...shares, 50, 50, 51, 52, 53, 54, 56, 55, 58], {
      unit: 'percent',
      aggregation: 'W',
      direction: 'up',
    })
    const words = 'Worse than usual, but better than a year before'
    expect(own?.headline).toBe(words)
    expect(own?.variation).toBe('special_cause_concern')
    expect(own?.meaning).toEqual({ kind: 'worse-not-on-year', words })
    expect(row?.meaning).toEqual(own?.meaning)
  })
})

describe('a latest figure that has left a level', () => {
  const levels = [
    ...noiseOf(24, 3).map((one) => Math.round(250 + 20 * one)),
    ...noiseOf(21, 4).map((one) => Math.round(21 + 4 * one)),
  ]

  it('is told beside that level, and not beside the mean of two: 85 after a year and more about 21', () => {
    const { own, row, said } = analysed([...levels, 85], { aggregation: 'S' })
    expect(own?.headline).toBe('Getting worse: above the range kept since Dec 2023')
    expect(own?.paragraph).toContain('Since Dec 2023 the usual range is')
    expect(row?.variation).toBe('special_cause_concern')
    expect(faultsIn(said)).toEqual([])
  })

  it('is told as the level where it keeps to it', () => {
    const { own } = analysed([...levels, 22], { aggregation: 'S' })
    expect(own?.headline).toBe('Real improvement, lasting since Dec 2023')
  })
})

describe('a target beside limits that are not those of today', () => {
  it('is told in figures: five of the last 12 meet 506, of which the whole range lies on the wrong side', () => {
    const before = noiseOf(36, 3).map((one) => Math.round(900 + 30 * one))
    const { own, said } = analysed(
      [...before, 700, 690, 720, 710, 705, 620, 500, 480, 490, 505, 470, 723],
      { aggregation: 'S' },
      506,
    )
    expect(own?.claim).toEqual({ kind: 'met-in-some', figures: 5, of: 12 })
    expect(own?.assurance).toBeNull()
    expect(faultsIn(said)).toEqual([])
  })
})

describe('the check itself', () => {
  const rising = series([10, 12, 15, 17, 20, 22, 25, 27])
  const jumped = series([20, 22, 19, 23, 21, 20, 22, 18, 21, 20, 23, 22, 85])
  const turned = series([30, 27, 24, 20, 18, 15, 19, 23])
  it.each([
    ['Falling faster than before since Jan 2024', turned],
    ['Falling since Jan 2024, by about 1 a month', rising],
    ['Rising since Apr 2024, by about 9 a month', rising],
    ['Fell from Jan 2024 to May 2024', rising],
    ['It fell from 10 in Jan 2024 to 27 in Aug 2024, by about 2 a month', rising],
    ['Fell until Jul 2024, and rose in the last two months', series([30, 27, 24, 20, 18, 15, 12, 13])],
    ['Fell until Apr 2024, no lower since', turned],
    ['No lower in the last two months: too few to tell', series([30, 27, 24, 20, 18, 15, 19, 12])],
    ['Fell until Mar 2024, about level since', turned],
    [
      'Falling since Jan 2024. The figure must come down by 3 a month. The last six months brought no move that way.',
      series([30, 27, 24, 20, 18, 15, 12, 11]),
    ],
    ['the last seven figures go down without a break', rising],
    ['there is evidence that this is getting worse', rising],
    ['Real improvement, lasting since Mar 2024', rising],
    ['Real improvement: 13 months below the mean', jumped],
    ['The usual range does not reach the target of 12.', series([20, 25, 22, 8, 9, 7, 20])],
    ['They take in more than one level. The whole usual range meets the target of 12.', rising],
    ['The usual range is 271 to 287, around a mean of 279.', turned],
    ['Worse than usual, but better than a year before. Evidence that this is getting worse.', turned],
    ['Better than usual, but worse three times running. Evidence of real improvement.', turned],
    ['It: 23, the same as a year before; this is better than usual, but worse than a year before', turned],
    ['It: 12% in Aug 2024; the target of 12% may be met or missed', series([14, 12.4, 12, 11.9, 13, 11.6])],
    [
      'Met by its date, Jun 2025. Kept up for 3 months (Jan 2025 to Mar 2025), then missed in Apr 2025.',
      rising,
    ],
    ['Met by its date, Jun 2025. The milestone is done. Its measure of success is not met.', rising],
    ['Kept up for 9 months, then missed in Sep 2025. Its measure of success is not met yet.', rising],
    ['The target is likely to be met in every month to Mar 2026.', series([14, 13, 11])],
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
    ['Fell until Mar 2024, about level since', series([30, 22, 15, 14, 15, 15])],
    [
      'Rising since Jan 2024. The figure must come down by 3 a month. The last six months brought no move that way.',
      rising,
    ],
    ['No lower in the last two months: too few to tell', turned],
    ['the last seven figures go up without a break', rising],
    [
      'Met by its date, Jun 2025. Kept up for 3 months (Apr 2025 to Jun 2025), then missed in Jul 2025.',
      rising,
    ],
    [
      'Kept up for 3 months, then missed in Sep 2025. Its measure of success was kept up, and is not met now.',
      rising,
    ],
  ])('lets pass what is so: %s', (text, figures) => {
    expect(contradictionsIn({ text, ...figures, good: 'down', target: null })).toEqual([])
  })
})
