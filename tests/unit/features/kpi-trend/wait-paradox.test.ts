import { describe, expect, it } from 'vitest'
import {
  findWaitParadox,
  paradoxInWords,
  waitPairOf,
} from '../../../../src/features/kpi-trend/wait-paradox.ts'
import { aSeries } from '../../../support/a-series.ts'

const year = (before: number, after: number) =>
  aSeries([...Array.from({ length: 12 }, () => before), ...Array.from({ length: 6 }, () => after)])
const days = { unit: 'days', decimals: 0 } as const
const people = { unit: 'count', decimals: 0 } as const

describe('the completed-wait paradox', () => {
  it('pairs a list with the median of its completed waits', () => {
    const pair = { median: 'ot-wait-median', list: 'ot-waiting' }
    expect(waitPairOf('ot-waiting')).toEqual(pair)
    expect(waitPairOf('ot-wait-median')).toEqual(pair)
    expect(waitPairOf('dp-clients')).toBeNull()
  })

  it('is found where the median rises while the list falls', () => {
    const found = findWaitParadox(year(56, 67), year(490, 430))
    expect(found).toEqual({ median: { before: 56, after: 67 }, list: { before: 490, after: 430 } })
    const words = found && paradoxInWords(found, { median: days, list: people })
    expect(words).toContain('67 days on average, 11 days longer')
    expect(words).toContain('430 on average, 60 fewer')
  })

  it('is not found where both move the same way, or hardly', () => {
    expect(findWaitParadox(year(56, 50), year(490, 430))).toBeNull()
    expect(findWaitParadox(year(56, 67), year(430, 490))).toBeNull()
    expect(findWaitParadox(year(56, 58), year(490, 430))).toBeNull()
  })

  it('is not looked for with too few figures', () => {
    expect(findWaitParadox(aSeries([56, 67]), year(490, 430))).toBeNull()
  })
})
