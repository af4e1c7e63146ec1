import { describe, expect, it } from 'vitest'
import { analyseEdition } from '../../../../src/domain/analysis/analyse-edition.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { aSeries } from '../../../support/a-series.ts'

/** The queue of shared/cases/app/one-wrong-figure: 28 to 33 in 35 months. */
const queue = [
  30, 32, 29, 31, 30, 28, 33, 31, 29, 30, 32, 31, 30, 28, 31, 33, 29, 30, 31, 32, 30, 30, 29, 31, 32, 30, 28,
  31, 30, 33, 29, 31, 30, 32, 31, 31,
]

function analysed(values: readonly (number | null)[], withheld: readonly number[] = []) {
  const kpi = aDescribedKpi({ name: 'People in a queue', aggregation: 'S', numerator: 'people' })
  const series = aSeries(values)
  const analysis = analyseEdition({
    kpis: [kpi],
    plan: {
      workstreams: [],
      milestones: [aMilestone({ kpi: kpi.id, completed: '2024-03-12', successMeasure: '<= 20' })],
      trajectories: [],
      interventions: [],
      risks: [],
    },
    series: [
      {
        ...series,
        points: series.points.map((point, row) =>
          withheld.includes(row) ? { ...point, value: null, availability: 'suppressed' } : point,
        ),
      },
    ],
    actions: [],
    audience: 'exact',
    asOf: '2025-10-06',
  })
  const [own, row] = [analysis.kpis[0]?.series[0], analysis.rows[0]]
  if (!own || !row) throw new Error('nothing was analysed')
  return { own, row, ...analysis }
}

describe('a series with one wrong figure', () => {
  const wrong = queue.with(20, 9000)

  it('says which figure stands far outside all others, and claims nothing of the rest', () => {
    const { own, row, kpis, impacts } = analysed(wrong)
    expect(own.headline).toBe('Not judged: one figure stands far outside all others')
    expect(own.finding).toBe(
      'People in a queue: 31 people in Sep 2025, the same as a year before; one figure stands far outside all others, so change is not judged until it is confirmed.',
    )
    expect(own.paragraph).toContain(
      'The figure for Jun 2024, 9,000, stands far outside all others, which lie between 28 and 33. Until it is confirmed or left out, limits cannot be trusted and nothing is said of change.',
    )
    expect(own.notJudged?.reason).toContain('The figure for Jun 2024, 9,000, stands far outside all others')
    expect([own.segments, own.special, own.variation, own.assurance]).toEqual([[], [], null, null])
    expect([own.forecast, own.reach.kind, own.required]).toEqual([[], 'no-question', null])
    expect(row.notJudged?.because).toBe('one-far-figure')
    expect(kpis[0]?.changes.map(({ before, after, estimate }) => [before, after, estimate.kind])).toEqual([
      [null, null, 'not-suited'],
    ])
    expect(impacts[0]?.chanceByDate).toBeNull()
    expect(impacts[0]?.state).toBe('done-measure-not-judged')
    for (const words of [own.finding, own.headline, own.paragraph])
      expect(words).not.toMatch(/improv|worse|usual range/)
  })

  it.each([
    ['a slipped decimal point', queue.with(20, 300)],
    ['the last figure', queue.with(35, 9000)],
    ['the first figure', queue.with(0, 9000)],
    ['a zero among hundreds', queue.map((value) => 10 * value).with(9, 0)],
  ])('is the same for %s', (_, values) => {
    const { own } = analysed(values)
    expect(own.headline).toBe('Not judged: one figure stands far outside all others')
    expect(own.segments).toEqual([])
  })

  it('names both where there are two', () => {
    const { own } = analysed(queue.with(20, 9000).with(30, 310))
    expect(own.headline).toBe('Not judged: two figures stand far outside all others')
    expect(own.paragraph).toContain(
      'The figures for Jun 2024, 9,000, and Apr 2025, 310, stand far outside all others, which lie between 28 and 33. Until they are confirmed or left out,',
    )
  })

  it('is listed among emerging issues as to be confirmed, and flags nothing of itself', () => {
    const { family } = analysed(wrong)
    expect(family.toConfirm).toEqual([
      {
        kpi: 'ot-waiting',
        dimension: 'borough',
        member: 'All',
        label: 'All',
        sentence:
          'The figure for Jun 2024, 9,000, stands far outside all others, which lie between 28 and 33. Until it is confirmed or left out, limits cannot be trusted and nothing is said of change.',
      },
    ])
    expect(family.signals.filter(({ flagged }) => flagged)).toEqual([])
    expect(analysed(queue).family.toConfirm).toEqual([])
  })
})

describe('a series of which figures are withheld', () => {
  it('is never said to have them missing', () => {
    const all = queue.map((_, row) => row)
    const { own } = analysed(queue, all)
    expect(own.paragraph).toContain('All 36 figures are withheld.')
    expect(own.headline).toBe('Latest figure withheld, so recent change is not judged')
    expect(own.notJudged?.reason).not.toContain('missing')
    expect(own.paragraph).not.toContain('missing')
  })

  it('counts what is withheld apart from what is missing, one and many', () => {
    const gappy: (number | null)[] = [...queue]
    expect(analysed(queue, [3]).own.paragraph).toContain('One of 36 figures is withheld.')
    expect(analysed(gappy.with(5, null).with(6, null), [3]).own.paragraph).toContain(
      'Two of 36 figures are missing and one is withheld.',
    )
    expect(analysed(gappy.with(5, null)).own.paragraph).toContain('One of 36 figures is missing.')
  })
})
