import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../../src/domain/periods/calendar.ts'
import { buildLimits, judgementsOf, limitCell, limitsInWords } from '../../../../src/domain/trends/limits.ts'
import { judgementInWords, shapeOf } from '../../../../src/domain/trends/signal-words.ts'
import { aSeriesAnalysis } from '../../../support/an-analysis.ts'

const count = { unit: 'count', decimals: 0 } as const
const percent = { unit: 'percent', decimals: 0 } as const
const first = dayNumber('2024-12-31')
const last = dayNumber('2025-09-30')

describe('limits of the plot', () => {
  it('begin at the edge where they began before it', () => {
    const [stretch] = buildLimits(count, aSeriesAnalysis().segments, first, last)
    expect(stretch).toMatchObject({ start: first, end: last, drawnLower: 281, drawnUpper: 353 })
    expect(stretch?.words).toBe('Limits 281 to 353, mean 317')
  })

  it('are left out where their stretch ended before the range', () => {
    const segments = aSeriesAnalysis().segments.map((one) => ({ ...one, from: '2023-01', to: '2024-07' }))
    expect(buildLimits(count, segments, first, last)).toEqual([])
  })

  it('draw no line where the measure can never be', () => {
    const segments = aSeriesAnalysis().segments.map((one) => ({ ...one, lower: -2, mean: 5, upper: 12 }))
    expect(buildLimits(count, segments, first, last)[0]).toMatchObject({ drawnLower: null, drawnUpper: 12 })
    expect(limitsInWords(count, { lower: -2, mean: 5, upper: 12 })).toBe('Upper limit 12, mean 5')
    expect(limitCell(count, { mean: 5 }, -2)).toBe('[z]')
    expect(limitCell(percent, { mean: 95 }, 104)).toBe('[z]')
    expect(limitsInWords(percent, { lower: 80, mean: 95, upper: 104 })).toBe('Lower limit 80%, mean 95%')
    // a budget is spent to 102%: its mean shows that it can be there
    expect(limitsInWords(percent, { lower: 101, mean: 102, upper: 103 })).toBe(
      'Limits 101% to 103%, mean 102%',
    )
  })
})

describe('what limits say of a point', () => {
  const special = [{ period: '2025-08', cause: 'Above UCL', type: 'special_cause_concern' }] as const
  const judge = judgementsOf(aSeriesAnalysis({ special: [...special] }))

  it('is said by the limits of its own stretch, and of none where they have started again since', () => {
    const stretch = { isTrial: false, reason: null }
    const segments = [
      { ...stretch, from: '2024-01', to: '2024-12', mean: 300, lower: 280, upper: 320 },
      { ...stretch, from: '2025-01', to: '2025-06', mean: 200, lower: 180, upper: 220 },
    ]
    const says = judgementsOf({ segments, special: [] })
    expect(says('2024-12', 300)?.limits.mean).toBe(300)
    expect(says('2025-01', 200)?.limits.mean).toBe(200)
    expect(says('2025-07', 200)).toBeNull()
    expect(buildLimits(count, segments, first, last).map(({ mean, end }) => [mean, end])).toEqual([
      [200, dayNumber('2025-06-30')],
    ])
  })

  it('is nothing where no limits suit', () => {
    expect(judge('2024-07', 300)).toBeNull()
    expect(judgementsOf(null)('2025-08', 300)).toBeNull()
  })

  it('is common cause unless the analysis says otherwise', () => {
    const judgement = judge('2025-07', 300)
    expect(judgement && judgementInWords(judgement)).toBe('No evidence of real change')
  })

  it('names the rule and what it means', () => {
    const judgement = judge('2025-08', 360)
    expect(judgement && judgementInWords(judgement)).toBe('Concern: above the upper limit')
  })

  it('is nothing of a period without a figure', () => {
    expect(judge('2025-08', null)?.signal).toBeNull()
  })

  it('has a shape for each meaning', () => {
    expect(shapeOf('special_cause_improvement')).toBe('disc')
    expect(shapeOf('special_cause_concern')).toBe('diamond')
    expect(shapeOf('special_cause_neutral_low')).toBe('square')
    expect(shapeOf('common_cause')).toBeNull()
  })
})

describe('limits beside a figure', () => {
  const share = { unit: 'percent', decimals: 0 } as const
  const limits = { lower: 30.2, upper: 43.8, mean: 37 }

  it('take a decimal more where the figure would look as if it lay on one of them', () => {
    expect(limitsInWords(share, limits, 30)).toBe('Limits 30.2% to 43.8%, mean 37.0%')
    expect(limitsInWords(share, limits, 29)).toBe('Limits 30% to 44%, mean 37%')
    expect(limitsInWords(share, limits, 31)).toBe('Limits 30% to 44%, mean 37%')
    expect(limitsInWords(share, limits)).toBe('Limits 30% to 44%, mean 37%')
  })
})
