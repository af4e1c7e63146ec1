import { describe, expect, it } from 'vitest'
import { levelAt, readPath, valueAt } from '../../../src/demo/path.ts'

const knots = [
  { at: 0, level: 10 },
  { at: 4, level: 20 },
]

describe('a path', () => {
  it('runs straight between knots', () => {
    expect(levelAt(knots, 1)).toBe(12.5)
    expect(levelAt(knots, 2)).toBe(15)
  })

  it('is level before its first knot and after its last', () => {
    expect(levelAt(knots, -3)).toBe(10)
    expect(levelAt(knots, 4)).toBe(20)
    expect(levelAt(knots, 9)).toBe(20)
  })

  it('goes through what is pinned, whatever its noise', () => {
    const path = readPath('pinned', { knots: { '2022-04': 100 }, noise: 0.5, pins: { '2022-06': 42 } })
    expect(valueAt(path, 2)).toBe(42)
    expect(valueAt(path, 3)).not.toBe(100)
  })
})
