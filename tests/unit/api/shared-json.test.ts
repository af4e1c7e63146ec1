import { describe, expect, it } from 'vitest'
import { readShared, writeShared } from '../../../src/api/shared-json.ts'

const back = (value: unknown) => readShared(writeShared(value) ?? 'null')
const row = (place: number) => ({
  period: `2025-0${place}`,
  value: place % 2 ? place : null,
  in: { n: place },
})
const rows = [1, 2, 3, 4, 5].map(row)

describe('text that holds each object once', () => {
  it.each<[string, unknown]>([
    ['plain data', { a: [1, 'two', null, true], b: { c: [] } }],
    ['a map', new Map<string, unknown>([['one', { of: new Map([[1, rows]]) }]])],
    ['rows of the same names', { rows }],
    ['few rows', rows.slice(0, 2)],
    ['rows of other names', [...rows, { period: '2025-06' }]],
    ['rows of rows', rows.map((_, place) => ({ place, rows }))],
    ['rows of maps', rows.map(() => new Map([['a', 1]]))],
    ['rows without names', [{}, {}, {}, {}]],
    ['lists of lists', [[1], [2], [3], [4]]],
  ])('gives back %s', (_, value) => {
    expect(back(value)).toEqual(value)
  })

  it('leaves out what is undefined, in rows too', () => {
    const given = rows.map((one, place) => ({ ...one, note: place === 2 ? undefined : 'x' }))
    const [, , third] = back(given) as object[]
    expect(third).not.toHaveProperty('note')
  })

  it('gives an object that stood in several places back as one', () => {
    const [first, second] = back([rows, rows]) as object[]
    expect(first).toEqual(rows)
    expect(second).toBe(first)
  })

  it('writes the names of rows once', () => {
    expect(writeShared(rows)?.split('period')).toHaveLength(2)
  })

  it('does not write what is no plain data', () => {
    for (const value of [new Error('no'), () => 1, { of: new Date() }]) expect(writeShared(value)).toBeNull()
  })
})
