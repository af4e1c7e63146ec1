import { describe, expect, it } from 'vitest'
import { openProtectedEditions } from '../../../../src/domain/disclosure/protect-edition.ts'
import { aDisclosureKpi } from '../../../support/a-disclosure-kpi.ts'
import { aFigure } from '../../../support/a-figure.ts'

type Counts = Readonly<Record<string, number>>

const total = (counts: Counts) => Object.values(counts).reduce((sum, one) => sum + one, 0)

/** The towns of each measure in the order in which they are told, received in that of `counts`. */
function orderOf(measures: Readonly<Record<string, Counts>>): Record<string, string[]> {
  const kpis = new Map(Object.keys(measures).map((id) => [id, { ...aDisclosureKpi, id }]))
  const { figures } = openProtectedEditions().protect(
    kpis,
    Object.entries(measures).flatMap(([kpi, counts]) => [
      aFigure({ kpi, value: total(counts), dimension: 'borough', member: 'All' }),
      ...Object.entries(counts).map(([member, value]) => aFigure({ kpi, value, dimension: 'town', member })),
    ]),
  )
  return Object.fromEntries(
    Object.keys(measures).map((id) => [
      id,
      figures.flatMap(({ kpi, dimension, member }) => (kpi === id && dimension === 'town' ? member : [])),
    ]),
  )
}

describe('the order in which parts are told', () => {
  it('is that of their names where what is received could be sorted by size', () => {
    const sorted = { Southall: 40, Perivale: 4, Hanwell: 3, Acton: 1 }
    expect(orderOf({ starts: sorted })).toEqual({ starts: ['Acton', 'Hanwell', 'Perivale', 'Southall'] })
  })

  it('says nothing of which withheld count is the larger: it is the same whichever is', () => {
    const swapped = { Southall: 40, Perivale: 1, Hanwell: 4, Acton: 3 }
    const sorted = { Southall: 40, Perivale: 4, Hanwell: 3, Acton: 1 }
    expect(orderOf({ starts: swapped })).toEqual(orderOf({ starts: sorted }))
  })

  it('is as received where that is plainly no order of size', () => {
    expect(orderOf({ starts: { Perivale: 4, Southall: 40, Hanwell: 3, Acton: 0 } })).toEqual({
      starts: ['Perivale', 'Southall', 'Hanwell', 'Acton'],
    })
  })

  it('is as received where another measure has it, and is not sorted by it', () => {
    const few = { High: 4, Medium: 3, Low: 1 }
    expect(orderOf({ starts: few, waiting: { High: 20, Medium: 60, Low: 45 } })).toEqual({
      starts: ['High', 'Medium', 'Low'],
      waiting: ['High', 'Medium', 'Low'],
    })
    expect(orderOf({ starts: few, waiting: { High: 60, Medium: 40, Low: 20 } }).starts).toEqual([
      'High',
      'Low',
      'Medium',
    ])
  })

  it('is as received where nothing is withheld', () => {
    expect(orderOf({ starts: { Southall: 40, Hanwell: 30, Acton: 20 } }).starts).toEqual([
      'Southall',
      'Hanwell',
      'Acton',
    ])
  })
})
