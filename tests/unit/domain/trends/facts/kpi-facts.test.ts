import { describe, expect, it } from 'vitest'
import { stateFacts } from '../../../../../src/domain/trends/facts/kpi-facts.ts'
import { buildPoints } from '../../../../../src/domain/trends/points.ts'
import { aDescribedKpi } from '../../../../support/a-kpi.ts'
import { aSeries } from '../../../../support/a-series.ts'

const emptyPlan = { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }
const plan = {
  ...emptyPlan,
  trajectories: [
    {
      kpi: 'ot-waiting',
      approvedBy: 'Board',
      points: [
        { period: '2025-04', planned: 316 },
        { period: '2025-05', planned: 300 },
        { period: '2025-09', planned: 232 },
      ],
    },
  ],
}
// 330 a year before, 312 the month before, 309 now
const values = [330, ...Array.from({ length: 10 }, () => 320), 312, 309]

function facts(
  changes: Parameters<typeof aDescribedKpi>[0] = {},
  own: readonly (number | null)[] = values,
  agreed = plan,
) {
  const kpi = aDescribedKpi(changes)
  const series = aSeries(own)
  const span = { from: series.points[0]?.period ?? '', to: series.points.at(-1)?.period ?? '' }
  const points = buildPoints(kpi, series, span, {
    targets: kpi.targets,
    trajectory: agreed.trajectories[0] ?? null,
    variation: null,
  })
  const input = {
    kpi,
    subject: kpi.name,
    points,
    isWhole: true,
    plan: agreed,
    milestones: [],
    analysis: null,
    asOf: '2025-10-06',
  }
  return stateFacts(input)
}

describe('the title where the analysis could not be read', () => {
  it('states value, year and plan, and nothing about real change', () => {
    expect(facts().finding).toBe(
      'Waiting for OT assessment: 309 people waiting on 30 Sep 2025, 21 fewer than a year before and 77 above plan',
    )
  })

  it('leaves out a comparison that cannot be made', () => {
    expect(facts({}, [309], { ...plan, trajectories: [] }).finding).toBe(
      'Waiting for OT assessment: 309 people waiting on 30 Sep 2025',
    )
  })

  it('does not compare across a change of definition', () => {
    const breaks = [{ date: '2025-04-01', title: 'New form', reason: 'Recording' }]
    expect(facts({ breaks }).finding).not.toContain('year before')
    expect(facts({ breaks }).facts.find(({ term }) => term === 'Change on year')?.value).toContain(
      'Not comparable',
    )
  })

  it('says when a year made no difference', () => {
    expect(facts({}, [309, ...Array.from({ length: 11 }, () => 1), 309]).finding).toContain(
      'the same as a year before',
    )
  })

  it('shows a change finer where the figures as shown would not differ by it', () => {
    // 71.4 and 70.6 are both shown as 71%, and told as 1 percentage point apart
    const shares = [70.6, ...Array.from({ length: 11 }, () => 71), 71.4]
    const { facts: list } = facts({ unit: 'percent', aggregation: 'W', direction: 'up', targets: [] }, shares)
    expect(list.find(({ term }) => term === 'Change on year')?.value).toBe(
      '0.8 percentage points higher (71.4%, was\u00a070.6%)',
    )
    expect(list.find(({ term }) => term === 'Change on month')?.value).toBe('About the same (was\u00a071%)')
  })

  it('compares lengths of time as longer and shorter, as the paragraph does, in every fact', () => {
    const { finding, facts: list } = facts({ unit: 'days', numerator: null })
    expect(finding).toContain('309 days on 30 Sep 2025, 21 days shorter than a year before')
    expect(list.find(({ term }) => term === 'Change on year')?.value).toContain('21 days shorter')
    expect(list.find(({ term }) => term === 'Change on month')?.value).toContain('3 days shorter')
  })

  it('counts one person as one person', () => {
    expect(facts({}, [1], { ...plan, trajectories: [] }).finding).toBe(
      'Waiting for OT assessment: 1 person waiting on 30 Sep 2025',
    )
  })
})

describe('the changes', () => {
  it('are of the latest period, and none where its figure is not there', () => {
    const { facts: list } = facts({}, [...values, null])
    const told = list.filter(({ term }) => term.startsWith('Change on'))
    expect(told.map(({ value }) => value)).toEqual([
      'Not available: the figure for 30 Sep 2025 is missing [x]',
      'Not available: the figure for 30 Sep 2025 is missing [x]',
    ])
  })
})

describe('the verdicts', () => {
  const words = (result: ReturnType<typeof facts>) => result.verdicts.map((verdict) => verdict.words)

  it('give target, plan and figure, each with its rule', () => {
    // 309 was planned 7/16 of the way from April (316) to May (300): 4.6 months before September
    expect(words(facts())).toEqual([
      'Target not met, 159 above',
      '77 above plan, 5 months behind',
      'Final figure',
    ])
  })

  it('say which side of its target is good', () => {
    const rule = (direction: 'up' | 'down', unit: 'count' | 'days') =>
      facts({ direction, unit }).verdicts[0]?.rule
    expect(rule('down', 'count')).toContain('The target is 150 or fewer')
    expect(rule('down', 'days')).toContain('150 or lower')
    expect(rule('up', 'count')).toContain('The target is 150 or more')
  })

  it('ask a count for none, and not for fewer than that', () => {
    const targets = [{ from: '2025-04', value: 0, lower: null, upper: null, by: null, setBy: 'Board' }]
    expect(facts({ targets }).verdicts[0]?.rule).toContain('The target is 0.')
  })

  it('judge an overdue measure neither by its target nor by its plan, and say that it is overdue', () => {
    const overdue = facts({ due: '2025-10-01' })
    expect(words(overdue)).toEqual([
      'Not known whether target is met',
      'Place on plan unknown',
      'Figure overdue',
    ])
    expect(overdue.verdicts[0]?.rule).toContain('The latest figure is overdue.')
    expect(overdue.verdicts[1]?.rule).toContain('The latest figure is overdue')
  })

  it('call a band met inside it', () => {
    const targets = [{ from: '2025-04', value: null, lower: 300, upper: 320, by: null, setBy: 'Board' }]
    expect(words(facts({ targets, direction: 'neutral' }))[0]).toBe('Target met')
  })

  it('say that a missing latest figure is missing', () => {
    expect(words(facts({}, [309, null]))).toEqual([
      'Not known whether target is met',
      'Place on plan unknown',
      'Latest figure missing [x]',
    ])
    // of nothing held, or shown, no figure is told as none
    expect(facts({}, [null, null]).facts[0]).toMatchObject({ term: 'Latest figure', value: 'Missing [x]' })
  })

  it('leave out months that contradict the gap, where a plan turns', () => {
    // 309 against 400 planned for September is better; the plan passes 309 between April (300) and May (400) alone
    const points = [
      { period: '2025-04', planned: 300 },
      { period: '2025-05', planned: 400 },
      { period: '2025-09', planned: 400 },
    ]
    const turning = { ...plan, trajectories: [{ kpi: 'ot-waiting', approvedBy: 'Board', points }] }
    const place = facts({}, values, turning).verdicts[1]
    expect(place?.words).toBe('91 below plan')
    expect(place?.rule).toBe('309 against 400 planned for Sep 2025.')
  })
})
