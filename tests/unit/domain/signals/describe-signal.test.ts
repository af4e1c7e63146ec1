import { describe, expect, it } from 'vitest'
import {
  clauseOfSignal,
  describeSignal,
  isBorneOut,
  meaningOfSignal,
  type SignalToWord,
} from '../../../../src/domain/signals/describe-signal.ts'
import { readingAge } from '../../../support/reading-age.ts'

const testSignal: SignalToWord = {
  name: 'Enquiries by type of abuse',
  memberLabel: 'Self-neglect',
  place: 'in Southall',
  measure: { unit: 'count', decimals: 0, aggregation: 'X' },
  isSnapshot: false,
  kind: 'step',
  direction: 1,
  since: '2025-04',
  before: 2.2,
  after: 6.1,
  expected: null,
  categories: 'types',
  latest: { period: '2025-09', value: 7 },
  isRounded: false,
}

const sentenceOf = (change: Partial<SignalToWord>) => describeSignal({ ...testSignal, ...change })

describe('describeSignal', () => {
  it('tells a step by its level since and before', () => {
    expect(sentenceOf({})).toBe(
      'Self-neglect in Southall: higher since Apr 2025, about 6 a month against about 2 before.',
    )
    expect(
      sentenceOf({
        name: 'Median OT wait',
        memberLabel: null,
        place: null,
        measure: { unit: 'days', decimals: 0, aggregation: 'M' },
        direction: -1,
        before: 81.6,
        after: 70.2,
      }),
    ).toBe('Median OT wait: lower since Apr 2025, about 70 days against about 82 days before.')
  })

  it('pretends no precision with rounded figures', () => {
    expect(sentenceOf({ isRounded: true })).toContain('about 6 a month against fewer than 5 before')
    expect(sentenceOf({ isRounded: true, before: 1, after: 3 })).toBe(
      'Self-neglect in Southall: higher since Apr 2025.',
    )
  })

  it('takes one decimal more where two means would look the same', () => {
    expect(sentenceOf({ before: 2.1, after: 2.4 })).toContain('about 2.4 a month against about 2.1 before')
  })

  it('tells spike, drift, variation and mix each in its way', () => {
    expect(sentenceOf({ kind: 'spike', since: '2025-09' })).toBe(
      'Self-neglect in Southall: 7 in Sep 2025, far above the months before (about 2).',
    )
    expect(sentenceOf({ kind: 'drift' })).toBe(
      'Self-neglect in Southall: drifting up since Apr 2025, 7 in Sep 2025 against about 2 before.',
    )
    expect(sentenceOf({ kind: 'variation', direction: -1 })).toBe(
      'Self-neglect in Southall: moving less from month to month since Apr 2025 than before.',
    )
    expect(sentenceOf({ kind: 'mix', before: 8, after: 15 })).toBe(
      'Self-neglect in Southall: its share of all types rose from about 8% to about 15%, since Apr 2025.',
    )
  })

  it('has a clause and a title for a series that names itself', () => {
    const list = { name: 'OT list', memberLabel: null, place: null, before: 40, after: 52 } as const
    expect(clauseOfSignal({ ...testSignal, ...list, expected: 60 })).toEqual({
      clause: expect.stringMatching(
        /^rising faster than before since Apr 2025, .+ where the trend before led to /,
      ),
      title: 'rising faster than before since Apr 2025',
    })
    for (const kind of ['step', 'spike', 'drift', 'variation'] as const) {
      const { clause, title } = clauseOfSignal({ ...testSignal, ...list, kind })
      expect(`OT list: ${clause}.`).toBe(sentenceOf({ ...list, kind }))
      expect(clause).toContain(title)
    }
  })

  it('never says higher of a figure that is lower', () => {
    const testContrary = { ...testSignal, before: 15.8, after: 15.3 }
    expect(isBorneOut(testContrary)).toBe(false)
    expect(isBorneOut({ ...testSignal, kind: 'drift', direction: -1, before: 3 })).toBe(false)
  })

  it('tells a departure from a trend by where the trend led', () => {
    const list: Partial<SignalToWord> = {
      name: 'Waiting for OT assessment',
      memberLabel: null,
      place: null,
      measure: { unit: 'count', decimals: 0, aggregation: 'P' },
      isSnapshot: true,
      before: 400,
    }
    expect(sentenceOf({ ...list, kind: 'drift', direction: 1, after: 315, expected: 270 })).toBe(
      'Waiting for OT assessment: not falling as it did since Apr 2025, about 315 where the trend before led to about 270.',
    )
    expect(sentenceOf({ ...list, direction: -1, after: 230, expected: 270 })).toContain(
      'falling faster than before since Apr 2025',
    )
    expect(sentenceOf({ ...list, direction: -1, after: 430, expected: 470 })).toContain(
      'not rising as it did',
    )
    // lower than on the trend, though higher than before: borne out against the trend
    expect(isBorneOut({ ...testSignal, direction: -1, before: 94, after: 98, expected: 99 })).toBe(true)
    expect(isBorneOut({ ...testSignal, direction: -1, before: 94, after: 98, expected: 97 })).toBe(false)
  })

  it('counts a month of a flow alone', () => {
    const people = { unit: 'count', decimals: 0, aggregation: 'D' } as const
    expect(sentenceOf({ measure: people, before: 129, after: 139 })).toContain('about 139 against about 129')
  })

  it('can be read at fourteen', () => {
    const kinds = ['step', 'spike', 'drift', 'variation', 'mix'] as const
    const texts = kinds.flatMap((kind) => [
      sentenceOf({ kind }),
      sentenceOf({ kind, direction: -1, before: 9, after: 6 }),
    ])
    expect(texts.filter((text) => readingAge(text) > 14)).toEqual([])
  })
})

describe('meaningOfSignal', () => {
  it('follows the good direction for a level, and is neutral for variation and mix', () => {
    expect(meaningOfSignal('down', { kind: 'step', direction: 1 })).toBe('concern')
    expect(meaningOfSignal('up', { kind: 'drift', direction: 1 })).toBe('improvement')
    expect(meaningOfSignal('neutral', { kind: 'spike', direction: 1 })).toBe('neutral')
    expect(meaningOfSignal('down', { kind: 'variation', direction: 1 })).toBe('neutral')
    expect(meaningOfSignal('down', { kind: 'mix', direction: -1 })).toBe('neutral')
  })
})
