import { describe, expect, it } from 'vitest'
import type { TestedSeries } from '../../../../../src/domain/analysis/edition-analysis.ts'
import type { JudgedPart } from '../../../../../src/domain/analysis/judge-part.ts'
import { buildMultiples, spanOfAll } from '../../../../../src/domain/trends/parts/small-multiples.ts'
import { aDescribedKpi } from '../../../../support/a-kpi.ts'
import { aSeries } from '../../../../support/a-series.ts'

const town = {
  id: 'town',
  label: 'Town',
  members: [
    { id: 'Acton', label: 'Acton', level: null },
    { id: 'Ealing', label: 'Ealing (town)', level: null },
  ],
}
const acton = aSeries([40, 47], { dimension: 'town', member: 'Acton' })
const ealing = aSeries([90, null], { dimension: 'town', member: 'Ealing' })
const span = { from: '2025-08', to: '2025-09' }

describe('buildMultiples', () => {
  const model = buildMultiples(aDescribedKpi(), town, [ealing, acton], span)

  it('keeps the order of the dimension and its labels', () => {
    expect(model?.multiples.map(({ label, latest }) => [label, latest])).toEqual([
      ['Acton', '47'],
      ['Ealing (town)', '[x]'],
    ])
  })

  it('has one scale that holds every member', () => {
    expect(model?.axis.upper).toBeGreaterThanOrEqual(90)
  })

  it('says nothing of a member that is not held', () => {
    expect(buildMultiples(aDescribedKpi(), town, [acton], span)?.multiples).toHaveLength(1)
    expect(buildMultiples(aDescribedKpi(), town, [], span)).toBeNull()
  })

  it('spans what any member holds', () => {
    expect(spanOfAll([aSeries([1], { last: '2025-01' }), acton])).toEqual({ from: '2025-01', to: '2025-09' })
  })

  it('judges no member whose newest figure has not come, with a row for it or without', () => {
    const quiet = { segments: [], special: [], variation: 'common_cause' as const, notJudged: null }
    const late = aSeries([90, 91], { dimension: 'town', member: 'Ealing', last: '2025-08' })
    const told = buildMultiples(aDescribedKpi(), town, [late, acton], span, {
      judged: new Map<string, JudgedPart>([
        ['Acton', quiet],
        ['Ealing', quiet],
      ]),
      flagged: [],
    })
    expect(told?.multiples.map(({ verdict }) => verdict?.words)).toEqual([
      'No evidence of real change',
      'Change is not judged',
    ])
    expect(told?.multiples[1]?.verdict?.rule).toContain('The latest figure is missing')
  })

  it('does not read out by its limits what it does not judge', () => {
    const limits = { from: '2025-08', to: '2025-09', mean: 43, lower: 30, upper: 56 }
    const judged = {
      segments: [{ ...limits, isTrial: false, reason: null }],
      special: [],
      variation: 'common_cause' as const,
      notJudged: null,
    }
    const reason = 'The latest figure is overdue, so recent change is not judged.'
    const readingOf = (part: JudgedPart) =>
      buildMultiples(aDescribedKpi(), town, [acton], span, {
        judged: new Map([['Acton', part]]),
        flagged: [],
      })?.multiples[0]?.reading
    expect(readingOf(judged)).toContain('no evidence of real change')
    expect(readingOf({ ...judged, variation: null, notJudged: { because: 'overdue', reason } })).not.toMatch(
      /evidence|limits/,
    )
  })

  it('has limits, signals and verdict of each member for itself, and none where none were judged', () => {
    const stretch = (mean: number) => [
      {
        from: '2025-08',
        to: '2025-09',
        mean,
        lower: mean - 5,
        upper: mean + 5,
        isTrial: false,
        reason: null,
      },
    ]
    const standsOut = {
      segments: stretch(90),
      special: [{ period: '2025-09', cause: 'Above UCL', type: 'special_cause_concern' } as const],
      variation: 'special_cause_concern' as const,
      notJudged: null,
    }
    const steady = { ...standsOut, segments: stretch(40), special: [], variation: 'common_cause' as const }
    const dimension = {
      ...town,
      members: [...town.members, { id: 'Hanwell', label: 'Hanwell', level: null }],
    }
    const all = [
      acton,
      aSeries([90, 96], { dimension: 'town', member: 'Ealing' }),
      aSeries([60, 61], { dimension: 'town', member: 'Hanwell' }),
    ]
    const judged = new Map<string, JudgedPart>([
      ['Acton', steady],
      ['Ealing', standsOut],
    ])
    const own = buildMultiples(aDescribedKpi(), dimension, all, span, { judged, flagged: [] })
    const of = (id: string) => own?.multiples.find(({ member }) => member === id)
    const meansOf = (id: string) => of(id)?.limits.map(({ mean }) => mean)
    const signalsOf = (id: string) => of(id)?.points.map(({ judgement }) => judgement?.signal?.type ?? null)
    expect(['Acton', 'Ealing', 'Hanwell'].map(meansOf)).toEqual([[40], [90], []])
    expect(signalsOf('Acton')).toEqual([null, null])
    expect(signalsOf('Ealing')).toEqual([null, 'special_cause_concern'])
    expect(of('Acton')?.verdict?.words).toBe('No evidence of real change')
    expect(of('Hanwell')?.verdict).toBeNull()
  })

  it('puts flagged members first, then those that stand out, then the others as the dictionary has them', () => {
    const dimension = {
      ...town,
      members: ['A', 'B', 'C', 'D'].map((id) => ({ id, label: id, level: null })),
    }
    const all = dimension.members.map(({ id }) => aSeries([40, 41], { dimension: 'town', member: id }))
    const part = (variation: JudgedPart['variation']): JudgedPart => ({
      segments: [],
      special: [],
      variation,
      notJudged: null,
    })
    const judged = new Map([
      ['A', part('common_cause')],
      ['B', part('special_cause_neutral_high')],
      ['C', part('special_cause_concern')],
      ['D', part('common_cause')],
    ])
    const flagged = [{ ...aTestedSeries, member: 'D' }]
    const ordered = buildMultiples(aDescribedKpi(), dimension, all, span, { judged, flagged })
    expect(ordered?.multiples.map(({ member }) => member)).toEqual(['D', 'C', 'B', 'A'])
    expect(ordered?.multiples[0]?.flag).toBe('D: higher since Apr 2025.')
  })
})

const aTestedSeries: TestedSeries = {
  kpi: 'ot-waiting',
  dimension: 'town',
  member: 'D',
  label: 'D',
  tested: 'series',
  pValue: 0.001,
  qValue: 0.01,
  flagged: true,
  change: {
    kind: 'step',
    direction: 1,
    since: '2025-04',
    meaning: 'concern',
    sentence: 'D: higher since Apr 2025.',
    history: [],
    before: 40,
    after: 41,
    expected: null,
    meetsTarget: null,
    action: null,
  },
}
