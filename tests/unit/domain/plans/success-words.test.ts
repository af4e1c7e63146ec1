import { describe, expect, it } from 'vitest'
import type { SuccessContext } from '../../../../src/domain/plans/judge-success.ts'
import { judgeSuccess } from '../../../../src/domain/plans/judge-success.ts'
import type { SuccessPoint } from '../../../../src/domain/plans/success-history.ts'
import { parseSuccessMeasure } from '../../../../src/domain/plans/success-measure.ts'
import { describeSuccess, successWords } from '../../../../src/domain/plans/success-words.ts'
import { somePoints } from '../../../support/some-points.ts'

const testWaiting = { unit: 'count', decimals: 0, aggregation: 'P', frequency: 'month' } as const
const testShare = { unit: 'percent', decimals: 0, aggregation: 'W', frequency: 'month' } as const
const testContext: SuccessContext = { frequency: 'month', isOverdue: false, countsFrom: '2025-04-01' }

function describeValues(
  measure: string | null,
  values: readonly (number | null)[],
  kpi: typeof testWaiting | typeof testShare = testWaiting,
) {
  const state = judgeSuccess(
    parseSuccessMeasure(measure),
    somePoints('2025-04', values),
    '2025-10-06',
    testContext,
  )
  return describeSuccess(state, kpi)
}

