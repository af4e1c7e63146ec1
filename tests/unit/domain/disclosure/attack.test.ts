import { describe, expect, it } from 'vitest'
import { attack } from '../../../../src/domain/disclosure/attack.ts'
import type { DisclosureKpi } from '../../../../src/domain/disclosure/cells.ts'
import { openProtectedEditions } from '../../../../src/domain/disclosure/protect-edition.ts'
import type { Figure } from '../../../../src/domain/figures/figure.ts'
import { aFigure } from '../../../support/a-figure.ts'
import { protectedAlone } from '../../../support/protected-alone.ts'

const list: DisclosureKpi = {
  id: 'waiting',
  unit: 'count',
  aggregation: 'P',
  frequency: 'month',
  sdc: 'people',
  decimals: 0,
  per: null,
}
const share: DisclosureKpi = { ...list, id: 'within', unit: 'percent', aggregation: 'W' }
const kpis = new Map([list, share].map((kpi) => [kpi.id, kpi]))

const inTown = (member: string, value: number, more: Partial<Figure> = {}) =>
  aFigure({ kpi: 'waiting', dimension: 'town', member, value, ...more })
const whole = (value: number, more: Partial<Figure> = {}) =>
  aFigure({ kpi: 'waiting', dimension: 'borough', member: 'All', value, ...more })

/** What the rules for single figures alone would tell, attacked. */
function attackedAlone(figures: readonly Figure[], reading: 'small' | 'any' = 'small') {
  return attack(protectedAlone(kpis, figures), reading)
}

/** What is told once each figure has been judged with all others, attacked. */
function attackedProtected(...published: readonly (readonly Figure[])[]) {
  const editions = openProtectedEditions()
  const told = published.map((figures) => editions.protect(kpis, figures))
  return { told, found: attack(editions.ledger) }
}

describe('attack on single figures protected each by itself', () => {
  it('works out a withheld count from the other parts and the whole', () => {
    // [c] + 5 (5 to 7) + 0 = 5 (5 to 7): [c] is 2 at most, though it is said to be 1 to 4
    const found = attackedAlone([whole(6), inTown('Acton', 5), inTown('Hanwell', 1), inTown('Perivale', 0)])
    const count = found.find(({ kind }) => kind === 'withheld-count')
    expect(count).toMatchObject({ name: 'value', possible: { lower: 1, upper: 2 }, isExact: false })
    expect(count?.cell.exact.member).toBe('Hanwell')
    expect(count?.because).toEqual(['town adds up to the whole of waiting (value, 2025-08)'])
  })

  it('works out both counts behind a share from the share itself', () => {
    // 10 of 25 is 40%: shown 10 (8 to 12) and 25 (23 to 27), no other pair makes 40%
    const figure = aFigure({
      kpi: 'within',
      dimension: 'town',
      member: 'Acton',
      value: 40,
      numerator: 10,
      denominator: 25,
    })
    expect(attackedAlone([figure]).map(({ name, possible }) => [name, possible.lower])).toEqual([
      ['numerator', 10],
      ['denominator', 25],
    ])
  })

  it('uses that a share is shown: its base is 20 at least, its count and what is left over 5', () => {
    // 7 of 22 is 32%, shown of 20 (18 to 22) without its count: 6 of 19 would be withheld, 20 and 21 make no 32%
    const exact = aFigure({
      kpi: 'within',
      dimension: 'town',
      member: 'Acton',
      value: (100 * 7) / 22,
      numerator: 7,
      denominator: 22,
    })
    const told = { exact, shown: { ...exact, value: 32, numerator: null, denominator: 20 } }
    const editions = openProtectedEditions()
    editions.recall(kpis, [told])
    expect(attack(editions.ledger, 'any').map(({ name, possible }) => [name, possible])).toEqual([
      ['numerator', { lower: 7, upper: 7 }],
      ['denominator', { lower: 22, upper: 22 }],
    ])
  })

  it('supposes no sum that the figures do not bear out', () => {
    expect(
      attackedAlone([whole(60), inTown('Acton', 5), inTown('Hanwell', 1), inTown('Perivale', 0)]),
    ).toEqual([])
  })
})

describe('an edition protected as a whole', () => {
  const small = [whole(6), inTown('Acton', 5), inTown('Hanwell', 1), inTown('Perivale', 0)]

  it('leaves nothing to be worked out', () => {
    const { told, found } = attackedProtected(small)
    expect(found).toEqual([])
    expect(told[0]?.left).toEqual([])
    expect(told[0]?.withheldForOthers).toBe(1)
  })

  it('hides a part before it hides the whole', () => {
    const { told } = attackedProtected(small)
    const hidden = told[0]?.figures.filter(({ availability }) => availability === 'suppressed')
    expect(hidden?.map(({ member }) => member).toSorted()).toEqual(['Acton', 'Hanwell'])
  })

  it('leaves out the counts behind a share before the share', () => {
    const { told, found } = attackedProtected([
      aFigure({
        kpi: 'within',
        dimension: 'town',
        member: 'Acton',
        value: 40,
        numerator: 10,
        denominator: 25,
      }),
    ])
    expect(found).toEqual([])
    expect(told[0]?.figures[0]).toMatchObject({ value: 40, availability: 'present' })
  })

  it('leaves out both counts behind a share that being shown would tell', () => {
    const { told, found } = attackedProtected([
      aFigure({
        kpi: 'within',
        dimension: 'town',
        member: 'Acton',
        value: (100 * 7) / 22,
        numerator: 7,
        denominator: 22,
      }),
    ])
    expect(found).toEqual([])
    expect(told[0]?.figures[0]).toMatchObject({ value: 32, numerator: null, denominator: null })
  })

  it('tells again what it has told of a figure that has not changed, and hides what it has hidden', () => {
    const { told, found } = attackedProtected(
      small,
      small.map((figure) => ({ ...figure, provisional: false })),
    )
    expect(found).toEqual([])
    const shownIn = (edition: number) => told[edition]?.figures.map(({ member, value }) => [member, value])
    expect(shownIn(1)).toEqual(shownIn(0))
  })

  it('keeps a part safe whose neighbours are restated', () => {
    // first edition 66 = 52 + 13 + 1; in the second the whole is 67 and Acton 53, Hanwell is the same 1
    const first = [whole(66), inTown('Acton', 52), inTown('Perivale', 13), inTown('Hanwell', 1)]
    const second = [whole(67), inTown('Acton', 53)]
    const { told, found } = attackedProtected(first, second)
    expect(found).toEqual([])
    expect(told[1]?.left).toEqual([])
  })

  it('protects what it can of a measure that was published as it is until now', () => {
    const figures = [whole(3, { period: '2025-07' }), whole(312)]
    const editions = openProtectedEditions()
    editions.recall(
      kpis,
      figures.map((exact) => ({ exact, shown: exact })),
    )
    const { figures: told, left } = editions.protect(kpis, figures, () => true)
    expect(told.map(({ value }) => value)).toEqual([null, 310])
    // the 3 stands in an earlier edition, and no later one is stopped by it
    expect(left).toEqual([])
  })
})
