import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  judgeSuccess,
  type SuccessContext,
  successCountsFrom,
} from '../../../../src/domain/plans/judge-success.ts'
import { parseSuccessMeasure } from '../../../../src/domain/plans/success-measure.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { somePoints } from '../../../support/some-points.ts'

fc.configureGlobal({ seed: 20_15_04 })

const testAsOf = '2025-10-06'
const testContext: SuccessContext = { frequency: 'month', isOverdue: false, countsFrom: '2025-04-01' }

/** Judges monthly figures of which the first is April 2025, so that six end in September, the month before. */
function judge(
  measure: string | null,
  values: readonly (number | null)[],
  changes: Partial<SuccessContext> = {},
) {
  return judgeSuccess(parseSuccessMeasure(measure), somePoints('2025-04', values), testAsOf, {
    ...testContext,
    ...changes,
  })
}

describe('judgeSuccess', () => {
  it('is met since the first of the figures in a row that meet it', () => {
    // 460 fails; 440, 450 and 430 are three in a row from July
    expect(judge('<= 450 for 3 months', [500, 480, 460, 440, 450, 430])).toMatchObject({
      kind: 'met',
      since: '2025-07',
      periods: 3,
      needed: 3,
      latest: { period: '2025-09', value: 430 },
      date: { kind: 'none' },
      kept: [],
      provisional: 0,
    })
  })

  it('is not sustained yet while the run is too short', () => {
    expect(judge('<= 450 for 3 months', [500, 480, 460, 460, 440, 430])).toMatchObject({
      kind: 'not-sustained-yet',
      since: '2025-08',
      periods: 2,
      needed: 3,
      date: { kind: 'none' },
    })
  })

  it('breaks the run at a missing figure', () => {
    expect(
      judge('<= 450 for 3 months', [440, 440, 440, null, 440, 430], { countsFrom: testAsOf }),
    ).toMatchObject({
      kind: 'not-sustained-yet',
      periods: 2,
    })
  })

  it('breaks the run where a period was left out altogether', () => {
    const testPoints = [...somePoints('2025-06', [440]), ...somePoints('2025-08', [440, 440])]
    expect(
      judgeSuccess(parseSuccessMeasure('<= 450 for 3 months'), testPoints, testAsOf, testContext),
    ).toMatchObject({ kind: 'not-sustained-yet', periods: 2 })
  })

  it('is not met with the latest figure and how far it is off', () => {
    expect(judge('<= 450 by 2026-03', [500, 471])).toMatchObject({
      kind: 'not-met',
      latest: { period: '2025-05', value: 471 },
      distance: 21,
      date: { kind: 'ahead', by: '2026-03' },
    })
  })

  it('was met and is lost when the run has ended', () => {
    // three in a row from May to July, then 470
    expect(judge('<= 450 for 3 months', [460, 440, 440, 440, 470, 471])).toMatchObject({
      kind: 'lost',
      kept: [{ from: '2025-05', until: '2025-07', periods: 3, endedIn: '2025-08', endedBy: 'missed' }],
      distance: 21,
    })
  })

  it('tells nothing of a run that ended before it counts', () => {
    expect(
      judge('<= 450 for 3 months', [440, 440, 440, 470, 470, 471], { countsFrom: '2025-07-01' }),
    ).toMatchObject({
      kind: 'not-met',
    })
  })

  it('is missed when its month has passed without it', () => {
    expect(judge('<= 450 by 2025-06', [500, 480, 460, 455, 455, 452])).toMatchObject({
      kind: 'missed',
      date: { kind: 'missed', by: '2025-06', figure: { period: '2025-06', value: 460 }, distance: 10 },
      distance: 2,
      periods: 0,
    })
  })

  it('is missed, and says how many meet it after all, when it is too late to last', () => {
    // to last 3 months by August, June would have had to meet it
    expect(judge('<= 450 for 3 months by 2025-08', [500, 480, 460, 455, 440, 430])).toMatchObject({
      kind: 'missed',
      periods: 2,
      needed: 3,
    })
  })

  it('is met late when it was reached after its month, and in time when before', () => {
    expect(judge('<= 450 by 2025-06', [500, 480, 460, 440, 440, 440])).toMatchObject({
      kind: 'met',
      date: { kind: 'missed', by: '2025-06', figure: { period: '2025-06', value: 460 } },
    })
    expect(judge('<= 450 by 2025-06', [500, 480, 440, 440, 440])).toMatchObject({
      kind: 'met',
      date: { kind: 'met' },
    })
  })

  it('is met again where it was kept up in time, missed once and found again', () => {
    // kept from April to June, as its date asks; 470 in July; 440 since
    expect(judge('<= 450 for 3 months by 2025-06', [440, 450, 440, 470, 440, 440])).toMatchObject({
      kind: 'met-again',
      since: '2025-08',
      periods: 2,
      date: { kind: 'met', by: '2025-06' },
      kept: [{ from: '2025-04', until: '2025-06', periods: 3, endedIn: '2025-07', endedBy: 'missed' }],
    })
  })

  it('takes no single figure for a success, not even at its date', () => {
    expect(judge('<= 450 by 2025-06', [500, 480, 440, 470, 470])).toMatchObject({
      kind: 'not-met',
      date: { kind: 'not-kept', by: '2025-06', periods: 1, isOver: true },
      kept: [],
    })
    expect(judge('<= 450 by 2025-06', [500, 480, 440])).toMatchObject({
      kind: 'not-sustained-yet',
      periods: 1,
      needed: 3,
      date: { kind: 'not-kept', isOver: false },
    })
    expect(judge('<= 450', [500, 440])).toMatchObject({ kind: 'not-sustained-yet', periods: 1, needed: 3 })
  })

  it('says how many figures meet it by chance, and never that it was met, where none was kept up', () => {
    expect(judge('<= 450 by 2025-05', [500, 480, 440, 470, 440, 471])).toMatchObject({
      kind: 'missed',
      lately: { met: 2, of: 4, since: 'date' },
    })
  })

  it('does not say that a date was missed when only a gap stands there', () => {
    expect(judge('<= 450 by 2025-06', [500, 480, null, 470])).toMatchObject({
      kind: 'not-met',
      date: { kind: 'unjudged', reason: 'missing' },
    })
  })

  it('waits for the figure of its month', () => {
    expect(judge('<= 450 by 2025-09', [500, 480, 460, 455, 452])).toMatchObject({
      kind: 'not-met',
      date: { kind: 'awaited', by: '2025-09' },
    })
  })

  it('is unknown when the latest figure is missing, withheld or overdue, whatever stood before', () => {
    const testWithheld = somePoints('2025-04', [440, null], { availability: 'suppressed' })
    expect(judge('<= 450', [440, 440, null])).toEqual({
      kind: 'unknown',
      latestMeets: null,
      reason: 'missing',
      period: '2025-06',
      date: { kind: 'none' },
      kept: [],
    })
    expect(judgeSuccess(parseSuccessMeasure('<= 450'), testWithheld, testAsOf, testContext)).toMatchObject({
      reason: 'suppressed',
    })
    expect(judge('<= 450', [440, 440], { isOverdue: true })).toMatchObject({ reason: 'overdue' })
    expect(judge('<= 450', [])).toMatchObject({ kind: 'unknown', reason: 'no-figures', period: null })
  })

  it('tells a missed date and a time that it was kept though what stands now is unknown', () => {
    expect(judge('<= 450 by 2025-04', [460, 440, 440, 440, 470, null])).toMatchObject({
      kind: 'unknown',
      latestMeets: null,
      date: { kind: 'missed', by: '2025-04', distance: 10 },
      kept: [{ from: '2025-05', until: '2025-07' }],
    })
  })

  it('counts only periods that are over', () => {
    // October is not over on the 6th
    expect(judge('<= 450', [500, 500, 500, 500, 500, 471, 440])).toMatchObject({
      kind: 'not-met',
      latest: { period: '2025-09' },
    })
    // September is on its last day
    const onDay = (asOf: string) =>
      judgeSuccess(parseSuccessMeasure('<= 450'), somePoints('2025-08', [471, 440]), asOf, testContext).kind
    expect([onDay('2025-09-29'), onDay('2025-09-30')]).toEqual(['not-met', 'not-sustained-yet'])
  })

  it('says where it rests on provisional figures', () => {
    const judgeLast = (isProvisional: boolean[]) =>
      judgeSuccess(
        parseSuccessMeasure('<= 450 for 2 months'),
        somePoints('2025-07', [440, 440, 440]).map((point, row) => ({
          ...point,
          provisional: isProvisional[row] ?? false,
        })),
        testAsOf,
        testContext,
      )
    expect(judgeLast([false, true, true])).toMatchObject({ kind: 'met', provisional: 2 })
    expect(judgeLast([false, false, true])).toMatchObject({ kind: 'met', provisional: 0 })
  })

  it('judges a quarterly measure by its quarters', () => {
    const judgeQuarters = (measure: string) =>
      judgeSuccess(parseSuccessMeasure(measure), somePoints('2024-Q3', [70, 78, 81, 82]), testAsOf, {
        ...testContext,
        frequency: 'quarter',
      })
    // Q1 2025-26 ends in June, Q2 in September
    expect(judgeQuarters('>= 80 for 6 months by 2025-09')).toMatchObject({
      kind: 'met',
      since: '2025-Q1',
      periods: 2,
      needed: 2,
      date: { kind: 'met' },
    })
    // in August only Q1 is over, and the two quarters up to it hold 78
    expect(judgeQuarters('>= 80 for 6 months by 2025-08')).toMatchObject({
      kind: 'met',
      date: { kind: 'missed' },
    })
    expect(judgeQuarters('>= 85 for 3 months by 2025-08')).toMatchObject({ kind: 'missed' })
  })

  it('leaves text to the board', () => {
    expect(judge('Panel meets monthly', [1])).toEqual({
      kind: 'judged-by-board',
      text: 'Panel meets monthly',
    })
    expect(judge(null, [1])).toEqual({ kind: 'none' })
  })
})

