import { describe, expect, it } from 'vitest'
import { demoKpis } from '../../../src/demo/demonstration.ts'

describe('the demonstration', () => {
  it('says of every count what one and what several are called', () => {
    const counts = demoKpis.filter(({ unit }) => unit === 'count')
    expect(counts.length).toBeGreaterThan(10)
    expect(counts.filter(({ one, many }) => !one || !many || one === many).map(({ id }) => id)).toEqual([])
  })
})
