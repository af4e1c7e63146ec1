import { describe, expect, it } from 'vitest'
import { demoKpis } from '../../../src/demo/demonstration.ts'
import { stories } from '../../../src/demo/stories.ts'
import { protectFigure } from '../../../src/domain/disclosure/protect.ts'
import { dueDate, isOverdue } from '../../../src/domain/editions/holdings.ts'
import { monthOf } from '../../../src/domain/periods/calendar.ts'
import { addPeriods } from '../../../src/domain/periods/period.ts'
import { judgeMilestone } from '../../../src/domain/plans/judge-milestone.ts'
import type { Intervention, Milestone, Trajectory } from '../../../src/domain/plans/plan.ts'
import { interpolateTrajectory } from '../../../src/domain/trajectory/judge-position.ts'
import { figureIn, type Held, holdDemonstration, kpiOf, seriesIn, valueIn } from './held.ts'

const editions = holdDemonstration()
const newest = editions[4] as Held
const asOf = newest.publication.dataAsAt

const trajectories = new Map(
  editions.flatMap(({ publication }) => publication.trajectories).map((path) => [path.kpi, path]),
)
const interventions = new Map(
  editions.flatMap(({ publication }) => publication.interventions).map((item) => [item.id, item]),
)

function plannedFor(kpi: string, period: string): number | null {
  return interpolateTrajectory((trajectories.get(kpi) as Trajectory).points, period)
}

function interventionOf(kpi: string, kind: Intervention['kind']): Intervention {
  return [...interventions.values()].find((one) => one.kpi === kpi && one.kind === kind) as Intervention
}

function milestone(id: string): Milestone {
  return newest.milestones.get(id) as Milestone
}

function values(kpi: string, from: string, to: string, dimension?: string, member?: string): number[] {
  return seriesIn(newest, kpi, dimension, member)
    .filter(({ period, value }) => period >= from && period <= to && value !== null)
    .map(({ value }) => value ?? 0)
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0) / numbers.length
}

