import { describe, expect, it } from 'vitest'
import type { SpecialPoint } from '../../../../../src/domain/analysis/edition-analysis.ts'
import { judgeChange } from '../../../../../src/domain/trends/facts/change-verdict.ts'
import { aDescribedKpi } from '../../../../support/a-kpi.ts'
import { aSeriesAnalysis } from '../../../../support/an-analysis.ts'

const kpi = aDescribedKpi()

describe('the verdict on change', () => {
  it('says no evidence of real change inside the limits, with the limits', () => {
    expect(judgeChange(kpi, aSeriesAnalysis())).toMatchObject({
      icon: 'common-cause',
      words: 'No evidence of real change',
      rule: 'The latest figure lies within its limits, and is part of no run or trend of seven. Limits 281 to 353, mean 317 since Aug 2024.',
    })
  })

  it('points the icon the way the figure went, and names the rule', () => {
    const special = [
      { period: '2025-09', cause: '7 Points Below CL', type: 'special_cause_improvement' } as const,
    ]
    const verdict = judgeChange(kpi, aSeriesAnalysis({ special, variation: 'special_cause_improvement' }))
    expect(verdict).toMatchObject({ icon: 'improving-low', tone: 'improvement' })
    expect(verdict.rule).toContain('a run of seven or more below the mean')
  })

  it.each([
    ['special_cause_improvement', 'Above UCL', 'improving-high', 'Evidence of real improvement'],
    ['special_cause_improvement', 'Below LCL', 'improving-low', 'Evidence of real improvement'],
    ['special_cause_concern', 'Above UCL', 'concerning-high', 'Evidence that this is getting worse'],
    ['special_cause_concern', 'Below LCL', 'concerning-low', 'Evidence that this is getting worse'],
    ['special_cause_neutral_high', 'Above UCL', 'changed-high', 'Evidence of real change, upwards'],
    ['special_cause_neutral_low', 'Below LCL', 'changed-low', 'Evidence of real change, downwards'],
  ] as const)('has one icon and one claim for %s, %s', (type, cause, icon, words) => {
    const special = [{ period: '2025-09', cause, type }]
    expect(judgeChange(kpi, aSeriesAnalysis({ special, variation: type }))).toMatchObject({ icon, words })
  })

  it('says what the title says where a year before speaks against the limits, and takes no side', () => {
    const special = [{ period: '2025-09', cause: 'Below LCL', type: 'special_cause_concern' } as const]
    const words = 'Worse than usual, but better than a year before'
    const meaning = { kind: 'worse-not-on-year', words } as const
    expect(
      judgeChange(kpi, aSeriesAnalysis({ special, variation: 'special_cause_concern', meaning })),
    ).toMatchObject({ icon: 'changed-low', tone: 'neutral', words })
  })

  it('tells what was flagged among all that was tested, as the title does, beside limits that find nothing', () => {
    const meaning = { kind: 'concern', words: 'Lower since Jun 2025', direction: -1 } as const
    expect(judgeChange(kpi, aSeriesAnalysis({ meaning }))).toMatchObject({
      icon: 'concerning-low',
      tone: 'concern',
      words: 'Lower since Jun 2025',
      rule: 'It stands out among all that was tested for a recent change. Limits 281 to 353, mean 317 since Aug 2024.',
    })
  })

  it('names the run that two of three near a limit end', () => {
    const points = (causes: readonly SpecialPoint['cause'][]) =>
      causes.map((cause, row) => ({
        period: `2025-0${row + 10 - causes.length}`,
        cause,
        type: 'special_cause_improvement' as const,
      }))
    const ruleOf = (causes: readonly SpecialPoint['cause'][]) =>
      judgeChange(kpi, aSeriesAnalysis({ special: points(causes), variation: 'special_cause_improvement' }))
        .rule
    expect(ruleOf(['7 Points Below CL', 'Below LCL', '2 in 3 Below CL'])).toContain('a run of seven or more')
    expect(ruleOf(['7 Points Below CL', '2 in 3 Below CL', '2 in 3 Below CL'])).toContain(
      'a run of seven or more',
    )
    expect(ruleOf(['Above UCL', '2 in 3 Below CL', '2 in 3 Below CL'])).toContain('Two of three')
  })

  it('calls a level that has lasted no longer "getting worse"', () => {
    const special = [{ period: '2025-09', cause: 'Above UCL', type: 'special_cause_concern' } as const]
    const meaning = { kind: 'concern', words: 'Worse, lasting since Mar 2024' } as const
    expect(
      judgeChange(kpi, aSeriesAnalysis({ special, variation: 'special_cause_concern', meaning })),
    ).toMatchObject({ icon: 'concerning-high', tone: 'concern', words: 'Worse, lasting since Mar 2024' })
  })

  it('says why where limits do not judge it, and where nothing does', () => {
    const notJudged = { because: 'too-few-points', reason: 'There are fewer than 12 points.' } as const
    expect(judgeChange(kpi, aSeriesAnalysis({ variation: null, notJudged }))).toMatchObject({
      icon: 'not-judged',
      words: 'Change is not judged',
      rule: 'There are fewer than 12 points.',
    })
    const overdue = { because: 'overdue', reason: 'The latest figure is overdue.' } as const
    expect(judgeChange(kpi, aSeriesAnalysis({ variation: null, notJudged: overdue }))).toMatchObject({
      words: 'Change is not judged',
    })
  })
})