describe('describeSuccess', () => {
  it('says since when it is met, with the latest figure', () => {
    expect(describeValues('<= 450', [460, 460, 440, 440, 440, 431])).toBe(
      'Met in every figure since Jun 2025 (4 months): 431 on 30 Sep 2025.',
    )
  })

  it('says on how many figures it rests that may still change', () => {
    const metWith = (provisional: number) =>
      describeSuccess(
        judgeSuccess(
          parseSuccessMeasure('<= 450 for 3 months'),
          somePoints('2025-06', [460, 440, 440, 431]).map((point, row) => ({
            ...point,
            provisional: row >= 4 - provisional,
          })),
          '2025-10-06',
          testContext,
        ),
        testWaiting,
      )
    expect(metWith(0)).not.toContain('rests')
    expect(metWith(1)).toContain('This rests in part on one provisional figure.')
    expect(metWith(3)).toContain('This rests on three provisional figures.')
  })

  it('calls a time that it was kept the least it can have been, where what is beside it is not told', () => {
    // at most 8: April is 8 and shown as 10, August is withheld; September misses
    const [april] = somePoints('2025-04', [10])
    const others = somePoints('2025-05', [5, 5, 5, null, 20])
    if (!april) throw new Error('April is there')
    const told = (points: readonly SuccessPoint[]) =>
      describeSuccess(
        judgeSuccess(parseSuccessMeasure('<= 8 for 3 months'), points, '2025-10-06', testContext),
        testWaiting,
      )
    const withheld = others.map((point) =>
      point.value === null ? { ...point, availability: 'suppressed' as const } : point,
    )
    const kept = (length: string, from: string) => `Kept up for ${length} (${from}to Jul 2025)`
    expect(told([{ ...april, behind: [8] }, ...others])).toContain(kept('at least 3 months', ''))
    expect(told([april, ...withheld])).toContain(kept('at least 3 months', 'May 2025 '))
    expect(told([april, ...others])).toContain(kept('3 months', 'May 2025 '))
  })

  it('takes one figure for no success', () => {
    expect(describeValues('<= 450', [460, 440])).toBe(
      'Met for 1 of the 3 months in a row that it must last: 440 on 31 May 2025.',
    )
  })

  it('says that it was reached after its date, and by how much the date was missed', () => {
    expect(describeValues('<= 450 by 2025-04', [460, 440, 440, 440])).toBe(
      'Its date, Apr 2025, was missed: 460 on 30 Apr 2025, 10 above what was promised. Met in every figure since May 2025 (3 months): 440 on 31 Jul 2025.',
    )
  })

  it('says that it was met in time and since when', () => {
    expect(describeValues('<= 450 by 2025-06', [460, 440, 440, 440])).toBe(
      'Met by its date, Jun 2025, and in every figure since May 2025 (3 months): 440 on 31 Jul 2025.',
    )
  })

  it('tells what was kept, missed once and met again in that order', () => {
    // the milestone M22 of the demonstration: 90% or more for 3 months by Sep 2024
    const values = [94.4, 91, 90.4, 91.4, 91.8, 93.1, 90.8, 90, 92.3, 91.1, 90.4, 92.9, 90.4, 92.5, 93.8]
    const tell = (...later: number[]) =>
      describeSuccess(
        judgeSuccess(
          parseSuccessMeasure('>= 90 for 3 months by 2024-09'),
          somePoints('2024-04', [...values, ...later]),
          '2025-10-06',
          { ...testContext, countsFrom: '2024-09-30' },
        ),
        testShare,
      )
    expect(tell(87.8)).toBe(
      'Met by its date, Sep 2024. Kept up for 15 months (Apr 2024 to Jun 2025), then missed in Jul 2025. Not met now: 88% in Jul 2025, 2 percentage points below what was promised.',
    )
    expect(tell(87.8, 93.4, 91)).toBe(
      'Met by its date, Sep 2024. Kept up for 15 months (Apr 2024 to Jun 2025), then missed in Jul 2025. Met again for 2 months: 91% in Sep 2025.',
    )
  })

  it('says that a date was missed, and that one figure since meets it, not that it was met and lost', () => {
    // the milestone M02 of the demonstration: 300 or fewer by Dec 2024
    const values = [315, 308, 323, 330, 308, 332, 296, 321, 327, 309, 312, 309]
    const state = judgeSuccess(
      parseSuccessMeasure('<= 300 by 2024-12'),
      somePoints('2024-10', values),
      '2025-10-06',
      testContext,
    )
    expect(describeSuccess(state, testWaiting)).toBe(
      'Its date, Dec 2024, was missed: 323 on 31 Dec 2024, 23 above what was promised. Of the 9 figures since, one meets it. Not met now: 309 on 30 Sep 2025, 9 above what was promised.',
    )
    expect(successWords[state.kind]).toBe('missed its date')
  })

  it('does not call a promise met by its date that was kept up and lost before it', () => {
    // kept from April to June, 470 in July, and 471 at its date
    expect(describeValues('<= 450 for 3 months by 2025-08', [440, 440, 440, 470, 471, 472])).toBe(
      'Kept up for 3 months (Apr 2025 to Jun 2025), and lost before its date, Aug 2025: 471 on 31 Aug 2025, 21 above what was promised. Not met now: 472 on 30 Sep 2025, 22 above what was promised.',
    )
    // the figure of its date is the latest: told once
    expect(describeValues('<= 450 by 2025-09', [500, 440, 440, 440, 440, 470])).toBe(
      'Kept up for 4 months (May 2025 to Aug 2025), and lost at its date, Sep 2025: 470 on 30 Sep 2025, 20 above what was promised.',
    )
  })

  it('says what stood at a date whose own figure meets it, for too short a time', () => {
    expect(describeValues('<= 450 for 3 months by 2025-06', [440, 460, 440, 440, 440, 430])).toBe(
      'Its date, Jun 2025, was missed: met for 1 of the 3 months in a row by then, after 460 on 31 May 2025, 10 above what was promised. Met in every figure since Jun 2025 (4 months): 430 on 30 Sep 2025.',
    )
  })

  it('tells in order of time what was kept up and ended before a date that was met', () => {
    expect(describeValues('<= 450 by 2025-09', [440, 440, 440, 470, 440, 440], testWaiting)).toContain(
      'Kept up for 3 months (Apr 2025 to Jun 2025), then missed in Jul 2025. Met at its date, Sep 2025',
    )
  })

  it('says that it was kept up more than once, not how often: runs of before the promise are not counted', () => {
    expect(describeValues('<= 450 for 2 months', [440, 440, 460, 440, 440, 470])).toContain(
      'Kept up more than once, the last time for 2 months (Jul 2025 to Aug 2025), then missed in Sep 2025.',
    )
  })

  it('names no first month of what is met where the figure before it is withheld or rounded', () => {
    const tell = (before: Partial<SuccessPoint>) =>
      describeSuccess(
        judgeSuccess(
          parseSuccessMeasure('<= 12'),
          somePoints('2025-04', [20, 10, 10, 10, 10, 10]).map((point, row) =>
            row === 0 ? { ...point, ...before } : point,
          ),
          '2025-10-06',
          testContext,
        ),
        { ...testWaiting, aggregation: 'S' },
      )
    expect(tell({})).toBe('Met in every figure since May 2025 (5 months): 10 in Sep 2025.')
    expect(tell({ value: null, availability: 'suppressed' })).toBe(
      'Met in at least the last 5 months (the figure before is withheld): 10 in Sep 2025.',
    )
    expect(tell({ value: 15, behind: [12] })).toBe(
      'Met in at least the last 5 months (rounding hides the figure before): 10 in Sep 2025.',
    )
    // nobody can tell of what never came
    expect(tell({ value: null, availability: 'missing' })).toContain('since May 2025')
  })

  it('tells no missed date that the rounding of published figures has made', () => {
    const tell = (received: number) =>
      describeSuccess(
        judgeSuccess(
          parseSuccessMeasure('>= 87.4 for 2 months by 2024-09'),
          somePoints('2024-08', [87, 92, 92]).map((point, row) => ({
            ...point,
            behind: row === 0 ? [received] : [],
          })),
          '2025-10-06',
          testContext,
        ),
        testShare,
      )
    // both are published as 87%: of one what is seen is so, of the other it is not
    expect(tell(87.4)).toContain('Whether it was met by Sep 2024 cannot be told from rounded figures.')
    expect(tell(87.3)).toContain(
      'Its date, Sep 2024, was missed: met for 1 of the 2 months in a row by then, after 87% in Aug 2024',
    )
  })

  it('says what an older figure has to do with a date of which the months are not there', () => {
    expect(describeValues('<= 450 for 3 months by 2025-06', [460, null, null, 440])).toContain(
      'Its date, Jun 2025, was missed: 460 on 30 Apr 2025, one of the 3 months in a row by then, 10 above what was promised.',
    )
  })

  it('leaves open what stands now, and how a success ended, where rounding can have made it', () => {
    const rounded = (values: number[], from = '2025-04') =>
      describeSuccess(
        judgeSuccess(
          parseSuccessMeasure('>= 90'),
          somePoints(from, values).map((point) => ({
            ...point,
            behind: point.value === null ? [] : [point.value - 3, point.value + 3],
          })),
          '2025-10-06',
          testContext,
        ),
        testShare,
      )
    // the milestone M22 of the demonstration: officers know that it is met again
    expect(rounded([95, 95, 95, 88, 88, 88])).toBe(
      'Unknown: rounding hides on which side of what was promised the figure for Sep 2025 lies.',
    )
    expect(rounded([80, 91, 95, 95, 95, 95])).toBe(
      'Met in at least the last 4 months (rounding hides the figure before): 95% in Sep 2025.',
    )
    // the figure that decides is not the latest
    expect(rounded([80, 80, 80, 91, 95, 95])).toMatch(
      /^The latest figure meets what was promised; whether for as long .* the figure for Jul 2025 lies/,
    )
    expect(rounded([95, 95, 95, 88, 80, 80])).toBe(
      'Not met: 80% in Sep 2025, 10 percentage points below what was promised.',
    )
    expect(rounded([95, 95, 95, 80, 80, 80])).toContain(
      'Kept up for 3 months (Apr 2025 to Jun 2025), then missed',
    )
  })

  it('says that it stood at its date and was not kept up', () => {
    expect(describeValues('<= 450 by 2025-06', [500, 480, 440, 470])).toBe(
      'Met at its date, Jun 2025, and kept for no more than 1 month. Not met now: 470 on 31 Jul 2025, 20 above what was promised.',
    )
    expect(describeValues('<= 450 by 2025-06', [500, 480, 440])).toBe(
      'Met at its date, Jun 2025, and not yet for long enough to be no chance. Met for 1 of the 3 months in a row that it must last: 440 on 30 Jun 2025.',
    )
  })

  it('says that a date was missed though what stands now is unknown', () => {
    expect(describeValues('<= 450 by 2025-04', [460, 470, null])).toBe(
      'Its date, Apr 2025, was missed: 460 on 30 Apr 2025, 10 above what was promised. What stands now is unknown: the figure for 30 Jun 2025 is missing.',
    )
  })

  it('counts how long it has lasted', () => {
    expect(describeValues('<= 450 for 3 months by 2025-12', [460, 440, 441])).toBe(
      'Met for 2 of the 3 months in a row that it must last: 441 on 30 Jun 2025. Its date is Dec 2025.',
    )
  })

  it('says what is missing, in the unit of the measure', () => {
    expect(describeValues('<= 450', [471])).toBe('Not met: 471 on 30 Apr 2025, 21 above what was promised.')
    expect(describeValues('>= 80', [77], testShare)).toBe(
      'Not met: 77% in Apr 2025, 3 percentage points below what was promised.',
    )
  })

  it('shows as many decimals as tell a near miss', () => {
    expect(describeValues('>= 80', [79.6], testShare)).toBe(
      'Not met: 79.6% in Apr 2025, 0.4 percentage points below what was promised.',
    )
  })

  it('takes the difference from the figure as it is shown', () => {
    // 87.5 of days and the like is shown as 88; 90 less 88 is 2
    expect(describeValues('>= 90', [87.6], testShare)).toBe(
      'Not met: 88% in Apr 2025, 2 percentage points below what was promised.',
    )
    expect(describeValues('>= 97.5', [97.2], testShare)).toBe(
      'Not met: 97% in Apr 2025, 0.5 percentage points below what was promised.',
    )
  })

  it('says that a date passed without it, and what stands now', () => {
    expect(describeValues('<= 450 by 2025-05', [500, 480, 452])).toBe(
      'Its date, May 2025, was missed: 480 on 31 May 2025, 30 above what was promised. Not met now: 452 on 30 Jun 2025, 2 above what was promised.',
    )
  })

  it('says a figure once that is both the one of its date and the latest', () => {
    expect(describeValues('<= 450 by 2025-05', [500, 480])).toBe(
      'Its date, May 2025, was missed: 480 on 31 May 2025, 30 above what was promised.',
    )
  })

  it('says when it was kept up and that it is not met now', () => {
    expect(describeValues('<= 450', [440, 440, 440, 471])).toBe(
      'Kept up for 3 months (Apr 2025 to Jun 2025), then missed in Jul 2025. Not met now: 471 on 31 Jul 2025, 21 above what was promised.',
    )
  })

  it('says why it is unknown', () => {
    expect(describeValues('<= 450', [440, null])).toBe('Unknown: the figure for 31 May 2025 is missing.')
    expect(describeValues('<= 450', [])).toBe('Unknown: there are no figures to judge it by.')
  })

  it('leaves text to the board, and says where nothing was set', () => {
    expect(describeValues('Panel meets monthly.', [440])).toBe('Judged by the board: Panel meets monthly.')
    expect(describeValues(null, [440])).toBe('No measure of success was set.')
  })
})

