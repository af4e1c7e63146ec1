import { describe, expect, it } from 'vitest'
import { chanceInWords } from '../../../../../src/domain/forecast/chance-words.ts'
import type { ReachedTarget } from '../../../../../src/domain/forecast/reached-target.ts'
import { workOffBacklog } from '../../../../../src/domain/trends/facts/backlog.ts'
import { listOutlook } from '../../../../../src/domain/trends/facts/outlook-facts.ts'
import { aDescribedKpi } from '../../../../support/a-kpi.ts'
import { aSeries } from '../../../../support/a-series.ts'
import { aSeriesAnalysis } from '../../../../support/an-analysis.ts'
import { someChances } from '../../../../support/some-chances.ts'

const kpi = aDescribedKpi()
const outlook = (changes: Parameters<typeof aSeriesAnalysis>[0], of = kpi) =>
  listOutlook({ kpi: of, isWhole: true, points: [], analysis: aSeriesAnalysis(changes), asOf: '2025-10-06' })

describe('chance in words', () => {
  it('is rounded to five in a hundred and never certain', () => {
    expect(chanceInWords(0.21)).toBe('About 1 in 5 (20%)')
    expect(chanceInWords(0.36)).toBe('About 35%')
    expect(chanceInWords(0.03)).toBe('Less than 5%')
    expect(chanceInWords(0)).toBe('Less than 5%')
    expect(chanceInWords(1)).toBe('More than 95%')
  })
})

describe('when a target will be reached', () => {
  it('is said with its earliest and latest month', () => {
    const reach = someChances({ everWithin: 1, keptWithin: 0.6, earliest: '2026-01', median: '2026-05' })
    expect(outlook({ reach })).toEqual([
      {
        term: 'Will it be kept?',
        value: 'About May 2026',
        detail: 'for 3 months running; Jan 2026 at the earliest, may be over 18 months away',
      },
    ])
  })

  it('is likely by the month that is the latest too, and each month is said once', () => {
    const by = (earliest: string, median: string, latest: string | null) =>
      outlook({ reach: someChances({ everWithin: 1, keptWithin: 1, earliest, median, latest }) })[0]
    expect(by('2025-10', '2025-10', '2025-10')).toMatchObject({
      value: 'Likely by Oct 2025',
      detail: 'for 3 months running',
    })
    expect(by('2025-10', '2025-12', '2025-12')).toMatchObject({
      value: 'Likely by Dec 2025',
      detail: 'for 3 months running; Oct 2025 at the earliest',
    })
    expect(by('2025-10', '2025-10', '2026-02')).toMatchObject({
      value: 'About Oct 2025',
      detail: 'for 3 months running; Feb 2026 at the latest',
    })
  })

  it('is said where it cannot be, and not asked without a question', () => {
    expect(outlook({ reach: someChances() })[0]?.value).toBe('Not likely to be met')
    expect(outlook({ reach: { kind: 'too-few-points' } })[0]?.value).toBe('Too few points to say')
    expect(outlook({ reach: { kind: 'kept', run: 7 } })[0]?.detail).toBe('the last 7 figures meet it')
    expect(outlook({ reach: { kind: 'not-on-current-trend' } })).toEqual([])
    expect(outlook({})).toEqual([])
  })

  it('is answered of what is kept so far by the chance that it lasts, or else not asked', () => {
    const kept = (chance: number) =>
      outlook({ reach: { kind: 'kept', run: 60, stays: { chance, until: '2026-03', isLeading: false } } })[0]
    expect(kept(0.36)).toEqual({
      term: 'Will it be kept?',
      value: 'Kept so far, less likely than not to last',
      detail: 'the last 60 figures meet it; in every month to Mar 2026: about 35%',
    })
    expect([0.01, 0.5, 0.7, 0.9].map((chance) => kept(chance)?.value)).toEqual([
      'Kept so far, not likely to last',
      'Kept so far, about as likely as not to last',
      'Kept so far, more likely than not to last',
      'Kept so far, likely to last',
    ])
    expect(outlook({ reach: { kind: 'kept', run: 7 } })[0]?.term).toBe('Is it kept?')
  })

  it('tells what comes by chance from what is kept', () => {
    const reach = someChances({ metLately: 12, inOne: 0.5, everWithin: 1, keptWithin: 0.08 })
    const flow = aDescribedKpi({ aggregation: 'S' })
    expect(outlook({ reach }, flow)[0]).toEqual({
      term: 'Will it be kept?',
      value: 'Met now and then, not likely kept',
      detail:
        'it is met in about 6 of 12 months, by chance; not likely for 3 months running within the next 18 months',
    })
    // one of the last 24 months met it
    expect(outlook({ reach: { ...reach, inOne: 0.042 } }, flow)[0]?.detail).toContain('about 1 of 24 months')
    expect(outlook({ reach: { ...reach, inOne: 0.01 } }, flow)[0]?.detail).toContain('in a single month')
    // no more often than the figures show: one of twelve
    expect(
      outlook({ reach: { ...reach, inOne: 0.15, metLately: 1, heldLately: 12 } }, flow)[0]?.detail,
    ).toContain('about 1 of 12 months')
    // a list moves on from where it stands: how often chance met a target says nothing of the months ahead
    expect(outlook({ reach })[0]).toEqual({
      term: 'Will it be kept?',
      value: 'Not likely to be kept',
      detail: 'for 3 months running within the next 18 months',
    })
  })

  it('gives each event its own chance', () => {
    const target = { from: '2025-04', value: 150, lower: null, upper: null, by: '2026-03-31', setBy: 'Board' }
    const analysis = aSeriesAnalysis({ reach: someChances({ everWithin: 1, everBy: 0.8, keptBy: 0.2 }) })
    const dated = aDescribedKpi({ targets: [target] })
    const facts = listOutlook({ kpi: dated, isWhole: true, points: [], analysis, asOf: '2025-10-06' })
    expect(facts.slice(1).map(({ term, value }) => [term, value])).toEqual([
      ['Chance of 150 in any month by 31 Mar 2026', 'About 4 in 5 (80%)'],
      ['Chance of 150 for 3 months running by 31 Mar 2026', 'About 1 in 5 (20%)'],
    ])
  })

  it('stands beside what it would take and what was ever kept up', () => {
    const required = { needed: 26.7, best: 13.3, typical: -0.2 }
    expect(outlook({ required })).toEqual([
      {
        term: 'Needed to meet the target',
        value: '27 fewer each month',
        detail: 'best six months so far: 13 a month; typical: no gain',
      },
    ])
  })
})

