import { describe, expect, it } from 'vitest'
import { findWaitParadox, paradoxInWords } from '../../../../../src/domain/trends/together/wait-paradox.ts'
import { aSeries } from '../../../../support/a-series.ts'

const year = (before: number, after: number) =>
  aSeries([...Array.from({ length: 12 }, () => before), ...Array.from({ length: 6 }, () => after)])
const days = { unit: 'days', decimals: 0 } as const
const people = { unit: 'count', decimals: 0 } as const

describe('the completed-wait paradox', () => {
  it('is found where the median rises while the list falls', () => {
    const found = findWaitParadox(year(56, 67), year(490, 430))
    expect(found).toEqual({ median: { before: 56, after: 67 }, list: { before: 490, after: 430 } })
    const words = found && paradoxInWords(found, { median: days, list: people }, null)
    expect(words).toContain('67 days on average, 11 days longer')
    expect(words).toContain('430 on average, 60 fewer')
  })

  it('tells those who have waited longest, whichever way their number went', () => {
    const found = { median: { before: 56, after: 67 }, list: { before: 490, after: 430 } }
    const told = (before: number, after: number) =>
      paradoxInWords(
        found,
        { median: days, list: people },
        { label: 'Over 26 weeks', moved: { before, after } },
      )
    expect(told(96, 39)).toContain(
      'On average 39 of them had waited over 26 weeks, 57 fewer than a year before.',
    )
    expect(told(39, 96)).toContain('57 more than a year before')
    expect(told(39, 39.2)).toContain('as many as a year before')
  })

  it('is not found where both move the same way, or hardly', () => {
    expect(findWaitParadox(year(56, 50), year(490, 430))).toBeNull()
    expect(findWaitParadox(year(56, 67), year(430, 490))).toBeNull()
    expect(findWaitParadox(year(56, 58), year(490, 430))).toBeNull()
  })

  it('is not found across a change of definition of either', () => {
    const median = year(56, 67)
    const changed = [{ date: median.points.at(-3)?.period.concat('-01') ?? '', title: 'Counted anew' }]
    expect(findWaitParadox(median, year(490, 430), { median: changed, list: [] })).toBeNull()
    expect(findWaitParadox(median, year(490, 430), { median: [], list: changed })).toBeNull()
  })

  it('is not looked for with too few figures', () => {
    expect(findWaitParadox(aSeries([56, 67]), year(490, 430))).toBeNull()
  })
})
