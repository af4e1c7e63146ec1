import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askQuestions } from '../../../../src/domain/findings/ask-questions.ts'
import { bareContext, type ParagraphContext } from '../../../../src/domain/findings/paragraph-context.ts'
import { requiredInWords, requiredPaces } from '../../../../src/domain/findings/required-words.ts'
import { someChances } from '../../../support/some-chances.ts'

fc.configureGlobal({ seed: 20_26_14 })

const days = { unit: 'days', decimals: 0 } as const
const tell = (required: ParagraphContext['required'], changes: Partial<ParagraphContext> = {}) =>
  requiredInWords(days, 28, 'month', {
    ...bareContext,
    targetDate: '2026-03-31',
    improvement: 'decrease',
    required,
    ...changes,
  }).join(' ')

describe('what it would take', () => {
  it('is said to be more than was ever kept up, and seen to be', () => {
    expect(tell({ needed: 3.3333, best: 3.1667, typical: 0.75 })).toBe(
      'To meet the target of 28 days by 31 Mar 2026, the figure must come down by 3.4 days a month. That is more than was ever kept up over six months: 3.2 days a month at most. A usual six months brought 0.8 days a month.',
    )
  })

  it('is said to be slightly more where no figure shows it', () => {
    expect(tell({ needed: 3.334, best: 3.333, typical: -1 })).toBe(
      'To meet the target of 28 days by 31 Mar 2026, the figure must come down by 3.4 days a month. That is slightly more than was ever kept up over six months. A usual six months brought no move that way.',
    )
  })

  it('is no must where the target may be met by chance, as was just said', () => {
    const besideChance = (everBy: number) =>
      tell({ needed: 3.3333, best: 3.1667, typical: 0.75 }, { reach: someChances({ everBy, keptBy: 0.01 }) })
    expect(besideChance(0.35)).toContain(
      'To get there steadily, the figure would have to come down by 3.4 days a month. That is more than was ever kept up',
    )
    expect(besideChance(0.04)).toContain('To meet it, the figure must come down by 3.4 days a month.')
  })

  it('is rounded up, so that what is said would do', () => {
    const needed = (of: number, best: number | null = null) =>
      requiredPaces(days, { needed: of, best, typical: null }).needed
    // 1 a month for six months would leave two of the eight
    expect([needed(1.33), needed(2), needed(9.71), needed(12.2), needed(0.04)]).toEqual([
      '1.4 days',
      '2 days',
      '9.8 days',
      '13 days',
      '0.1 days',
    ])
    // and never beyond the as much that was kept up
    expect(needed(12.2, 12.4)).toBe('12.2 days')
  })

  it('says that a recorded change of level is no pace that was kept up', () => {
    const caveats = { ...bareContext.caveats, hasRecordedLevel: true }
    expect(tell({ needed: 2, best: 4.2, typical: 1 }, { caveats })).toContain(
      'As much was kept up before, apart from recorded changes of level: 4 days a month over six months.',
    )
    expect(tell({ needed: 5, best: 4.2, typical: 1 }, { caveats })).toContain(
      'more than was ever kept up over six months, apart from recorded changes of level: 4 days a month at most',
    )
  })

  it('is said to have been kept up where it was', () => {
    expect(tell({ needed: 2, best: 4.2, typical: 1 })).toContain(
      'As much was kept up before: 4 days a month over six months. A usual six months brought 1 day a month.',
    )
    expect(tell({ needed: 3, best: 3, typical: 1 })).toContain('As much was kept up before: 3 days')
  })

  it('speaks of no time before a change of definition', () => {
    const caveats = { ...bareContext.caveats, breaks: [{ date: '2024-04-01', title: 'Counted anew' }] }
    expect(tell({ needed: 3, best: 1.67, typical: 1 }, { caveats })).toContain(
      'more than was ever kept up over six months since the definition changed: 2 days a month at most.',
    )
  })

  it('asks the same question of the same figures', () => {
    const asked = (needed: number, best: number) =>
      askQuestions({
        measure: { ...days, frequency: 'month' },
        analysis: {
          variation: 'common_cause',
          assurance: null,
          segments: [],
          reach: { kind: 'no-question' },
          notJudged: null,
          required: { needed, best, typical: 1 },
        },
        isOverdue: false,
        latest: 'present',
        hasTarget: true,
        monthsBehind: null,
        endedEffort: null,
        milestones: [],
      })
    expect(asked(3.3333, 3.1667)).toEqual([
      'The target needs 3.4 days a month; the most kept up so far is 3.2 days a month: what makes more possible?',
    ])
    expect(asked(3.334, 3.333)).toEqual([
      'The target needs 3.4 days a month, slightly more than was ever kept up: what makes more possible?',
    ])
  })

  it('never sets two paces side by side that look alike and are said to differ, or the other way round', () => {
    const pace = fc.double({ min: 0.1, max: 40, noNaN: true })
    fc.assert(
      fc.property(pace, pace, (needed, best) => {
        const { standing, ...shown } = requiredPaces(days, { needed, best, typical: 1 })
        const [isNeeded, wasBest] = [shown.needed, shown.best ?? ''].map((words) => Number.parseFloat(words))
        if (standing === 'more') expect(isNeeded).toBeGreaterThan(wasBest ?? Number.NaN)
        if (standing === 'kept-before') expect(isNeeded).toBeLessThanOrEqual(wasBest ?? Number.NaN)
        expect(standing === 'kept-before').toBe(needed <= best)
      }),
    )
  })
})

