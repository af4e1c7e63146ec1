import { describe, expect, it } from 'vitest'
import { attack } from '../../../../src/domain/disclosure/attack.ts'
import type { DisclosureKpi } from '../../../../src/domain/disclosure/cells.ts'
import { withhold } from '../../../../src/domain/disclosure/protect.ts'
import { openProtectedEditions } from '../../../../src/domain/disclosure/protect-edition.ts'
import type { Figure } from '../../../../src/domain/figures/figure.ts'
import { addPeriods } from '../../../../src/domain/periods/period.ts'
import { aDisclosureKpi } from '../../../support/a-disclosure-kpi.ts'
import { aFigure } from '../../../support/a-figure.ts'
import { protectedAlone } from '../../../support/protected-alone.ts'

const starts: DisclosureKpi = { ...aDisclosureKpi, id: 'starts' }
const wait: DisclosureKpi = { ...aDisclosureKpi, id: 'wait', unit: 'days', aggregation: 'M', percentile: 50 }
const kpis = new Map([starts, wait].map((kpi) => [kpi.id, kpi]))
const last = '2025-08'

/** Starts of the borough, month by month, with the median of how long they waited; and in the last month by town. */
function figuresOf(towns: Readonly<Record<string, number>>): Figure[] {
  const whole = Object.values(towns).reduce((sum, one) => sum + one, 0)
  const borough = { dimension: 'borough', member: 'All' }
  const months = [20, 21, 22, 23, 24, whole].flatMap((value, step) => {
    const period = addPeriods('2025-03', step)
    return [
      aFigure({ kpi: 'starts', value, period, ...borough }),
      aFigure({ kpi: 'wait', value: 31, n: value, period, ...borough }),
    ]
  })
  const inTowns = Object.entries(towns).map(([member, value]) =>
    aFigure({ kpi: 'starts', value, period: last, dimension: 'town', member }),
  )
  return [...months, ...inTowns]
}

/** Told with the whole of the last month hidden, its median shown or not; attacked by who guesses why each [c] stands there. */
function attackedWhere(isMedianShown: boolean, figures: readonly Figure[]) {
  const ledger = protectedAlone(kpis, figures, (shown, exact) => {
    const isWhole = exact.dimension === 'borough' && exact.period === last
    return isWhole && (exact.kpi === 'starts' || !isMedianShown) ? withhold(shown) : { ...shown, n: null }
  })
  return attack(ledger).map(({ cell: { exact }, possible }) => [exact.member, possible])
}

function protect(figures: readonly Figure[]) {
  const editions = openProtectedEditions()
  const told = editions.protect(kpis, figures)
  expect([...told.left, ...told.guessed, ...attack(editions.ledger)]).toEqual([])
  return (kpi: string, member: string) =>
    told.figures.find((one) => one.kpi === kpi && one.member === member && one.period === last)?.value
}

describe('the mark of a median', () => {
  it('says that its cases are eight at least, where it is shown: it is hidden with the whole', () => {
    // two parts of 1 to 4 in a whole of eight at least are 4 each
    const figures = figuresOf({ Acton: 4, Hanwell: 4 })
    expect(attackedWhere(true, figures)).toEqual([
      ['All', { lower: 8, upper: 8 }],
      ['Acton', { lower: 4, upper: 4 }],
      ['Hanwell', { lower: 4, upper: 4 }],
    ])
    expect(attackedWhere(false, figures)).toEqual([])
    const shown = protect(figures)
    expect([shown('starts', 'All'), shown('wait', 'All')]).toEqual([null, null])
  })

  it('says that they are fewer than eight, where it is withheld: parts of so few are withheld, none included', () => {
    // six of 1 to 4 in 7 at most would be 1 or 2 each
    const towns = { Acton: 2, Ealing: 1, Greenford: 1, Hanwell: 1, Northolt: 1, Perivale: 1, Southall: 0 }
    const shown = protect(figuresOf(towns))
    expect(shown('wait', 'All')).toBeNull()
    expect(shown('starts', 'All')).toBe(5)
    expect(Object.keys(towns).map((town) => shown('starts', town))).toEqual(Array(7).fill(null))
  })

  it('says nothing of parts of a whole of eight', () => {
    expect(protect(figuresOf({ Acton: 5, Hanwell: 3, Perivale: 0 }))('starts', 'Perivale')).toBe(0)
  })
})
