import { describe, expect, it } from 'vitest'
import type { SuccessContext } from '../../../../src/domain/plans/judge-success.ts'
import { judgeSuccess } from '../../../../src/domain/plans/judge-success.ts'
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
    expect(describeValues('<= 450', [460, 440])).toBe('Met: 440 on 31 May 2025.')
  })

  it('says that it was reached after its date', () => {
    expect(describeValues('<= 450 by 2025-04', [460, 440])).toBe(
      'Met: 440 on 31 May 2025, reached after Apr 2025.',
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
    // 87.5 is shown as 88, and 90 less 88 is 2, where 2.5 would be shown as 3
    expect(describeValues('>= 90', [87.5], testShare)).toBe(
      'Not met: 88% in Apr 2025, 2 percentage points below what was promised.',
    )
    expect(describeValues('>= 97.5', [97.2], testShare)).toBe(
      'Not met: 97% in Apr 2025, 0.5 percentage points below what was promised.',
    )
  })

  it('says that a date passed without it, and what stands now', () => {
    expect(describeValues('<= 450 by 2025-05', [500, 480, 452])).toBe(
      'Its date, May 2025, passed without it. Not met now: 452 on 30 Jun 2025, 2 above what was promised.',
    )
  })

  it('says when it was met and that it is not now', () => {
    expect(describeValues('<= 450', [440, 440, 471])).toBe(
      'Met from Apr 2025 to May 2025 and not now: 471 on 30 Jun 2025, 21 above what was promised.',
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
