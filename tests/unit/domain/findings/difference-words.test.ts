import { describe, expect, it } from 'vitest'
import type { Change } from '../../../../src/domain/figures/change.ts'
import {
  differenceInWords,
  yearInWords,
  yearOrWhyNot,
} from '../../../../src/domain/findings/comparison-words.ts'
import { changeCell, changeSaid, gapInWords } from '../../../../src/domain/findings/difference-words.ts'
import { positionOnTrajectory } from '../../../../src/domain/trajectory/judge-position.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'

const kpi = aDescribedKpi()
const changed = (by: number): Change => ({ kind: 'change', by, from: '2024-09', was: 330 })
const noFigure: Change = { kind: 'none', reason: 'no-figure', from: '2024-09' }
const notComparable: Change = { kind: 'none', reason: 'not-comparable', from: '2024-09' }

describe('a difference', () => {
  it('is level where it would be shown as nought, in every form alike', () => {
    expect(differenceInWords(kpi, 0.4, 309)).toBeNull()
    expect(gapInWords(kpi, -0.4, 309.4)).toBe('level with plan')
    expect(yearInWords(kpi, changed(0.4))).toBe('about the same as a year before')
    expect(changeCell(kpi, changed(-0.4))).toBe('0')
    expect(changeSaid(kpi, changed(0.4))).toBe('level')
    const plan = { kpi: kpi.id, approvedBy: 'Board', points: [{ period: '2025-09', planned: 309.4 }] }
    expect(positionOnTrajectory(plan, 'down', { period: '2025-09', value: 309 }, 0)).toMatchObject({
      standing: 'level',
    })
  })

  it('is not level beside a plan that is shown as another number, nor written alike', () => {
    const share = { unit: 'percent', decimals: 0 } as const
    // 87.6% beside 87.4%, and written so where both stand
    expect(gapInWords(share, 0.2, 87.4)).toBe('0.2 percentage points above plan')
    expect(gapInWords(share, 0.2, 87.2)).toBe('level with plan')
    // of a figure beside a target of 88, which it misses
    const aimed = { ...share, targets: [{ from: '2024-04', value: 88, lower: null, upper: null }] }
    expect(gapInWords(aimed, 0.4, 87.4)).toBe('0.4 percentage points above plan')
    expect(gapInWords(share, 0, 87.4)).toBe('level with plan')
    // 70 people beside 69.5 that were planned, written 70
    const plan = { kpi: kpi.id, approvedBy: 'Board', points: [{ period: '2025-09', planned: 69.5 }] }
    expect(gapInWords(kpi, 0.5, 69.5)).toBe('level with plan')
    expect(positionOnTrajectory(plan, 'down', { period: '2025-09', value: 70 }, 0)).toMatchObject({
      standing: 'level',
    })
  })

  it('from a year before is told in one way, or why it is not', () => {
    expect(yearInWords(kpi, changed(-21))).toBe('21 fewer than a year before')
    expect(yearOrWhyNot(kpi, changed(-21))).toBe('21 fewer than a year before')
    expect(yearInWords(kpi, noFigure)).toBeNull()
    expect(yearOrWhyNot(kpi, noFigure)).toBe('no figure a year before to compare with')
    expect(yearOrWhyNot(kpi, notComparable)).toBe('not comparable with a year before')
  })

  it('is none only where nothing was rounded away', () => {
    expect(yearInWords(kpi, changed(0))).toBe('the same as a year before')
    // 0.3 less 0.1 and 0.2: what binary arithmetic leaves is no difference
    expect(yearInWords(kpi, changed(0.3 - 0.1 - 0.2))).toBe('the same as a year before')
    // officers read 16 and 17 where the panel reads 15 and 15
    expect(yearInWords(kpi, changed(0), true)).toBe('about the same as a year before')
    expect(yearOrWhyNot(kpi, changed(0), true)).toBe('about the same as a year before')
    expect(yearInWords(kpi, changed(5), true)).toBe('5 more than a year before')
  })

  it('in a cell has the mark that it is heard by', () => {
    expect([changed(6), noFigure, notComparable].map((change) => changeCell(kpi, change))).toEqual([
      '+6',
      '[x]',
      '[b]',
    ])
    expect([changed(1), changed(6), noFigure, notComparable].map((one) => changeSaid(kpi, one))).toEqual([
      'up 1 person waiting',
      'up 6 people waiting',
      'not available',
      'not comparable: the definition changed',
    ])
  })
})
