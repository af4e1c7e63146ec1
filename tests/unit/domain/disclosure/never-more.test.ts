import { describe, expect, it } from 'vitest'
import { attack } from '../../../../src/domain/disclosure/attack.ts'
import type { DisclosureKpi } from '../../../../src/domain/disclosure/cells.ts'
import { openProtectedEditions } from '../../../../src/domain/disclosure/protect-edition.ts'
import type { Figure } from '../../../../src/domain/figures/figure.ts'
import { addPeriods } from '../../../../src/domain/periods/period.ts'
import { aDisclosureKpi } from '../../../support/a-disclosure-kpi.ts'
import { aFigure } from '../../../support/a-figure.ts'
import { protectedAlone } from '../../../support/protected-alone.ts'

const clients: DisclosureKpi = { ...aDisclosureKpi, id: 'clients', aggregation: 'D' }
const share: DisclosureKpi = { ...aDisclosureKpi, id: 'share', unit: 'percent', aggregation: 'W' }
const kpis = new Map([clients, share].map((kpi) => [kpi.id, kpi]))

/**
 * Clients, and the share of a base who are clients in the community: in the borough six fewer, in Acton all of them. In
 * the last of the months 16 of 23 in Acton.
 */
function councilWhere(communityOf: (clients: number) => number): Figure[] {
  return [61, 62, 63, 64, 65, 16].flatMap((inActon, month) => {
    const period = addPeriods('2025-03', month)
    const place = { dimension: 'town', member: 'Acton', period }
    const base = inActon === 16 ? 23 : 210 + month
    const community = communityOf(inActon)
    const shareOf = (numerator: number, denominator: number) => ({
      kpi: 'share',
      value: (100 * numerator) / denominator,
      numerator,
      denominator,
    })
    return [
      aFigure({ kpi: 'clients', value: 406 + month, dimension: 'borough', member: 'All', period }),
      aFigure({ ...shareOf(400 + month, 1200), dimension: 'borough', member: 'All', period }),
      aFigure({ kpi: 'clients', value: inActon, ...place }),
      aFigure({ ...shareOf(community, base), ...place }),
    ]
  })
}

const allInActon = councilWhere((clients) => clients)

function attackedAlone(figures: readonly Figure[]) {
  const ledger = protectedAlone(kpis, figures, (shown) => ({ ...shown, numerator: null }))
  return attack(ledger, 'any').filter(({ cell: { exact } }) => exact.period === '2025-08')
}

describe('a number that is never more than another', () => {
  it('is worked out from what the other is at most', () => {
    // 70% of 25 (23 to 27) is 16 of 23 or 19 of 27; clients shown as 15 are 17 at most
    const found = attackedAlone(allInActon)
    expect(found.map(({ name, possible }) => [name, possible])).toContainEqual([
      'numerator',
      { lower: 16, upper: 16 },
    ])
  })

  it('is not taken to be a part of numbers that are only larger', () => {
    // one fewer everywhere: nothing says that it is not chance
    const fewer = councilWhere((clients) => (clients === 16 ? 16 : clients - 1))
    expect(attackedAlone(fewer)).toEqual([])
  })

  it('is protected together with the other', () => {
    const editions = openProtectedEditions()
    const { figures, left } = editions.protect(kpis, allInActon)
    expect(left).toEqual([])
    expect(attack(editions.ledger)).toEqual([])
    const shown = figures.find(
      ({ kpi, member, period }) => `${kpi} ${member} ${period}` === 'share Acton 2025-08',
    )
    expect(shown).toMatchObject({ value: 70, numerator: null, denominator: null })
  })
})