describe('the stories of the demonstration', () => {
  it('name measures that exist', () => {
    const known = new Set(demoKpis.map(({ id }) => id))
    expect(Object.values(stories).flatMap(({ kpis }) => kpis.filter((kpi) => !known.has(kpi)))).toEqual([])
  })

  it(`${stories.stalledList.id}: about 475, then near 315 since the surge, 77 above plan`, () => {
    expect(Math.round(mean(values('ot-waiting', '2022-04', '2023-06')))).toBe(475)
    const since = values('ot-waiting', '2024-08', '2025-09')
    expect(mean(since)).toBeCloseTo(317, 0)
    expect([Math.min(...since), Math.max(...since)]).toEqual([296, 332])
    expect(valueIn(newest, 'ot-waiting', '2025-09')).toBe(309)
    expect(plannedFor('ot-waiting', '2025-09')).toBe(232)
    expect(plannedFor('ot-waiting', '2026-03')).toBe(150)
    expect(values('trusted-assessor-completions', '2022-04', '2023-06').every((value) => value === 0)).toBe(
      true,
    )
    expect(interventionOf('ot-waiting', 'band')).toMatchObject({ start: '2023-10-02', end: '2024-07-31' })
    expect(interventionOf('ot-waiting', 'rebaseline').start).toBe('2024-08-01')
  })

  it(`${stories.completedWaitParadox.id}: list 501 to 414, median 56 to 72, oldest waits cleared`, () => {
    expect(valueIn(newest, 'care-act-waiting', '2024-09')).toBe(501)
    expect(valueIn(newest, 'care-act-waiting', '2025-09')).toBe(414)
    expect(valueIn(newest, 'care-act-wait-median', '2024-09')).toBe(56)
    expect(valueIn(newest, 'care-act-wait-median', '2025-09')).toBe(72)
    const oldest = (period: string) =>
      valueIn(newest, 'care-act-waiting', period, 'wait-band', 'Over 26 weeks')
    expect(oldest('2025-09')).toBeLessThan(oldest('2024-09') / 2)
  })

  it(`${stories.emergingSelfNeglect.id}: seven months above all before in Southall, borough unmoved`, () => {
    const inSouthall = (from: string, to: string) =>
      values('sg-type', from, to, 'type+town', 'Self-neglect · Southall')
    const before = inSouthall('2022-04', '2025-02')
    const since = inSouthall('2025-03', '2025-09')
    expect(since).toHaveLength(7)
    expect(Math.min(...since)).toBeGreaterThan(Math.max(...before))
    expect(mean(since)).toBeGreaterThan(2 * mean(before))
    const borough = (from: string, to: string) => values('sg-type', from, to, 'type', 'Self-neglect')
    expect(Math.abs(mean(borough('2025-03', '2025-09')) - mean(borough('2024-03', '2025-02')))).toBeLessThan(
      2.5,
    )
  })

  it(`${stories.directPaymentsBehind.id}: 342 against 440, 43 a month needed, 2 the best so far`, () => {
    expect(valueIn(newest, 'dp-clients', '2025-09')).toBe(342)
    expect(plannedFor('dp-clients', '2025-09')).toBe(440)
    expect((600 - 342) / 6).toBe(43)
    const all = values('dp-clients', '2022-04', '2025-09')
    const sixMonthly = all.slice(6).map((value, index) => (value - (all[index] ?? 0)) / 6)
    expect(Math.round(Math.max(...sixMonthly))).toBe(2)
  })

  it(`${stories.doneWithoutEffect.id}: completed as promised, and the list within ten of where it was`, () => {
    expect(milestone('M04')).toMatchObject({
      kpi: 'ot-waiting',
      baselineDue: '2024-12-20',
      completed: '2024-12-20',
      moves: [],
    })
    const before = mean(values('ot-waiting', '2024-08', '2024-12'))
    const after = mean(values('ot-waiting', '2025-01', '2025-09'))
    expect(Math.abs(after - before)).toBeLessThan(10)
  })

  it(`${stories.provisionalPoints.id}: two at each edition, settling later`, () => {
    const provisional = editions.map((held) =>
      seriesIn(held, 'care-act-waiting')
        .filter((point) => point.provisional)
        .map(({ period }) => period),
    )
    expect(provisional).toEqual([
      ['2025-04', '2025-05'],
      ['2025-05', '2025-06'],
      ['2025-06', '2025-07'],
      ['2025-07', '2025-08'],
      ['2025-08', '2025-09'],
    ])
    const may = editions.map((held) =>
      seriesIn(held, 'sg-concerns').find(({ period }) => period === '2025-05'),
    )
    expect(may[0]?.value).not.toBe(may[2]?.value)
    expect(may[4]).toMatchObject({ provisional: false, revised: false })
  })

  it(`${stories.restatedQuarter.id}: 94 becomes 82 in edition 3, with its reason`, () => {
    const register = editions.slice(1, 3).map((held) => figureIn(held, 'dp-pa-register', '2024-Q4'))
    expect(register.map(({ value }) => value)).toEqual([94, 82])
    expect(figureIn(newest, 'dp-pa-register', '2024-Q4')).toMatchObject({ revised: true, previousValue: 94 })
    expect(editions[2]?.publication.note).toContain('lapsed')
    expect(figureIn(newest, 'ot-waiting', '2024-09')).toMatchObject({
      value: 330,
      revised: true,
      previousValue: 408,
    })
    expect(editions[1]?.publication.note).toContain('left open')
  })

  it('nothing else is restated', () => {
    const revised = [...newest.figures.values()].filter((figure) => figure.revised)
    expect(new Set(revised.map(({ kpi, period }) => `${kpi} ${period}`))).toEqual(
      new Set(['ot-waiting 2024-09', 'dp-pa-register 2024-Q4']),
    )
  })

  it('notes of editions, which everybody may read, name no figure', () => {
    const notes = editions.map(({ publication }) => publication.note ?? '')
    // dates and years apart, there are no numbers in them
    const stripped = notes.map((note) => note.replaceAll(/\b20\d\d\b|\b\d{1,2} (?=October)/g, ''))
    expect(stripped.filter((note) => /\d/.test(note))).toEqual([])
  })

  it(`${stories.missingMonth.id}: every figure of February 2024 is a gap`, () => {
    const february = [...newest.figures.values()].filter(
      ({ kpi, period }) => kpi === 'ot-waiting' && period === '2024-02',
    )
    expect(february.length).toBeGreaterThan(20)
    expect(
      february.filter(({ availability, value }) => availability !== 'missing' || value !== null),
    ).toEqual([])
  })

  it(`${stories.overdueFigure.id}: August is the latest, September was due on 3 October`, () => {
    const latest = seriesIn(newest, 'financial-waiting').at(-1)?.period
    expect(latest).toBe('2025-08')
    const due = dueDate(kpiOf('financial-waiting'), '2025-09')
    expect(due).toBe('2025-10-03')
    expect(isOverdue({ due }, asOf)).toBe(true)
  })

  it('no other measure is overdue in any edition', () => {
    const overdue = editions.flatMap((held) =>
      demoKpis
        .filter((kpi) => {
          const periods = [...held.figures.values()]
            .filter((figure) => figure.kpi === kpi.id && figure.dimension !== 'comparator')
            .map(({ period }) => period)
            .sort()
          const due = dueDate(kpi, addPeriods(periods.at(-1) ?? '', 1))
          return isOverdue({ due }, held.publication.dataAsAt)
        })
        .map(({ id }) => `${held.publication.label}: ${id}`),
    )
    expect(overdue).toEqual(['September 2025: financial-waiting'])
  })

  it(`${stories.definitionChange.id}: the share steps up by more than 15 points in April 2024`, () => {
    expect(interventionOf('financial-within-28', 'definition-break').start).toBe('2024-04-01')
    const before = mean(values('financial-within-28', '2023-10', '2024-03'))
    const after = mean(values('financial-within-28', '2024-04', '2024-09'))
    expect(after - before).toBeGreaterThan(15)
    expect(kpiOf('financial-within-28')).toMatchObject({ version: 2, validFrom: '2024-04-01' })
  })

  it(`${stories.smallCounts.id}: modern slavery and reasons of new payments are withheld from the panel`, () => {
    const slavery = figureIn(newest, 'sg-type', '2025-09', 'type', 'Modern slavery')
    expect(slavery.value).toBe(2)
    expect(protectFigure(kpiOf('sg-type'), slavery)).toMatchObject({
      value: null,
      availability: 'suppressed',
    })
    const reasons = seriesIn(newest, 'dp-starts', 'support-reason', 'Mental health')
    expect(
      reasons.filter((figure) => protectFigure(kpiOf('dp-starts'), figure)?.availability === 'suppressed'),
    ).toHaveLength(reasons.length)
  })

  it(`${stories.highPriorityJump.id}: thirteen after seven at most, its cover overdue though reported green`, () => {
    expect(valueIn(newest, 'unallocated-high', '2025-09')).toBe(13)
    expect(Math.max(...values('unallocated-high', '2022-04', '2025-08'))).toBe(7)
    expect(Math.min(...values('unallocated-high', '2022-04', '2025-08'))).toBe(0)
    expect(judgeMilestone(milestone('M15'), asOf)).toMatchObject({
      isOverdue: true,
      brag: 'red',
      reportedDiffers: 'green',
    })
  })
})

