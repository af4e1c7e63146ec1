import { describe, expect, it } from 'vitest'
import { findingState } from '../../../../src/domain/findings/finding-state.ts'
import { type FindingSubject, writeFinding } from '../../../../src/domain/findings/write-finding.ts'
import { periodRange } from '../../../../src/domain/periods/period.ts'
import type { ControlChartInput } from '../../../../src/domain/spc/control-chart.ts'
import { judgeSuitability } from '../../../../src/domain/spc/suitability.ts'
import { aControlChart } from '../../../support/a-control-chart.ts'

// mean about 50, moving ranges about 4
const routine = [50, 54, 49, 52, 47, 51, 53, 48, 52, 49, 50, 46, 51, 52, 49, 51]

function findingOf(
  values: (number | null)[],
  input: Partial<ControlChartInput> = {},
  subject: Partial<FindingSubject> = {},
  aggregation: 'S' | 'P' = 'S',
): string {
  const periods = periodRange('2024-01', '2026-12').slice(0, values.length)
  const chart = aControlChart(values, input)
  const suitability = judgeSuitability({
    values,
    cases: [],
    frequency: 'month',
    aggregation,
    unit: 'count',
    isYearToDate: false,
  })
  return writeFinding(
    {
      name: 'Concerns raised',
      measure: { unit: 'count', decimals: 0 },
      isSnapshot: false,
      target: input.target ?? null,
      isProvisional: false,
      periods,
      values,
      ...subject,
    },
    findingState(chart, suitability, values, null, null, {
      target: input.target ?? null,
      improvement: input.improvementDirection ?? 'increase',
    }),
  )
}

describe('writeFinding', () => {
  it('holds no figure against a year before that another definition counted', () => {
    expect(findingOf(routine, {}, { breaks: [{ date: '2025-01-01', title: 'New form' }] })).toBe(
      'Concerns raised: 51 in Apr 2025; there is no evidence of real change.',
    )
  })

  it('writes a target as it was set, whatever the measure shows', () => {
    const measure = { unit: 'percent', decimals: 1 } as const
    expect(findingOf(routine, { target: 80 }, { measure })).toContain('the target of 80%')
    expect(findingOf(routine, { target: 97.5 }, { measure: { ...measure, decimals: 0 } })).toContain(
      'the target of 97.5%',
    )
  })

  it('claims nothing within limits, whichever way the figure moved', () => {
    // 51 in Apr 2025, 52 in Apr 2024
    expect(findingOf(routine)).toBe(
      'Concerns raised: 51 in Apr 2025, 1 fewer than a year before; there is no evidence of real change.',
    )
  })

  it('compares no figure with a year before across a change of definition', () => {
    const breaks = [{ date: '2024-10-01', title: 'New form' }]
    expect(findingOf(routine, {}, { breaks })).toBe(
      'Concerns raised: 51 in Apr 2025; there is no evidence of real change.',
    )
  })

  it('says a unit once for year and plan, and beside the plan where the year has none', () => {
    const shares = { measure: { unit: 'percent', decimals: 0 }, planGap: -2 } as const
    expect(findingOf(routine, {}, shares)).toContain(
      '1 percentage point lower than a year before and 2 below plan',
    )
    // 52 in both Aprils
    expect(findingOf(routine.with(-1, 52), {}, shares)).toContain(
      'the same as a year before and 2 percentage points below plan',
    )
  })

  it('says improvement only with the sign that shows it', () => {
    expect(findingOf([...routine, 80])).toBe(
      'Concerns raised: 80 in May 2025, 33 more than a year before; there is evidence of real improvement: the figure is above its usual range.',
    )
    expect(findingOf([...routine, 80], { improvementDirection: 'decrease' })).toContain(
      'there is evidence that this is getting worse',
    )
    expect(findingOf([...routine, 80], { improvementDirection: 'neutral' })).toContain(
      'there is evidence of real change: the figure is above its usual range',
    )
  })

  it('says what the limits mean for the target', () => {
    expect(findingOf(routine, { target: 90 })).toContain('the usual range does not reach the target of 90')
    expect(findingOf(routine, { target: 20 })).toContain('the whole usual range meets the target of 20')
    expect(findingOf(routine, { target: 51 })).toContain('the target of 51 may be met or missed by chance')
  })

  it('judges neither change nor target on few points', () => {
    expect(findingOf([50, 54, 80], { target: 90 })).toBe(
      'Concerns raised: 80 in Mar 2024; there are too few points to judge.',
    )
  })

  it('does not judge a trending list by its limits, even where a rule would mark it', () => {
    const rising = Array.from({ length: 16 }, (_, row) => 100 + 9 * row + (row % 3))
    expect(findingOf(rising, {}, {}, 'P')).toContain('limits do not suit a list')
  })

  it('says so when the latest figure is missing, the figures are constant, or there are none', () => {
    expect(findingOf([...routine, null])).toBe(
      'Concerns raised: the figure for May 2025 is missing, so recent change is not judged.',
    )
    expect(findingOf(Array(14).fill(50))).toContain('vary too little to set limits')
    expect(findingOf([])).toBe('Concerns raised: there are no figures.')
  })

  it('names percentage points, provisional figures and the day of a snapshot', () => {
    expect(
      findingOf(
        routine,
        {},
        { measure: { unit: 'percent', decimals: 0 }, isSnapshot: true, isProvisional: true },
      ),
    ).toContain(': 51% on 30 Apr 2025 (provisional), 1 percentage point lower than a year before')
  })

  it('says the same where the shown difference is nothing', () => {
    expect(findingOf(routine.with(15, 52))).toContain(', the same as a year before;')
  })
})
