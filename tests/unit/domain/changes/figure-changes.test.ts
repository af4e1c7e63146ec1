import { describe, expect, it } from 'vitest'
import { compareFigures } from '../../../../src/domain/changes/figure-changes.ts'
import { findRestatements } from '../../../../src/domain/changes/restatements.ts'
import type { FigureVersion } from '../../../../src/domain/figures/figure.ts'
import { aVersion } from '../../../support/a-figure.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'

const kpis = [aDescribedKpi()]
const firstOnly = { firstEdition: 1, lastEdition: 1 }
const since2 = { firstEdition: 2, lastEdition: null }

function compare(versions: readonly FigureVersion[], editions = { from: 1, to: 2 }) {
  return compareFigures(editions, versions, findRestatements(versions), kpis)
}

describe('compareFigures', () => {
  it('takes a figure that was not held before as new', () => {
    const { newFigures, restated } = compare([aVersion(since2)])
    expect(newFigures).toMatchObject([
      {
        kpi: 'ot-waiting',
        period: '2025-08',
        figures: [{ before: null, after: { value: 312 } }],
        further: 0,
      },
    ])
    expect(restated).toEqual([])
  })

  it('takes a final figure with another value as restated, with both values and its edition', () => {
    const { restated } = compare([
      aVersion({ ...firstOnly, value: 408 }),
      aVersion({ ...since2, value: 330, revised: true }),
    ])
    expect(restated).toMatchObject([
      { edition: 2, figures: [{ before: { value: 408 }, after: { value: 330 } }] },
    ])
  })

  it('takes a provisional figure that settles as settled, whether or not its value changes', () => {
    const { settled, restated } = compare([
      aVersion({ ...firstOnly, value: 300, provisional: true }),
      aVersion({ ...since2, value: 312 }),
      aVersion({ ...firstOnly, period: '2025-07', provisional: true }),
      aVersion({ ...since2, period: '2025-07' }),
    ])
    expect(settled.map(({ period }) => period)).toEqual(['2025-07', '2025-08'])
    expect(restated).toEqual([])
  })

  it('tells a provisional figure that changed from one that did not', () => {
    const { stillProvisional } = compare([
      aVersion({ ...firstOnly, value: 300, provisional: true }),
      aVersion({ ...since2, value: 305, provisional: true }),
      aVersion({ ...firstOnly, period: '2025-07', provisional: true, n: 1 }),
      aVersion({ ...since2, period: '2025-07', provisional: true, n: 2 }),
    ])
    expect(stillProvisional.map(({ period }) => period)).toEqual(['2025-08'])
  })

  it('takes a provisional figure that goes missing as changed, and not as final', () => {
    const missing = { value: null, availability: 'missing' } as const
    const { settled, stillProvisional, newFigures } = compare([
      aVersion({ ...firstOnly, value: 300, provisional: true }),
      aVersion({ ...since2, ...missing }),
      aVersion({ ...firstOnly, ...missing, period: '2025-07', provisional: true }),
      aVersion({ ...since2, period: '2025-07' }),
    ])
    expect(settled).toEqual([])
    expect(stillProvisional.map(({ period }) => period)).toEqual(['2025-08'])
    expect(newFigures.map(({ period }) => period)).toEqual(['2025-07'])
  })

  it('takes a missing figure that arrives as new, and says what it was', () => {
    const { newFigures } = compare([
      aVersion({ ...firstOnly, value: null, availability: 'missing' }),
      aVersion(since2),
    ])
    expect(newFigures[0]?.figures[0]?.before).toMatchObject({ availability: 'missing' })
  })

  it('takes a final figure that is withheld from now on as restated, without a value', () => {
    const { restated } = compare([
      aVersion({ ...firstOnly, value: 5 }),
      aVersion({ ...since2, value: null, availability: 'suppressed', revised: true }),
    ])
    expect(restated[0]?.figures[0]).toMatchObject({
      before: { value: 5 },
      after: { value: null, availability: 'suppressed' },
    })
  })

  it('names what the later edition no longer holds', () => {
    expect(compare([aVersion(firstOnly)]).withdrawn).toHaveLength(1)
  })

  it('counts figures of breakdowns beside the borough’s, and keeps a change of breakdowns alone', () => {
    const { newFigures } = compare([
      aVersion(since2),
      aVersion({ ...since2, dimension: 'town', member: 'Acton' }),
      aVersion({ ...since2, dimension: 'town', member: 'Hanwell', period: '2025-07' }),
    ])
    expect(newFigures.map(({ period, figures, further }) => [period, figures.length, further])).toEqual([
      ['2025-07', 0, 1],
      ['2025-08', 1, 1],
    ])
  })

  it('shows the categories of a measure of categories, and no compound of two dimensions', () => {
    const ofCategories = aDescribedKpi({ aggregation: 'X' })
    const versions = [
      aVersion({ ...since2, dimension: 'type', member: 'Physical' }),
      aVersion({ ...since2, dimension: 'type+town', member: 'Physical · Acton' }),
    ]
    const { newFigures } = compareFigures({ from: 1, to: 2 }, versions, [], [ofCategories])
    expect(newFigures).toMatchObject([{ figures: [{ member: 'Physical' }], further: 1 }])
  })

  it('finds a restatement of an edition in between, of a figure that was provisional or unknown at first', () => {
    const versions = [
      aVersion({ ...firstOnly, value: 300, provisional: true }),
      aVersion({ firstEdition: 2, lastEdition: 2, value: 310 }),
      aVersion({ firstEdition: 3, lastEdition: null, value: 250, revised: true }),
    ]
    const { restated, settled } = compare(versions, { from: 1, to: 3 })
    expect(restated).toMatchObject([
      { edition: 3, figures: [{ before: { value: 310 }, after: { value: 250 } }] },
    ])
    expect(settled).toEqual([])
  })

  it('finds no change in a figure that went and came back', () => {
    const versions = [
      aVersion({ ...firstOnly, value: 300 }),
      aVersion({ firstEdition: 2, lastEdition: 2, value: 310, revised: true }),
      aVersion({ firstEdition: 3, lastEdition: null, value: 300, revised: true }),
    ]
    expect(compare(versions, { from: 1, to: 3 }).restated).toEqual([])
  })
})

describe('findRestatements', () => {
  it('finds each replacement of a final figure once, and none of a provisional or missing one', () => {
    const found = findRestatements([
      aVersion({ ...firstOnly, value: 94 }),
      aVersion({ firstEdition: 2, lastEdition: 2, value: 82 }),
      aVersion({ firstEdition: 3, value: 80 }),
      aVersion({ ...firstOnly, period: '2025-07', provisional: true, value: 1 }),
      aVersion({ ...since2, period: '2025-07', value: 2 }),
    ])
    expect(found.map(({ edition, before, after }) => [edition, before, after.value])).toEqual([
      [2, 94, 82],
      [3, 82, 80],
    ])
  })
})