describe('what too few spans would tell', () => {
  it('is not told, neither as ever nor as usual', () => {
    expect(tell({ needed: 3, best: null, typical: null })).toBe(
      'To meet the target of 28 days by 31 Mar 2026, the figure must come down by 3 days a month.',
    )
    expect(tell({ needed: 3, best: 2, typical: null })).toMatch(/2 days a month at most\.$/)
    expect(tell({ needed: 3, best: null, typical: null, latest: 2 })).toMatch(
      /The last six months brought 2 days a month\.$/,
    )
  })

  it('is told of two quarters, or a year', () => {
    const required = { needed: 3, best: 2, typical: 1 }
    const of = (frequency: 'quarter' | 'year') =>
      requiredInWords(days, 28, frequency, {
        ...bareContext,
        targetDate: '2026-03-31',
        improvement: 'decrease',
        required,
      }).join(' ')
    expect(of('quarter')).toContain(
      'ever kept up over two quarters: 2 days a quarter at most. A usual two quarters brought 1 day a quarter.',
    )
    expect(
      requiredInWords(days, 28, 'year', {
        ...bareContext,
        targetDate: '2026-03-31',
        improvement: 'decrease',
        required: { needed: 2, best: 3, typical: null },
      }).join(' '),
    ).toMatch(/As much was kept up before: 3 days in a year\.$/)
    expect(of('year')).toContain(
      'ever kept up over a year: 2 days a year at most. A usual year brought 1 day a year.',
    )
  })

  it('is not called before where it is of the last six months', () => {
    expect(tell({ needed: 2, best: 4, typical: 1, latest: 4 })).toMatch(
      /The last six months brought as much: 4 days a month\.$/,
    )
  })
})

describe('the last six periods', () => {
  const asked = { needed: 36, best: 9 }
  it('stand beside the usual ones, so that a fall of today is not told as no move', () => {
    expect(tell({ ...asked, typical: -2, latest: 6 })).toContain(
      'The last six months brought 6 days a month; a usual six months brings none.',
    )
  })

  it('are told once with the usual ones where both are alike', () => {
    expect(tell({ ...asked, typical: 6, latest: 6 })).toContain(
      'The last six months brought 6 days a month, as a usual six months did.',
    )
    expect(tell({ ...asked, typical: -2, latest: -1 })).toContain(
      'Neither the last six months nor a usual six months brought a move that way.',
    )
  })
})
