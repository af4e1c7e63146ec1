import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type FlagInWords,
  findingState,
  meaningOf,
  type OnYear,
} from '../../../../src/domain/findings/finding-state.ts'
import { toldMeaning } from '../../../../src/domain/findings/told-meaning.ts'
import { writeFinding } from '../../../../src/domain/findings/write-finding.ts'
import { writeHeadline } from '../../../../src/domain/findings/write-headline.ts'
import { periodRange } from '../../../../src/domain/periods/period.ts'
import { aControlChart } from '../../../support/a-control-chart.ts'

fc.configureGlobal({ seed: 20_15_04 })

describe('findingState', () => {
  it('never leads to a word of change where the last point is common cause', () => {
    const values = fc.array(fc.option(fc.integer({ min: -20, max: 20 }), { freq: 10 }), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(values, fc.constantFrom('increase', 'decrease', 'neutral'), (testValues, direction) => {
        const chart = aControlChart(testValues, { improvementDirection: direction })
        const state = findingState(chart, { kind: 'control-chart' }, testValues)
        const sentence = writeFinding(
          {
            name: 'It',
            measure: { unit: 'count', decimals: 0 },
            isSnapshot: false,
            target: null,
            isProvisional: false,
            periods: periodRange('2020-01', '2024-12').slice(0, testValues.length),
            values: testValues,
          },
          state,
        )
        const claims = /evidence of real improvement|getting worse|there is evidence of real change/.test(
          sentence,
        )
        expect(claims).toBe(chart.variation !== 'common_cause')
      }),
    )
  })

  it('tells what was flagged among all that was tested where limits do not suit', () => {
    const testValues = [3, 1, 2, 4, 0, 2, 3, 1, 2, 4, 3, 1, 13]
    const flag = {
      direction: 1 as const,
      meaning: 'concern' as const,
      clause: '13 on 30 Sep 2025, far above the months before (about 2)',
      title: 'far above the months before',
    }
    const chart = aControlChart(testValues)
    const rare = { kind: 'run-chart', because: 'rare-count', reason: 'Small.' } as const
    const flagged = findingState(chart, rare, testValues, null, flag)
    expect(flagged).toEqual({ change: { kind: 'flagged', flag }, claim: null })
    expect(writeHeadline(flagged)).toBe('Far above the months before')
    expect(findingState(chart, rare, testValues).change).toEqual({
      kind: 'not-judged',
      because: 'rare-count',
    })
    expect(findingState(chart, rare, [...testValues, null], null, flag).change.kind).toBe('latest-missing')
  })

  it('tells it beside limits that find nothing, and a concern in place of an improvement of long ago', () => {
    const flag = {
      direction: 1 as const,
      meaning: 'concern' as const,
      clause: 'higher since Jun 2025, about 43 a month against about 26 before',
      title: 'higher since Jun 2025',
    }
    const limits = { kind: 'control-chart' } as const
    const stateOf = (testValues: readonly number[], told: FlagInWords) =>
      findingState(
        aControlChart(testValues, { improvementDirection: 'decrease' }),
        limits,
        testValues,
        null,
        told,
      )
    const steady = [3, 4, 5, 4, 3, 4, 5, 4, 3, 4, 5, 4, 3, 4]
    const better = [...steady, ...steady, 1, 1, 1, 1, 1, 1, 1]
    const worse = better.map((value) => 9 - value)
    expect(writeHeadline(stateOf(steady, flag))).toBe('Higher since Jun 2025')
    expect(toldMeaning(stateOf(steady, flag).change)).toEqual({
      kind: 'concern',
      words: 'Higher since Jun 2025',
      direction: 1,
    })
    expect(stateOf(better, flag).change.kind).toBe('flagged')
    expect(stateOf(better, { ...flag, meaning: 'improvement' }).change.kind).toBe('special-cause')
    expect(stateOf(worse, flag).change.kind).toBe('special-cause')
    expect(stateOf(worse, { ...flag, meaning: 'improvement' }).change.kind).toBe('special-cause')
  })

  it('tells the run of 16 below the mean that two of three near the limit only end', () => {
    const pairs = (count: number, one: number, other: number) =>
      Array.from({ length: count }, () => [one, other]).flat()
    const near = [...pairs(10, 72, 58), ...pairs(6, 46, 54), 50, 34, 50, 34]
    const nearChart = aControlChart(near, { improvementDirection: 'decrease' })
    expect(nearChart.points.at(-1)?.cause).toBe('2 in 3 Below CL')
    expect(findingState(nearChart, { kind: 'control-chart' }, near).change).toMatchObject({
      sign: 'below',
      figures: 16,
    })
  })

  it('tells no improvement of a figure that is worse than a year before, and no worsening of one that is better', () => {
    // seven below the mean of about 13: special cause, while the year before was lower still
    const testValues = [...Array.from({ length: 12 }, (_, row) => 20 + (row % 2)), 5, 7, 6, 8, 6, 7, 8]
    const meaning = (direction: 'increase' | 'decrease', onYear: OnYear) => {
      const chart = aControlChart(testValues, { improvementDirection: direction })
      const { change } = findingState(chart, { kind: 'control-chart' }, testValues, onYear)
      return change.kind === 'special-cause' ? change.meaning : change.kind
    }
    expect(meaning('decrease', null)).toBe('improvement')
    expect(meaning('decrease', -1)).toBe('improvement')
    expect(meaning('decrease', 1)).toBe('better-not-on-year')
    expect(meaning('increase', 1)).toBe('worse-not-on-year')
    expect(meaning('increase', -1)).toBe('concern')
    // published as the same: the one audience must not deny what the other may read
    expect(meaning('decrease', 'alike')).toBe('better')
    expect(meaning('increase', 'alike')).toBe('worse')
    expect(meaningOf('special_cause_neutral_low', false, testValues, 'alike')).toBe('low')
  })
})