describe('the plan of the demonstration', () => {
  it('has 40 milestones: 17 complete, 9 on track, 5 at risk, 4 late, 5 not started', () => {
    const delivery = [...newest.milestones.values()].map((one) => judgeMilestone(one, asOf).delivery)
    const count = (status: string) => delivery.filter((one) => one === status).length
    expect(delivery).toHaveLength(40)
    expect(['complete', 'on-track', 'at-risk', 'late', 'not-started'].map(count)).toEqual([17, 9, 5, 4, 5])
  })

  it('links every milestone to a measure and, where it names one, to a risk', () => {
    const known = new Set(demoKpis.map(({ id }) => id))
    const risks = new Set(editions[0]?.publication.risks.map(({ id }) => id))
    const loose = [...newest.milestones.values()].filter(
      ({ kpi, risk }) => kpi === null || !known.has(kpi) || (risk !== null && !risks.has(risk)),
    )
    expect(loose).toEqual([])
  })

  it('has one milestone moved three times, each move from where the last one ended', () => {
    const moved = [...newest.milestones.values()].filter(({ moves }) => moves.length >= 3)
    expect(moved.map(({ id }) => id)).toEqual(['M05'])
    expect(moved[0]?.moves.map(({ from, to }) => [from, to])).toEqual([
      ['2025-06-30', '2025-08-29'],
      ['2025-08-29', '2025-10-10'],
      ['2025-10-10', '2025-11-28'],
    ])
    expect(judgeMilestone(milestone('M05'), asOf).slipWorkingDays).toBe(108)
  })

  it('tells no edition what came after it', () => {
    const early = editions.flatMap(({ publication, milestones }) =>
      [...milestones.values()].filter(
        ({ completed, moves }) =>
          (completed ?? '') > publication.dataAsAt ||
          moves.some(({ movedOn }) => movedOn > publication.dataAsAt),
      ),
    )
    expect(early).toEqual([])
  })

  it('differs from edition to edition, and repeats nothing', () => {
    expect(editions.map(({ publication }) => publication.milestones.length > 0)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect(editions.slice(1).map(({ publication }) => publication.kpis.length)).toEqual([0, 0, 0, 0])
    expect(editions.slice(1).map(({ publication }) => publication.workstreams.length)).toEqual([0, 0, 0, 0])
  })

  it('plans some 30 measures from April 2025 to March 2026, some behind and some ahead', () => {
    const standings = [...trajectories.values()].map(({ kpi, points }) => {
      const latest = seriesIn(newest, kpi).at(-1)
      const planned = latest && interpolateTrajectory(points, latest.period)
      if (!latest || planned == null) return 'none'
      const isBetter = (latest.value ?? 0) > planned === (kpiOf(kpi).direction === 'up')
      return isBetter ? 'ahead' : 'behind'
    })
    expect(standings.length).toBeGreaterThanOrEqual(30)
    expect(standings.filter((one) => one === 'ahead').length).toBeGreaterThanOrEqual(12)
    expect(standings.filter((one) => one === 'behind').length).toBeGreaterThanOrEqual(12)
  })

  it('starts each edition’s label with the month that it reports on', () => {
    expect(editions.map(({ publication }) => [publication.label, monthOf(publication.dataAsAt)])).toEqual([
      ['May 2025', '2025-06'],
      ['June 2025', '2025-07'],
      ['July 2025', '2025-08'],
      ['August 2025', '2025-09'],
      ['September 2025', '2025-10'],
    ])
  })
})
