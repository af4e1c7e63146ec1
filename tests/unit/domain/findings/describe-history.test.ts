import { describe, expect, it } from 'vitest'
import { describeHistory } from '../../../../src/domain/findings/describe-history.ts'
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
}
const above = (period: string) => ({ period, cause: 'Above UCL', type: 'special_cause_concern' }) as const

describe('describeHistory', () => {
  it('says from where it came, to where it went, and since when it is outside its usual range', () => {
    const { points } = aSeries([500, 400, 405, 398, 402, 411, 412, 415])
    const analysis = { segments: [range], special: ['2025-07', '2025-08', '2025-09'].map(above) }
    expect(describeHistory(people, points, [], analysis)).toBe(
      'Fell from 500 in Feb 2025 to 415; above its usual range since Jul 2025.',
    )
  })

  it('calls no range usual that few figures have kept to', () => {
    const analysis = { segments: [range], special: ['2025-07', '2025-08', '2025-09'].map(above) }
    expect(describeHistory(people, aSeries([350, 352, 355, 411, 412, 415]).points, [], analysis)).toBe(
      'Rose from 350 in Apr 2025 to 415; above the limits drawn since Jul 2025.',
    )
  })

  it('names the month where the latest figure alone is outside', () => {
    const analysis = { segments: [range], special: [above('2025-05'), above('2025-09')] }
    expect(describeHistory(people, aSeries([400, 415, 400, 400, 400, 415]).points, [], analysis)).toBe(
      'Rose from 400 in Apr 2025 to 415; above its usual range in Sep 2025.',
    )
  })

  it('tells a pattern within the limits by the mean that it lies above, and not as usual', () => {
    const shift = { period: '2025-09', cause: '7 Points Above CL', type: 'special_cause_concern' } as const
    expect(
      describeHistory(people, aSeries([400, 405]).points, [], { segments: [range], special: [shift] }),
    ).toBe('Rose from 400 in Aug 2025 to 405; above its mean.')
  })

  it('says nothing of a range where the latest figure has no limits', () => {
    const analysis = { segments: [{ ...range, to: '2025-06' }], special: [] }
    expect(describeHistory(people, aSeries([400, 405]).points, [], analysis)).toBe(
      'Rose from 400 in Aug 2025 to 405.',
    )
  })

  it('brings the unit once, and compares figures as they are shown', () => {
    expect(describeHistory(days, aSeries([72, 60]).points)).toBe('Fell from 72 in Aug 2025 to 60 days.')
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
      'Rose from 400 in Jun 2025 to 410, with a high of 500 in Jul 2025.',
    )
  })

  it('names a peak that much was lost from, however far the ends are apart', () => {
    // 135 of 435 thousand since the peak; of 90 no more than 20
    expect(describeHistory(people, aSeries([3, 140, 436, 301]).points)).toBe(
      'Rose from 3 in Jun 2025 to 301, with a high of 436 in Aug 2025.',
    )
    expect(describeHistory(people, aSeries([10, 60, 100, 80]).points)).toBe('Rose from 10 in Jun 2025 to 80.')
  })

  it('says of chance neither that it rose nor that it fell', () => {
    const of = (variation: PointType) => ({ segments: [range], special: [], variation })
    expect(describeHistory(people, aSeries([400, 401, 402, 405]).points, [], of('common_cause'))).toBe(
      'From 400 in Jun 2025 to 405; within its usual range.',
    )
    expect(describeHistory(people, aSeries([400, 402, 405]).points, [], of('special_cause_concern'))).toMatch(
      /^Rose from 400/,
    )
  })

  it('begins after the last change of definition', () => {
    const breaks = [{ date: '2025-08-01', title: 'New form' }]
    expect(describeHistory(people, aSeries([900, 10, 20]).points, breaks)).toBe(
      'Since the definition changed on 1 Aug 2025: rose from 10 in Aug 2025 to 20.',
    )
    const before = [{ date: '2020-04-01', title: 'Long ago' }]
    expect(describeHistory(people, aSeries([10, 20]).points, before)).toBe('Rose from 10 in Aug 2025 to 20.')
  })

  it('counts what is not drawn and never reads it as a number', () => {
    const withheld = aPoint({ period: '2025-09', value: null, availability: 'suppressed' })
    const points = [...aSeries([10, null, 20], { last: '2025-08' }).points, withheld]
    expect(describeHistory(people, points)).toBe(
      'Rose from 10 in Jun 2025 to 20 in Aug 2025, the latest shown; 1 withheld; 1 missing.',
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

  it('has a sentence for one figure, and for none', () => {
    expect(describeHistory(people, aSeries([309]).points)).toBe('One figure shown: 309 in Sep 2025.')
    expect(describeHistory(people, [])).toBe('No figure is shown.')
    expect(describeHistory(people, aSeries([null, null]).points)).toBe('No figure is shown; 2 missing.')
  })
})
