import { describe, expect, it } from 'vitest'
import { attack } from '../../../../src/domain/disclosure/attack.ts'
import type { DisclosureKpi } from '../../../../src/domain/disclosure/cells.ts'
import { protectFigure, withhold } from '../../../../src/domain/disclosure/protect.ts'
import { openProtectedEditions } from '../../../../src/domain/disclosure/protect-edition.ts'
import type { Figure } from '../../../../src/domain/figures/figure.ts'
import { aDisclosureKpi } from '../../../support/a-disclosure-kpi.ts'
import { aFigure } from '../../../support/a-figure.ts'

const starts: DisclosureKpi = { ...aDisclosureKpi, id: 'starts' }
const town = { ...starts, addsUp: ['town'] }
const none = { ...starts, addsUp: [] }

function startsOf(
  whole: number,
  towns: Readonly<Record<string, number | null>>,
  period = '2025-08',
): Figure[] {
  const count = (value: number | null, place: Partial<Figure>) => {
    const figure = aFigure({ kpi: 'starts', value, period, ...place })
    return value === null ? withhold(figure, 'missing') : figure
  }
  return [
    count(whole, { dimension: 'borough', member: 'All' }),
    ...Object.entries(towns).map(([member, value]) => count(value, { dimension: 'town', member })),
  ]
}

/** What a reader works out of Acton where each figure is protected by itself. */
function workedOut(kpi: DisclosureKpi, figures: readonly Figure[]) {
  const editions = openProtectedEditions()
  editions.recall(
    new Map([[kpi.id, kpi]]),
    figures.flatMap((exact) => {
      const shown = protectFigure(kpi, exact)
      return shown ? [{ exact, shown }] : []
    }),
  )
  return attack(editions.ledger).flatMap(({ cell: { exact }, possible }) =>
    exact.member === 'Acton' && exact.period === '2025-08' ? [possible] : [],
  )
}

function protect(kpi: DisclosureKpi, figures: readonly Figure[]) {
  const editions = openProtectedEditions()
  const told = editions.protect(new Map([[kpi.id, kpi]]), figures)
  expect([...told.left, ...attack(editions.ledger)]).toEqual([])
  return told.figures.map(({ member, value }) => [member, value])
}

describe('a breakdown of which a definition says whether it adds up', () => {
  const short = startsOf(7, { Acton: 1, Hanwell: 5 })

  it('is no more than the whole where it is said to, though a town never had a row', () => {
    expect(workedOut(starts, short)).toEqual([])
    expect(workedOut(town, short)).toEqual([{ lower: 1, upper: 2 }])
    expect(protect(town, short)).toContainEqual(['Hanwell', null])
  })

  it('is protected as one that adds up wherever its figures do, whatever is said of it', () => {
    const figures = startsOf(8, { Acton: 4, Hanwell: 4 })
    for (const kpi of [starts, town, none]) {
      expect(workedOut(kpi, figures)).toEqual([{ lower: 4, upper: 4 }])
      expect(protect(kpi, figures)).toEqual([
        ['All', null],
        ['Acton', null],
        ['Hanwell', null],
      ])
    }
  })

  it('is not taken to be no more than the whole where it is said not to add up, and adds up nowhere', () => {
    const missing = startsOf(7, { Acton: 1, Hanwell: 5, Perivale: null })
    expect(workedOut(starts, missing)).toEqual([{ lower: 1, upper: 2 }])
    expect(workedOut(none, missing)).toEqual([])
    const before = startsOf(60, { Acton: 10, Hanwell: 20, Perivale: 30 }, '2025-07')
    expect(workedOut(none, [...before, ...missing])).toEqual([{ lower: 1, upper: 2 }])
  })
})
