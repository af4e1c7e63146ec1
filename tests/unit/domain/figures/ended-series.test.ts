import { describe, expect, it } from 'vitest'
import { analyseKpi } from '../../../../src/domain/analysis/analyse-edition.ts'
import { analyseSeries } from '../../../../src/domain/analysis/analyse-series.ts'
import { judgePart } from '../../../../src/domain/analysis/judge-part.ts'
import { membersOf } from '../../../../src/domain/analysis/test-family.ts'
import { hasEnded, newestPeriod, upTo } from '../../../../src/domain/figures/ended-series.ts'
import { buildMultiples } from '../../../../src/domain/trends/parts/small-multiples.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

const values = Array.from({ length: 24 }, (_, month) => 40 + ((month * 7) % 11))
const inTown = (member: string, last: string) => aSeries(values, { dimension: 'town', member, last })

describe('a series that has ended', () => {
  it('is one without a figure for more than a quarter of a year before the newest of its measure', () => {
    expect(hasEnded(inTown('Acton', '2025-06'), '2025-09')).toBe(false)
    expect(hasEnded(inTown('Acton', '2025-05'), '2025-09')).toBe(true)
    expect(hasEnded(aSeries([null, null]), '2025-09')).toBe(true)
    expect(hasEnded(aSeries([4, 5], { last: '2025-Q1' }), '2025-Q2')).toBe(false)
    expect(hasEnded(aSeries([4, 5], { last: '2025-Q1' }), '2025-Q3')).toBe(true)
    // counted in quarters once, and in months since
    expect(hasEnded(aSeries([4, 5], { last: '2024-Q1' }), '2025-09')).toBe(false)
  })

  it('has not ended where its figures are withheld', () => {
    const series = inTown('Acton', '2025-09')
    const points = series.points.map((point, row) =>
      row > 12 ? { ...point, value: null, availability: 'suppressed' as const } : point,
    )
    expect(hasEnded({ ...series, points }, '2025-09')).toBe(false)
    expect(newestPeriod([{ ...series, points }, inTown('Hanwell', '2025-03')])).toBe('2025-09')
    expect(newestPeriod([aSeries([null])])).toBeNull()
  })

  it('is not tested for recent change, and says nothing of now among the parts of its breakdown', () => {
    const kpi = aDescribedKpi()
    const series = [inTown('Acton', '2025-09'), inTown('Old Hub', '2025-03')]
    expect(membersOf({ kpis: [kpi], series }).map((one) => one.series.member)).toEqual(['Acton'])
    const members = ['Acton', 'Old Hub'].map((id) => ({ id, label: id, level: null }))
    const part = {
      segments: [],
      special: [],
      variation: 'special_cause_improvement' as const,
      meaning: null,
      byMethod: null,
      notJudged: null,
    }
    const model = buildMultiples(
      kpi,
      { id: 'town', label: 'Town', members },
      series,
      { from: '2023-10', to: '2025-09' },
      { judged: new Map(members.map(({ id }) => [id, part])), flagged: [] },
    )
    expect(model?.multiples.map(({ label, verdict }) => [label, verdict === null])).toEqual([
      ['Acton', false],
      ['Old Hub', true],
    ])
  })
})

describe('a part without a row for the newest month', () => {
  const context = {
    kpi: aDescribedKpi({ aggregation: 'S', targets: [] }),
    plan: { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] },
    asOf: '2025-10-06',
    isRounded: false,
  }
  const late = inTown('Acton', '2025-08')

  it('has a figure that is missing, and its last is not judged as the latest', () => {
    const part = upTo('2025-09', late)
    expect(part.points.at(-1)).toMatchObject({ period: '2025-09', value: null, availability: 'missing' })
    expect(part.points.slice(0, -1)).toEqual(late.points)
    expect(judgePart(context, part)?.notJudged?.because).toBe('latest-missing')
    const { paragraph, variation } = analyseSeries(context, part) ?? {}
    expect(variation).toBeNull()
    expect(paragraph).toMatch(/The last figure held is 47 people waiting in Aug 2025\./)
  })

  it('is as it is where it goes so far, or is counted in other periods', () => {
    expect(upTo('2025-08', late)).toBe(late)
    expect(upTo('2025-07', late)).toBe(late)
    expect(upTo(null, late)).toBe(late)
    const quarters = aSeries([4, 5], { last: '2024-Q1' })
    expect(upTo('2025-09', quarters)).toBe(quarters)
  })

  it('is not judged as a category either', () => {
    const kpi = aDescribedKpi({ aggregation: 'X', targets: [] })
    const inCategory = (member: string, last: string) =>
      aSeries(values, { dimension: 'category', member, last })
    const analysis = analyseKpi(
      { ...context, kpi },
      [inCategory('Neglect', '2025-09'), inCategory('Physical', '2025-08')],
      { signals: [] },
    )
    expect(analysis.series.map(({ member, notJudged }) => [member, notJudged?.because])).toEqual([
      ['Neglect', undefined],
      ['Physical', 'latest-missing'],
    ])
  })
})
