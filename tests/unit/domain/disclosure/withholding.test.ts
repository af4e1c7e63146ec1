import { describe, expect, it } from 'vitest'
import { openProtectedEditions } from '../../../../src/domain/disclosure/protect-edition.ts'
import { withholdingInWords } from '../../../../src/domain/disclosure/withholding-words.ts'
import type { Figure } from '../../../../src/domain/figures/figure.ts'
import { aDisclosureKpi } from '../../../support/a-disclosure-kpi.ts'
import { aFigure } from '../../../support/a-figure.ts'

const kpi = {
  id: 'ot-waiting',
  name: 'Waiting for OT',
  ...aDisclosureKpi,
} as const
const names = {
  measure: (id: string) => (id === kpi.id ? kpi.name : null),
  member: ({ member }: { member: string }) => member,
}

function reasonsOf(figures: readonly Figure[]): string[] {
  const { judged } = openProtectedEditions().protect(new Map([[kpi.id, kpi]]), figures)
  return judged.flatMap(({ dimension, member, withholding }) =>
    withholding ? [`${dimension} ${member}: ${withholdingInWords(withholding, names)}`] : [],
  )
}

const town = (member: string, value: number) => aFigure({ kpi: kpi.id, dimension: 'town', member, value })

describe('why a figure is withheld', () => {
  it('is the rule that it breaks by itself', () => {
    expect(reasonsOf([town('Acton', 3), town('Hanwell', 40)])).toEqual([
      'town Acton: Withheld: it is a count of 1 to 4.',
    ])
  })

  it('is the whole that it is a part of, where that is small', () => {
    expect(reasonsOf([aFigure({ kpi: kpi.id, value: 3 }), town('Acton', 0), town('Hanwell', 3)])).toEqual([
      'borough All: Withheld: it is a count of 1 to 4.',
      'town Acton: Withheld: the whole that it is part of is 1 to 4, or too few for its median.',
      'town Hanwell: Withheld: it is a count of 1 to 4.',
    ])
  })

  it('is what could be worked out with it, and from which others', () => {
    // the borough is shown as 5, which is 5 to 7; 1 to 4 and 5 to 7 in the towns make 6 at least
    const found = reasonsOf([aFigure({ kpi: kpi.id, value: 7 }), town('Acton', 2), town('Hanwell', 5)])
    expect(found).toEqual([
      'town Acton: Withheld: it is a count of 1 to 4.',
      'town Hanwell: Withheld: with it, the borough could be worked out from Acton.',
    ])
  })

  it('names no measure that is not the reader’s', () => {
    const place = { kpi: kpi.id, dimension: 'town', member: 'Acton', period: '2025-08' }
    const blank = { kpi: '', dimension: '', member: '', period: '' }
    const withheld = { ...place, hides: 'figure', rule: 'others' } as const
    expect(withholdingInWords({ ...withheld, against: { protects: blank, from: [blank] } }, names)).toBe(
      'Withheld: with it, a figure of another service’s measure could be worked out.',
    )
    const against = { protects: place, from: [blank, { ...place, member: 'Hanwell' }] }
    expect(withholdingInWords({ ...withheld, against }, names)).toBe(
      'Withheld: it could be worked out from a figure of another service’s measure and Hanwell.',
    )
  })

  it('counts the others where they are many', () => {
    const place = { kpi: kpi.id, dimension: 'town', member: 'Acton', period: '2025-08' }
    const from = ['Ealing', 'Greenford', 'Hanwell', 'Northolt', 'Perivale'].map((member) => ({
      ...place,
      member,
    }))
    const one = { ...place, hides: 'figure', rule: 'others', against: { protects: place, from } } as const
    expect(withholdingInWords(one, names)).toBe(
      'Withheld: it could be worked out from Ealing, Greenford, Hanwell and 2 other figures.',
    )
  })
})
