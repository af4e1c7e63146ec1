import { describe, expect, it } from 'vitest'
import { sinceLastingLevel } from '../../../../src/domain/analysis/lasting-since.ts'
import { gridOf } from '../../../../src/domain/analysis/series-grid.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

const noise = [0, 1, -1, 0.5, -0.5, 1, -1, 0]
const about = (level: number, months: number) =>
  Array.from({ length: months }, (_, row) => level + (noise[row % noise.length] ?? 0))

function dated(values: readonly number[], changes: Partial<Parameters<typeof sinceLastingLevel>[0]> = {}) {
  const series = aSeries(values)
  const grid = gridOf(series)
  if (!grid) throw new Error('a series without figures')
  const kpi = aDescribedKpi({ unit: 'count', aggregation: 'S', targets: [] })
  const found = { kind: 'step', direction: -1, months: 12, expected: null, ...changes } as const
  return sinceLastingLevel(found, { kpi, series, grid }, '2025-10-06')
}

describe('a flagged level that has lasted for a year', () => {
  const lasting = [...about(70, 22), ...about(60, 14)]

  it('is told since the month from which its limits say that it has lasted', () => {
    expect(dated(lasting)).toMatchObject({ kind: 'step', months: 14 })
    // over the last year nothing has moved: what was fitted best by a drift is that level
    expect(dated(lasting, { kind: 'drift' })).toMatchObject({ kind: 'step', months: 14 })
  })

  it('stays as it was found where no level has lasted, or of the other way', () => {
    expect(dated([...about(70, 30), ...about(60, 6)], { months: 6 })).toMatchObject({ months: 6 })
    expect(dated(lasting, { direction: 1 })).toMatchObject({ months: 12 })
    expect(dated(lasting, { expected: 65 })).toMatchObject({ months: 12 })
    expect(dated(lasting, { kind: 'spike', months: 1 })).toMatchObject({ kind: 'spike', months: 1 })
  })
})
