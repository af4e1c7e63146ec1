import { describe, expect, it } from 'vitest'
import type { BeforeAndAfter } from '../../../../src/domain/interventions/before-and-after.ts'
import { type ChangeSubject, writeChange } from '../../../../src/domain/interventions/write-change.ts'
import { readingAge } from '../../../support/reading-age.ts'

const testSubject: ChangeSubject = {
  event: { title: 'Surge team in place', period: '2025-05' },
  measure: { unit: 'count', decimals: 0 },
  isRounded: false,
  notSuited: null,
  pace: null,
}

const none = { size: -2, confidence: 0.98, lower: -20, upper: 16, isClaimed: false }
const lower = { size: -96, confidence: 0.98, lower: -130, upper: -62, isClaimed: true }
const steeper = { size: 0.42, confidence: 0.98, lower: 0.11, upper: 0.73, isClaimed: true }

type Estimate = Exclude<BeforeAndAfter, { kind: 'overlaps' }> | { kind: 'overlaps'; with: string }

const estimates: Estimate[] = [
  { kind: 'estimated', level: none, slope: none },
  { kind: 'estimated', level: lower, slope: none },
  { kind: 'estimated', level: none, slope: steeper },
  { kind: 'estimated', level: lower, slope: steeper },
  { kind: 'too-few-points', before: 30, after: 5, need: 12 },
  { kind: 'too-few-points', before: 3, after: 11, need: 12 },
  { kind: 'overlaps', with: 'New intake form' },
  { kind: 'not-estimable' },
]

const texts = estimates.map((estimate) => writeChange(testSubject, estimate))

describe('writeChange', () => {
  it('claims nothing where both intervals hold no change', () => {
    expect(texts[0]).toBe(
      'There is no evidence that level or direction changed after ‘Surge team in place’ (May 2025).',
    )
  })

  it('gives size and interval of a change in level', () => {
    expect(texts[1]).toBe(
      'After ‘Surge team in place’ (May 2025), the level is 96 lower than the trend before. The 98% interval is 62 to 130 lower.',
    )
    const percent = { ...testSubject, measure: { unit: 'percent', decimals: 0 } as const, isRounded: true }
    expect(
      writeChange(percent, {
        kind: 'estimated',
        level: { size: 4, confidence: 0.98, lower: 1.2, upper: 6.8, isClaimed: true },
        slope: none,
      }),
    ).toBe(
      'After ‘Surge team in place’ (May 2025), the level is 4 percentage points higher than the trend before. The 98% interval is 1 to 7 percentage points higher. Worked out from rounded figures.',
    )
  })

  it('shows a small change of direction with the decimals that it needs', () => {
    expect(texts[2]).toBe(
      'After ‘Surge team in place’ (May 2025), the change from month to month is 0.4 higher than before. The 98% interval is 0.1 to 0.7 higher.',
    )
    expect(texts[3]).toContain('62 to 130 lower. The change from month to month is 0.4 higher than before.')
  })

  it('tells the ends of an interval apart', () => {
    const days = { ...testSubject, measure: { unit: 'days', decimals: 0 } as const }
    const slope = { size: 1.1, confidence: 0.997, lower: 0.8, upper: 1.4, isClaimed: true }
    expect(writeChange(days, { kind: 'estimated', level: none, slope })).toContain(
      'The 99.7% interval is 0.8 to 1.4 days higher.',
    )
  })

  it('refuses with the reason', () => {
    expect(texts[4]).toBe(
      'It is too soon to compare before and after ‘Surge team in place’ (May 2025). It takes seven more figures.',
    )
    expect(texts[5]).toContain('cannot be judged. It takes 12 figures before it, and there are three.')
    expect(texts[6]).toContain(
      'cannot be told from what came after ‘New intake form’. The two are too close in time.',
    )
    // a year and more apart: what is wanting between two quarters or years is figures
    const quarter = { ...testSubject, event: { ...testSubject.event, period: '2025-Q1' } }
    expect(writeChange(quarter, { kind: 'overlaps', with: 'New intake form' })).toMatch(
      /‘New intake form’\. Fewer than 12 figures lie between the two\.$/,
    )
    expect(texts[7]).toContain('the figures vary too little, or have too many gaps')
    expect(
      writeChange(
        { ...testSubject, notSuited: 'The counts are typically under 5.' },
        estimates[1] ?? { kind: 'not-estimable' },
      ),
    ).toBe(
      'Not compared before and after ‘Surge team in place’ (May 2025). The counts are typically under 5.',
    )
  })

  it('says after and never because, and can be read at fourteen', () => {
    expect(texts.filter((text) => !/after/i.test(text) || /because|due to|caused/i.test(text))).toEqual([])
    expect(texts.filter((text) => readingAge(text) > 14)).toEqual([])
  })
})

describe('a change of pace', () => {
  it('tells both paces, so that what only stopped rising is not read as a fall', () => {
    const share = { ...testSubject, measure: { unit: 'percent', decimals: 0 } as const }
    const slope = { size: -0.26, confidence: 0.98, lower: -0.5, upper: -0.03, isClaimed: true }
    expect(writeChange(share, { kind: 'estimated', level: none, slope, slopeBefore: 0.3 })).toBe(
      'After ‘Surge team in place’ (May 2025), the figure goes from a rise of 0.30 percentage points a month to a rise of 0.04 percentage points a month: 0.26 percentage points lower. The 98% interval is 0.03 to 0.50 percentage points lower.',
    )
  })

  it('is written finer where the paces as shown would not differ by what is told', () => {
    // 3.5 up, then 7.2 down: in whole numbers 4 and 7 would be 11, where 10.7 is told as 11 as well, and 3 and 7 would not
    const slope = { size: -10.2, confidence: 0.997, lower: -20.1, upper: -1.4, isClaimed: true }
    const told = writeChange(testSubject, { kind: 'estimated', level: none, slope, slopeBefore: 3.4 })
    expect(told).toContain('a rise of 3 a month to a fall of 7 a month: 10 lower.')
    const finer = writeChange(testSubject, { kind: 'estimated', level: none, slope, slopeBefore: 3.5 })
    expect(finer).toContain('a rise of 3.5 a month to a fall of 6.7 a month: 10.2 lower.')
  })
})
