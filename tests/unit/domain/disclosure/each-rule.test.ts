import { describe, expect, it } from 'vitest'
import { attack, type Disclosure, tellDisclosure } from '../../../../src/domain/disclosure/attack.ts'
import type { DisclosureCell, ReadingOfWithheld } from '../../../../src/domain/disclosure/cells.ts'
import { openLedger } from '../../../../src/domain/disclosure/ledger.ts'
import { truthOf } from '../../../../src/domain/disclosure/partitions.ts'
import { proposedPolicy } from '../../../../src/domain/disclosure/policy.ts'
import { protectFigure } from '../../../../src/domain/disclosure/protect.ts'
import { openProtectedEditions } from '../../../../src/domain/disclosure/protect-edition.ts'
import { type Bond, bonds } from '../../../../src/domain/disclosure/unknowns.ts'
import type { Figure } from '../../../../src/domain/figures/figure.ts'
import { addPeriods } from '../../../../src/domain/periods/period.ts'
import { aFigure } from '../../../support/a-figure.ts'
import { type RandomCouncil, randomCouncil } from '../../../support/random-council.ts'

/** Councils, one after another until one shows it. */
const seeds = [2, 10, 1, 9, 5]

/** Protected by somebody who does not know what binds some numbers to others, nor what earlier editions told. */
function protectedBy({ kpis, editions }: RandomCouncil, knows: (bond: Bond) => boolean): DisclosureCell[] {
  const open = () => openProtectedEditions(proposedPolicy, openLedger(knows))
  let told = open()
  return editions.flatMap((figures) => {
    if (!knows('editions')) told = open()
    const before = told.ledger.cells.length
    told.protect(kpis, figures)
    return told.ledger.cells.slice(before)
  })
}

/**
 * A list that falls by 2 a month, as 10 join and 12 leave it; then 8 join and 24 leave; then 7 join and 1 leaves. The last
 * two lists are shown as 10 (8 to 12) and 20 (18 to 22): 6 more at least, and 7 at most have joined, so 1 at most has left.
 */
const aList: RandomCouncil = {
  kpis: randomCouncil(1).kpis,
  editions: [
    [38, 36, 34, 32, 30, 28, 12, 18].flatMap((list, month) => {
      const [joins, leaves] = month < 6 ? [10, 12] : month === 6 ? [8, 24] : [7, 1]
      return Object.entries({ list, joins, leaves }).map(([kpi, value]) =>
        aFigure({ kpi, value, dimension: 'borough', member: 'All', period: addPeriods('2025-01', month) }),
      )
    }),
  ],
}

/** Attacked by somebody who knows all of it, in the figures as they are told, or told in another way. */
function attackedByAll(
  cells: readonly DisclosureCell[],
  reading: ReadingOfWithheld = 'any',
  tell: (cell: DisclosureCell) => Figure = ({ shown }) => shown,
  policy = proposedPolicy,
): Disclosure[] {
  const ledger = openLedger()
  ledger.enter(cells.map((cell) => ({ ...cell, shown: tell(cell) })))
  return attack(ledger, reading, policy)
}

const everything = () => true

/** What falls to who knows everything, of figures protected by who does not know that; and not where both do. */
function foundWithout(bond: Bond): Disclosure[] {
  for (const council of [aList, ...seeds.map(randomCouncil)]) {
    const known = new Set(attackedByAll(protectedBy(council, everything), 'reason').map(tellDisclosure))
    const found = attackedByAll(
      protectedBy(council, (other) => other !== bond),
      'reason',
    ).filter((one) => !known.has(tellDisclosure(one)))
    if (found.length > 0) return found
  }
  return []
}

describe('each rule of protection', () => {
  it('leaves nothing to be worked out where all are followed', () => {
    const found = seeds.flatMap((seed) => attackedByAll(protectedBy(randomCouncil(seed), everything)))
    expect(found.map(tellDisclosure)).toEqual([])
  })

  it.each(bonds)('is needed: something falls where whoever protects does not know of %s', (bond) => {
    const found = foundWithout(bond)
    expect(found.length).toBeGreaterThan(0)
    // and what is worked out is true
    for (const { cell, name, possible } of found) {
      expect(truthOf(cell, name)).toBeGreaterThanOrEqual(possible.lower)
      expect(truthOf(cell, name)).toBeLessThanOrEqual(possible.upper)
    }
  })

  it('is needed: a count that is not rounded is known', () => {
    const exactly = ({ shown, exact }: DisclosureCell) =>
      shown.value === null ? shown : { ...shown, value: exact.value }
    const found = attackedByAll(protectedBy(randomCouncil(5), everything), 'any', exactly, {
      ...proposedPolicy,
      roundTo: 1,
    })
    expect(found.filter(({ kind, isExact }) => kind === 'rounded-count' && isExact).length).toBeGreaterThan(
      100,
    )
  })

  it('is needed: a small count to the nearest five is narrowed', () => {
    // 1 and 2 would be told as 0, which then says 0 to 2; 3 and 4 as 5, which says 3 to 7: none leaves 1 to 4
    const { kpis, editions } = randomCouncil(1)
    const told = editions.flat().flatMap((figure) => {
      const kpi = kpis.get(figure.kpi)
      return kpi?.unit === 'count' &&
        figure.value !== null &&
        figure.value > 0 &&
        figure.value <= proposedPolicy.smallCount
        ? [protectFigure(kpi, figure, { ...proposedPolicy, smallCount: 0 })?.value]
        : []
    })
    expect(new Set(told)).toEqual(new Set([0, 5]))
  })

  it('is needed: figures that are each protected by themselves give others away', () => {
    const alone = protectedBy(randomCouncil(5), everything)
    expect(attackedByAll(alone, 'any', ({ allowed }) => allowed).length).toBeGreaterThan(10)
  })
})