describe('how long a list takes to come down', () => {
  const points = (values: readonly (number | null)[]) => aSeries(values).points
  const workOff = (of: Parameters<typeof workOffBacklog>[0], values: readonly (number | null)[]) =>
    workOffBacklog(of, points(values), 150, { reach: { kind: 'no-question' } })

  it('is what is left over the average net reduction of six months', () => {
    // 360 to 300 in six months is 10 a month; 150 are left
    expect(workOff(kpi, [360, 350, 340, 330, 320, 310, 300])).toEqual({
      term: 'How long at the recent pace',
      value: 'About 15 months',
      detail: 'at last six months’ average net reduction, 10 a month',
    })
  })

  it('is told to the nearest month, and in none of fewer', () => {
    // 54 in six months is 9 a month, and 55 are left: 6.1 months; 85 in six months with 5 left: 0.4
    expect(workOff(kpi, [259, 250, 250, 250, 250, 250, 205])?.value).toBe('About 6 months')
    expect(workOff(kpi, [240, 240, 240, 240, 240, 240, 155])?.value).toBe('About 1 month')
  })

  it('is not told of a season, nor beside an outlook that denies it', () => {
    // 676 in March, 610 in September, and 697 the next March: half a year is the season
    const falling = points([750, 733, 935, 789, 664, 692, 641])
    const beside = (reach: ReachedTarget, hasSeason?: boolean) =>
      workOffBacklog(kpi, falling, 566, { reach, hasSeason })
    expect(beside({ kind: 'no-question' })?.value).toBe('About 4 months')
    expect(beside({ kind: 'no-question' }, true)).toBeNull()
    expect(beside(someChances({ everWithin: 0.3, keptWithin: 0.1 }))).toBeNull()
    expect(beside(someChances({ everWithin: 0.8, keptWithin: 0.45 }))?.value).toBe('About 4 months')
    // some fourteen years to 150, beside a target that is foretold to be kept within 18 months
    const slow = points([303, 303, 303, 303, 303, 303, 302])
    const far = (reach: ReachedTarget) => workOffBacklog(kpi, slow, 150, { reach })?.value
    expect(far(someChances())).toBe('More than ten years')
    expect(far(someChances({ keptWithin: 0.6, median: '2026-05' }))).toBeUndefined()
  })

  it('is not told where there was no reduction', () => {
    expect(workOff(kpi, [300, 300, 300, 300, 300, 300, 300])?.value).toBe('Not coming down')
  })

  it('is not asked of a missing month, a target met or another kind of measure', () => {
    // counted otherwise before June: what looks like a fall may be none
    const breaks = [{ date: '2025-06-01', title: 'Counted once', reason: 'Repeat requests' }]
    expect(workOff({ ...kpi, breaks }, [360, 350, 340, 330, 320, 310, 300])).toBeNull()
    expect(workOff(kpi, [null, 350, 340, 330, 320, 310, 300])).toBeNull()
    expect(workOff(kpi, [360, 350, 340, 330, 320, 310, 140])).toBeNull()
    const flow = aDescribedKpi({ aggregation: 'S' })
    expect(workOff(flow, [360, 350, 340, 330, 320, 310, 300])).toBeNull()
  })
})