describe('successWords', () => {
  it('has at most four words for a cell, each its own', () => {
    const words = Object.values(successWords)
    expect(Math.max(...words.map((word) => word.split(' ').length))).toBeLessThanOrEqual(4)
    expect(new Set(words).size).toBe(words.length)
  })
})

describe('describeSuccess of a total that adds up through the year', () => {
  it('says how far the year has come, beside the year before, and no verdict', () => {
    const points = somePoints('2024-04', [
      ...Array.from({ length: 12 }, (_, month) => 10 * (month + 1)),
      ...Array.from({ length: 6 }, (_, month) => 12 * (month + 1)),
    ])
    const tell = (measure: string) =>
      describeSuccess(
        judgeSuccess(parseSuccessMeasure(measure), points, '2025-10-06', {
          ...testContext,
          isYearToDate: true,
        }),
        { ...testWaiting, aggregation: 'D' },
      )
    expect(tell('>= 150 by 2026-03')).toBe(
      'So far this year: 72 by Sep 2025, 78 short of what was promised by Mar 2026. A year before, it stood at 60 by Sep 2024 and at 120 by Mar 2025.',
    )
    expect(tell('<= 60 by 2026-03')).toContain(
      '72 by Sep 2025, already 12 above what was promised by Mar 2026.',
    )
    expect(tell('>= 130 by 2025-03')).toMatch(/^Its date, Mar 2025, was missed: 120 by Mar 2025, 10 below/)
  })

  it('names a figure of the year by its month, and a year that is not over by no verdict on all its figures', () => {
    // 120, 132 and 144 in the years before; 14 by June, 140 by September
    const years = [10, 11, 12].flatMap((by) => Array.from({ length: 12 }, (_, month) => by * (month + 1)))
    const points = somePoints('2022-04', [...years, 5, 9, 14, 120, 130, 140])
    const tell = (measure: string) =>
      describeSuccess(
        judgeSuccess(parseSuccessMeasure(measure), points, '2025-10-06', {
          ...testContext,
          countsFrom: '2024-10-06',
          isYearToDate: true,
        }),
        { ...testWaiting, aggregation: 'D', frequency: 'year' },
      )
    expect(tell('>= 20 by 2025-06')).toBe(
      'Kept up for 3 years (2022-23 to 2024-25), and lost at its date, Jun 2025: 14 by Jun 2025, 6 below what was promised. Met: 140 by Sep 2025.',
    )
    expect(tell('>= 100')).toBe('Met in every year since 2022-23 (4 years): 140 by Sep 2025.')
  })
})