describe('properties of judgeSuccess', () => {
  const values = fc.array(fc.option(fc.integer({ min: 440, max: 460 }), { freq: 6 }), {
    minLength: 1,
    maxLength: 24,
  })
  const months = fc.integer({ min: 1, max: 4 })
  const judgeLong = (length: number, testValues: readonly (number | null)[]) =>
    judgeSuccess(
      parseSuccessMeasure(`<= 450 for ${length} months by 2024-12`),
      somePoints('2023-04', testValues),
      testAsOf,
      { ...testContext, countsFrom: '2023-04-01' },
    )

  it('a later figure that does not meet it never makes it met', () => {
    fc.assert(
      fc.property(values, months, (testValues, length) => {
        expect(judgeLong(length, [...testValues, 451]).kind).not.toBe('met')
      }),
    )
  })

  it('what was not met takes as many more figures as it must last to be met', () => {
    fc.assert(
      fc.property(values, months, (testValues, length) => {
        const failed = [...testValues, 451]
        const more = (count: number) => judgeLong(length, [...failed, ...Array(count).fill(450)]).kind
        // where nothing is said of how long, three months count as kept up
        const needed = length === 1 ? 3 : length
        expect(more(needed)).toBe('met')
        expect(more(needed - 1)).not.toBe('met')
      }),
    )
  })

  it('what was met stays met after another figure that meets it', () => {
    fc.assert(
      fc.property(values, months, (testValues, length) => {
        fc.pre(judgeLong(length, testValues).kind === 'met')
        expect(judgeLong(length, [...testValues, 440]).kind).toBe('met')
      }),
    )
  })

  it('tells nothing as kept up that did not last, and nothing as not yet that did', () => {
    fc.assert(
      fc.property(values, months, (testValues, length) => {
        const state = judgeLong(length, testValues)
        fc.pre('kept' in state)
        const needed = length === 1 ? 3 : length
        expect(state.kept.every(({ periods }) => periods >= needed)).toBe(true)
        if (state.kind === 'not-sustained-yet' || state.kind === 'not-met') expect(state.kept).toEqual([])
      }),
    )
  })

  it('is met by its date exactly where the figures up to it meet it, for as long as it must last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 440, max: 460 }), { minLength: 21, maxLength: 24 }),
        months,
        (testValues, length) => {
          const state = judgeLong(length, testValues)
          fc.pre('date' in state)
          // December 2024 is the 21st figure; with none missing, plain counting answers
          const isMet = (row: number) => (testValues[row] ?? 999) <= 450
          const lastsTo = (row: number) =>
            Array.from({ length }, (_, back) => isMet(row - back)).every(Boolean)
          const isKeptBefore = Array.from({ length: 20 }, (_, row) => row).some(lastsTo)
          if (length > 1 && lastsTo(20)) expect(state.date.kind).toBe('met')
          else if (length > 1) expect(state.date.kind).toBe(isKeptBefore ? 'lost' : 'missed')
          else if (!isMet(20)) expect(['lost', 'missed']).toContain(state.date.kind)
        },
      ),
    )
  })

  it('is unknown exactly where the latest figure is missing', () => {
    fc.assert(
      fc.property(values, months, (testValues, length) => {
        expect(judgeLong(length, testValues).kind === 'unknown').toBe(testValues.at(-1) === null)
      }),
    )
  })
})

