import { describe, expect, it } from 'vitest'
import type { ChartRow } from '../../../../../src/domain/spc/attribute/chart-rows.ts'
import { rowsSinceLast } from '../../../../../src/domain/spc/attribute/ended.ts'
import { readFewEvents } from '../../../../../src/domain/spc/attribute/few-events.ts'

const rowsOf = (events: readonly number[], size = 1): ChartRow[] =>
  events.map((count) => ({ y: count / size, events: count, size }))
const none = (rows: number) => Array.from({ length: rows }, () => 0)

describe('events that have ended', () => {
  // 12 in 11 of 20 months: the latest six of 42 would hold none by chance in 16%
  const came = [1, 0, 1, 0, 0, 1, 2, 0, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 1, 1]

  it('are told though the latest months are like most of those before', () => {
    const few = readFewEvents('c', rowsOf([...came, ...none(22)]))
    expect(few).toMatchObject({ kind: 'few', sign: { kind: 'level', side: -1, start: 20 } })
  })

  it('are not told of what comes seldom, or stopped for as long as chance stops it', () => {
    // one in ten of the chances that all 3 fall into the first 20 of 42: 10.8%
    expect(rowsSinceLast(rowsOf([...none(5), 1, 1, ...none(12), 1, ...none(22)]))).toBeNull()
    expect(rowsSinceLast(rowsOf([...came, ...none(5)]))).toBeNull()
    expect(rowsSinceLast(rowsOf(none(42)))).toBeNull()
  })

  it('are not told of one cluster, in which many came at once', () => {
    // 30 events in three rows: each of the rows could be any, (20 × 19 × 18) ÷ (42 × 41 × 40) = 9.9%
    const cluster = [...none(8), 12, 10, 8, ...none(8), 0]
    expect(rowsSinceLast(rowsOf([...cluster, ...none(22)]))).toBeNull()
  })

  it('are not told where there have hardly been any cases since', () => {
    const cases = [...rowsOf(came, 100), ...rowsOf(none(22), 1)]
    expect(rowsSinceLast(cases)).toBeNull()
  })
})
