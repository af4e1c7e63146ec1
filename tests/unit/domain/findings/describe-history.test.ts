import { describe, expect, it } from 'vitest'
import type { RowAnalysis } from '../../../../src/domain/analysis/edition-analysis.ts'
import { describeHistory as describeSeries } from '../../../../src/domain/findings/describe-history.ts'
import { highsAndLows } from '../../../../src/domain/findings/highs-and-lows.ts'
import type { PointType } from '../../../../src/domain/spc/point-types.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'

const people = { unit: 'count', decimals: 0 } as const
const days = { unit: 'days', decimals: 0 } as const
const percent = { unit: 'percent', decimals: 0 } as const
const range = {
  from: '2024-10',
  to: '2025-09',
  mean: 400,
  lower: 390,
  upper: 410,
  isTrial: false,
  reason: null,
  isMixed: false,
}
const above = (period: string) => ({ period, cause: 'Above UCL', type: 'special_cause_concern' }) as const

/** With the highs and lows that are stored with an analysis of the same figures. */
function describeHistory(...[measure, points, breaks, analysis]: Parameters<typeof describeSeries>): string {
  const extremes = highsAndLows(
    points.flatMap(({ period, value }) => (value === null ? [] : { period, value })),
  )
  return describeSeries(measure, points, breaks, { segments: [], special: [], ...analysis, extremes })
}