describe('successCountsFrom', () => {
  it('is the completion; of what is not done a year back, or the date first promised where that is longer ago', () => {
    const testDone = aMilestone({ baselineDue: '2025-06-30', completed: '2025-07-04' })
    expect(successCountsFrom(testDone, testAsOf)).toBe('2025-07-04')
    expect(successCountsFrom(testDone, '2025-07-01')).toBe('2024-07-01')
    expect(successCountsFrom(aMilestone({ baselineDue: '2024-03-31' }), testAsOf)).toBe('2024-03-31')
  })

  it('makes what an open milestone promised, kept up for five months and just lost, no success to come', () => {
    const testOpen = aMilestone({ baselineDue: '2026-01-31' })
    const testLost = judge('<= 450', [440, 440, 440, 440, 440, 460], {
      countsFrom: successCountsFrom(testOpen, testAsOf),
    })
    expect(testLost).toMatchObject({ kind: 'lost', kept: [{ periods: 5, endedIn: '2025-09' }] })
  })
})

describe('judgeSuccess of a total that adds up through the year', () => {
  /** 10, 20 … 120 from April 2024 to March 2025, then 12, 24 … 72 from April to September 2025 */
  const testTotals = somePoints('2024-04', [
    ...Array.from({ length: 12 }, (_, month) => 10 * (month + 1)),
    ...Array.from({ length: 6 }, (_, month) => 12 * (month + 1)),
  ])
  const judgeTotal = (measure: string, points = testTotals, asOf = testAsOf) =>
    judgeSuccess(parseSuccessMeasure(measure), points, asOf, {
      ...testContext,
      isYearToDate: true,
    })

  it('neither meets nor misses a promise for a year that is not over, and stands beside the year before', () => {
    expect(judgeTotal('>= 150 by 2026-03')).toEqual({
      kind: 'so-far',
      latest: { period: '2025-09', value: 72, provisional: false },
      closes: '2026-03',
      before: { period: '2024-09', value: 60, closed: 120 },
      distance: -78,
      date: { kind: 'ahead', by: '2026-03' },
      kept: [],
    })
    expect(judgeTotal('<= 150 by 2026-03')).toMatchObject({ kind: 'so-far', distance: 0 })
    expect(judgeTotal('<= 60 by 2026-03')).toMatchObject({ kind: 'so-far', distance: 12 })
  })

  it('of a year that is promised by June, tells what stands now beside the date that was missed', () => {
    expect(judgeTotal('>= 40 by 2025-06')).toMatchObject({
      kind: 'met',
      periods: 1,
      latest: { value: 72 },
      date: { kind: 'missed', by: '2025-06' },
    })
    const withheld = testTotals.map((point, row) =>
      row === testTotals.length - 1 ? { ...point, value: null, availability: 'suppressed' as const } : point,
    )
    expect(judgeTotal('>= 40 by 2025-06', withheld)).toMatchObject({
      kind: 'unknown',
      reason: 'suppressed',
      date: { kind: 'missed', by: '2025-06' },
    })
  })

  it('does not take what another year came to for what stands now', () => {
    // 36 in June and 72 in September, both short of 80; the year before came to 120
    expect(judgeTotal('>= 80 by 2025-06')).toMatchObject({
      kind: 'missed',
      latest: { value: 72, at: '2025-09' },
      distance: -8,
      date: { kind: 'missed', by: '2025-06', figure: { value: 36 } },
    })
    // shown as 80, and 72 for whoever received it: on which side it lies is not told
    const rounded = testTotals.map((point, row) =>
      row === testTotals.length - 1 ? { ...point, value: 80, behind: [72] } : point,
    )
    const hidden = { kind: 'unknown', reason: 'rounded', period: '2025-09' }
    expect(judgeTotal('>= 80 by 2025-06', rounded)).toMatchObject(hidden)
    expect(judgeTotal('>= 80 by 2026-03', rounded)).toMatchObject(hidden)
  })

  it('is met as soon as the total reaches what was promised: within its year it never falls', () => {
    expect(judgeTotal('>= 70 by 2026-03')).toMatchObject({
      kind: 'met',
      date: { kind: 'met', by: '2026-03' },
      latest: { value: 72 },
    })
  })

  it('is judged by the figure with which the year closes', () => {
    expect(judgeTotal('>= 120 by 2025-03', testTotals.slice(0, 12), '2025-04-06')).toMatchObject({
      kind: 'met',
      periods: 1,
    })
    expect(judgeTotal('>= 130 by 2025-03', testTotals.slice(0, 12), '2025-04-06')).toMatchObject({
      kind: 'missed',
      distance: -10,
      date: { kind: 'missed', by: '2025-03', figure: { value: 120 } },
    })
  })

  it('tells the missed date while the next year is under way', () => {
    expect(judgeTotal('>= 130 by 2025-03')).toMatchObject({
      kind: 'so-far',
      date: { kind: 'missed', by: '2025-03', distance: -10 },
    })
  })

  it('closes with the month that was promised, where that is another than March', () => {
    expect(judgeTotal('>= 70 by 2025-12')).toMatchObject({ kind: 'met' })
    expect(judgeTotal('>= 100 by 2025-12')).toMatchObject({
      kind: 'so-far',
      closes: '2025-12',
      before: { period: '2024-09', value: 60, closed: 90 },
    })
  })

  it('is unknown without its latest figure', () => {
    const points = [...testTotals.slice(0, -1), ...somePoints('2025-09', [null])]
    expect(judgeTotal('>= 150 by 2026-03', points)).toMatchObject({ kind: 'unknown', reason: 'missing' })
  })
})
