import { describe, expect, it } from 'vitest'
import { buildValueAxis, formatRound } from '../../../../src/domain/trends/axis.ts'

const count = { unit: 'count', decimals: 0 } as const
const percent = { unit: 'percent', decimals: 1 } as const

describe('buildValueAxis', () => {
  it('starts counts at zero however high they are', () => {
    const axis = buildValueAxis(count, [277, 511])
    expect(axis.startsAtZero).toBe(true)
    expect(axis.ticks[0]).toBe(0)
    expect(axis.upper).toBeGreaterThan(511)
  })

  it('may start a share above zero, and says so', () => {
    const axis = buildValueAxis(percent, [88, 96])
    expect(axis.startsAtZero).toBe(false)
    expect(axis.lower).toBeLessThan(88)
    expect(axis.upper).toBeLessThanOrEqual(100)
  })

  it('lets a share pass 100 only where a figure does', () => {
    expect(buildValueAxis(percent, [98, 104]).upper).toBeGreaterThan(104)
    expect(buildValueAxis(percent, [20, 99.8]).upper).toBe(100)
  })

  it('keeps whole steps for whole numbers', () => {
    expect(buildValueAxis(count, [0, 1, 3]).ticks.every(Number.isInteger)).toBe(true)
  })

  it('holds negative values', () => {
    const axis = buildValueAxis({ unit: 'pounds', decimals: 0 }, [-40, 20])
    expect(axis.lower).toBeLessThanOrEqual(-40)
    expect(axis.ticks).toContain(0)
  })

  it('stands where all values are zero, or there are none', () => {
    expect(buildValueAxis(count, [0, 0]).upper).toBeGreaterThan(0)
    expect(buildValueAxis(count, [])).toMatchObject({ lower: 0, upper: 1 })
  })

  it('writes ticks without decimals that say nothing', () => {
    expect([formatRound(percent, 20), formatRound(percent, 2.5)]).toEqual(['20%', '2.5%'])
  })
})