describe('describeHistory', () => {
  it('says from where it came, to where it went, and since when it is outside its usual range', () => {
    const { points } = aSeries([500, 400, 405, 398, 402, 411, 412, 415])
    const analysis = { segments: [range], special: ['2025-07', '2025-08', '2025-09'].map(above) }
    expect(describeHistory(people, points, [], analysis)).toBe(
      'From 500 in Feb 2025 to 415; above its usual range since Jul 2025.',
    )
  })

  it('calls no range usual that few figures have kept to', () => {
    const mixed = { ...range, isMixed: true }
    const analysis = { segments: [mixed], special: ['2025-07', '2025-08', '2025-09'].map(above) }
    expect(describeHistory(people, aSeries([350, 352, 355, 411, 412, 415]).points, [], analysis)).toBe(
      'From 350 in Apr 2025 to 415; above the limits drawn since Jul 2025.',
    )
  })

  it('names the month where the latest figure alone is outside', () => {
    const analysis = { segments: [range], special: [above('2025-05'), above('2025-09')] }
    expect(describeHistory(people, aSeries([400, 415, 400, 400, 400, 415]).points, [], analysis)).toBe(
      'From 400 in Apr 2025 to 415; above its usual range in Sep 2025.',
    )
  })

  it('begins with no month whose figure is drawn on the limit', () => {
    const close = { ...range, upper: 410.6 }
    const analysis = { segments: [close], special: ['2025-07', '2025-08', '2025-09'].map(above) }
    expect(describeHistory(people, aSeries([400, 405, 398, 411, 412, 415]).points, [], analysis)).toContain(
      'above its usual range since Aug 2025.',
    )
    // the latest is told by its sign, which its page shows finer
    expect(describeHistory(people, aSeries([400, 405, 398, 415, 412, 411]).points, [], analysis)).toContain(
      'above its usual range since Jul 2025.',
    )
  })

  it('tells a pattern within the limits by the mean that it lies above, and not as usual', () => {
    const shift = { period: '2025-09', cause: '7 Points Above CL', type: 'special_cause_concern' } as const
    expect(
      describeHistory(people, aSeries([400, 405]).points, [], { segments: [range], special: [shift] }),
    ).toBe('From 400 in Aug 2025 to 405; above its mean.')
  })

  it('says nothing of a range where the latest figure has no limits', () => {
    const analysis = { segments: [{ ...range, to: '2025-06' }], special: [] }
    expect(describeHistory(people, aSeries([400, 405]).points, [], analysis)).toBe(
      'From 400 in Aug 2025 to 405.',
    )
  })

  it('brings the unit once, and compares figures as they are shown', () => {
    expect(describeHistory(days, aSeries([72, 60]).points)).toBe('From 72 in Aug 2025 to 60 days.')
    expect(describeHistory(percent, aSeries([80.1, 90, 80.4]).points)).toBe(
      '80%, as in Jul 2025, with a high of 90% in Aug 2025.',
    )
    expect(describeHistory(days, aSeries([1.2, 1.4]).points)).toBe(
      '1 day, about as in all shown since Aug 2025.',
    )
  })

  it('names a high or low that the ends would hide', () => {
    // all lie within 105: 500 lies 90 above both ends, 395 lies 5 below
    expect(describeHistory(people, aSeries([400, 500, 395, 410]).points)).toBe(
      'From 400 in Jun 2025 to 410, with a high of 500 in Jul 2025.',
    )
  })

  it('names a peak that much was lost from, however far the ends are apart', () => {
    // 135 of 435 thousand since the peak; of 90 no more than 20
    expect(describeHistory(people, aSeries([3, 140, 436, 301]).points)).toBe(
      'From 3 in Jun 2025 to 301, with a high of 436 in Aug 2025.',
    )
    expect(describeHistory(people, aSeries([10, 60, 100, 80]).points)).toBe('From 10 in Jun 2025 to 80.')
  })

  it('says that it rose or fell only where there is evidence of just that', () => {
    const told = (values: readonly number[], analysis: Parameters<typeof describeHistory>[3]) =>
      describeHistory(people, aSeries(values).points, [], analysis)
    const of = (variation: PointType | null) => ({
      segments: [range],
      special: [above('2025-09')],
      variation,
    })
    expect(told([400, 402, 415], of('special_cause_concern'))).toMatch(/^Rose from 400/)
    expect(told([400, 401, 405], of('common_cause'))).toMatch(/^From 400 in Jul 2025 to 405/)
    expect(told([400, 402, 405], of(null))).toMatch(/^From 400/)
    // out of its range upwards, and lower than where the row begins
    expect(told([500, 402, 415], of('special_cause_concern'))).toMatch(/^From 500/)
    expect(
      told([500, 402, 415], { ...of('special_cause_improvement'), byMethod: { direction: -1 } }),
    ).toMatch(/^Fell from 500/)
  })

  it('names no low that reads as an end does', () => {
    // 94.6 to 96.2: 95.0 and 94.6 are both 95%
    expect(describeHistory(percent, aSeries([95.03, 95.8, 94.59, 96.2]).points)).toBe(
      'From 95% in Jun 2025 to 96%.',
    )
  })

  it('begins after the last change of definition', () => {
    const breaks = [{ date: '2025-08-01', title: 'New form' }]
    expect(describeHistory(people, aSeries([900, 10, 20]).points, breaks)).toBe(
      'Since the definition changed on 1 Aug 2025: from 10 in Aug 2025 to 20.',
    )
    const before = [{ date: '2020-04-01', title: 'Long ago' }]
    expect(describeHistory(people, aSeries([10, 20]).points, before)).toBe('From 10 in Aug 2025 to 20.')
  })

  it('counts what is not drawn and never reads it as a number', () => {
    const withheld = aPoint({ period: '2025-09', value: null, availability: 'suppressed' })
    const points = [...aSeries([10, null, 20], { last: '2025-08' }).points, withheld]
    expect(describeHistory(people, points)).toBe(
      'From 10 in Jun 2025 to 20 in Aug 2025, the latest shown; 1 withheld; 1 missing.',
    )
    const level = [...aSeries([5, null, 5], { last: '2025-08' }).points, withheld]
    expect(describeHistory(people, level)).toBe(
      '5 in Aug 2025, the latest shown, as in all shown since Jun 2025; 1 withheld; 1 missing.',
    )
    const back = [...aSeries([5, 20, 5], { last: '2025-08' }).points, withheld]
    expect(describeHistory(people, back)).toBe(
      '5 in Aug 2025, the latest shown, as in Jun 2025, with a high of 20 in Jul 2025; 1 withheld.',
    )
  })

  it('names no high or low before the month that it begins with, where figures follow the time of year', () => {
    const figures = (values: readonly number[]) => aSeries(values, { last: '2025-06' }).points
    const level = Array.from({ length: 10 }, () => 200)
    const byMethod = { isSeasonal: true } as RowAnalysis['byMethod']
    const season = { segments: [], special: [], byMethod }
    // June stands beside June of the year before, and April of that year lies before both
    const before = figures([200, 120, ...level, 210, 205, 205, 206])
    expect(describeHistory(people, before, [], season)).toBe('From 200 in Jun 2024 to 206.')
    const between = figures([200, 200, ...level, 210, 130, 205, 206])
    expect(describeHistory(people, between, [], season)).toBe(
      'From 200 in Jun 2024 to 206, with a low of 130 in Apr 2025.',
    )
  })

  it('has a sentence for one figure, and for none', () => {
    expect(describeHistory(people, aSeries([309]).points)).toBe('One figure shown: 309 in Sep 2025.')
    expect(describeHistory(people, [])).toBe('No figure is shown.')
    expect(describeHistory(people, aSeries([null, null]).points)).toBe('No figure is shown; 2 missing.')
  })

  it('names a high of rounded figures where it is one whatever they were, and its month where no other is as far', () => {
    const of = (values: readonly number[]) =>
      highsAndLows(
        aSeries(values).points.flatMap(({ period, value }) => (value === null ? [] : { period, value })),
        5,
      )
    // 30 above both ends of a range of 30: more than 5 and a quarter of 35
    expect(of([100, 130, 100])).toEqual({ high: '2025-08' })
    expect(of([100, 130, 130, 100])).toEqual({ high: null })
    expect(of([100, 105, 100])).toEqual({})
  })
})
