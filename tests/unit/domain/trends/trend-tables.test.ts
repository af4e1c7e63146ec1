import { describe, expect, it } from 'vitest'
import { buildPoints, noYardsticks } from '../../../../src/domain/trends/points.ts'
import { trendTables } from '../../../../src/domain/trends/trend-tables.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'
import { aTrendPoint } from '../../../support/a-trend.ts'

const kpi = aDescribedKpi()
const points = buildPoints(kpi, aSeries([312, null, -3]), { from: '2025-07', to: '2025-09' }, noYardsticks)
const noFan = { origin: null, points: [] }
const median = { median: 300, lower80: 290, upper80: 310, lower95: 280, upper95: 320 }
const fan = {
  origin: null,
  points: [{ period: '2025-10', label: '31 Oct 2025', day: 20_392, ...median }],
}

function cells(head: string) {
  const [table] = trendTables(kpi, { points, fan: noFan })
  const place = table?.columns.findIndex((column) => column.head === head) ?? -1
  return table?.rows.map((row) => row[place])
}

describe('trendTables', () => {
  it('keeps figures numbers, negative ones included, oldest first', () => {
    expect(cells('Period')).toEqual(['2025-07', '2025-08', '2025-09'])
    expect(cells('Period ends')).toEqual(['2025-07-31', '2025-08-31', '2025-09-30'])
    expect(cells('Value')).toEqual([312, null, -3])
  })

  it('keeps nought a number: of a figure, of a change and of a gap', () => {
    const measure = aDescribedKpi()
    const [table] = trendTables(measure, {
      points: [
        aTrendPoint({
          value: 0,
          planned: 0,
          onPeriod: { kind: 'change', by: 0, from: '2025-08', was: 0 },
          onYear: { kind: 'none', reason: 'no-figure', from: '2024-09' },
        }),
      ],
      fan: noFan,
    })
    const cell = (head: string) => table?.rows[0]?.[table.columns.findIndex((column) => column.head === head)]
    expect(['Value', 'Change on period before', 'Planned', 'Gap to plan'].map(cell)).toEqual([0, 0, 0, 0])
    expect(cell('Change on year before')).toBeNull()
  })

  it('leaves a missing figure empty, marked [x]', () => {
    expect(cells('Shorthand')?.[1]).toBe('[x]')
    expect(cells('Status')?.[1]).toBe('Missing')
  })

  it('says nothing of limits, plan and target where there are none', () => {
    expect(cells('Mean')).toEqual([null, null, null])
    expect(cells('Planned')).toEqual([null, null, null])
    expect(cells('Target')).toEqual([null, null, null])
  })

  it('gives a forecast a table of its own', () => {
    const [figures, forecast] = trendTables(kpi, { points, fan })
    expect(figures?.rows).toHaveLength(3)
    expect(forecast?.rows).toEqual([['2025-10', '2025-10-31', 300, 290, 310, 280, 320]])
  })
})
