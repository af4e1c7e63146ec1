import { describe, expect, it } from 'vitest'
import { compareReceipts } from '../../../../src/domain/changes/receipt-changes.ts'
import { aVersion } from '../../../support/a-figure.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'

const august = aDescribedKpi({ latestPeriod: '2025-08', due: '2025-10-03', received: '2025-09-04' })
const september = aDescribedKpi({ latestPeriod: '2025-09', due: '2025-11-05', received: '2025-11-06' })

describe('compareReceipts', () => {
  it('finds a measure overdue whose due day went by without a figure', () => {
    const found = compareReceipts(
      { number: 4, kpis: [august], dataAsAt: '2025-09-04' },
      { number: 5, kpis: [august], dataAsAt: '2025-10-06' },
      [],
    )
    expect(found).toEqual([
      { kpi: 'ot-waiting', change: 'overdue', period: '2025-09', due: '2025-10-03', received: null },
    ])
  })

  it('finds the overdue figure that came, with the day on which it was read, and the next one overdue', () => {
    const found = compareReceipts(
      { number: 5, kpis: [august], dataAsAt: '2025-10-06' },
      { number: 6, kpis: [september], dataAsAt: '2025-11-06' },
      [aVersion({ period: '2025-09', firstEdition: 6, asAt: '2025-10-20' })],
    )
    expect(found.map(({ change, period, received }) => [change, period, received])).toEqual([
      ['received', '2025-09', '2025-10-20'],
      ['overdue', '2025-10', null],
    ])
  })

  it('says nothing of a figure that is overdue in both, nor of one that is due on the very day', () => {
    const editions = [
      { number: 5, kpis: [august], dataAsAt: '2025-10-06' },
      { number: 6, kpis: [august], dataAsAt: '2025-11-06' },
    ] as const
    expect(compareReceipts(editions[0], editions[1], [])).toEqual([])
    const onTheDay = { number: 5, kpis: [august], dataAsAt: '2025-10-03' }
    expect(compareReceipts({ ...onTheDay, number: 4, dataAsAt: '2025-09-04' }, onTheDay, [])).toEqual([])
  })

  it('says of no figure that it came where those before it were taken out, or none is due any more', () => {
    const from = { number: 5, kpis: [august], dataAsAt: '2025-10-06' } as const
    const changesTo = (kpi: typeof august) =>
      compareReceipts(from, { number: 6, kpis: [kpi], dataAsAt: '2025-10-06' }, []).map(
        ({ change, period }) => [change, period],
      )
    expect(changesTo(aDescribedKpi({ latestPeriod: '2025-07', due: '2025-09-04' }))).toEqual([
      ['overdue', '2025-08'],
    ])
    expect(changesTo({ ...august, due: null })).toEqual([])
  })
})
