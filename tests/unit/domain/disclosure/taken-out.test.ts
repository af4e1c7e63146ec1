import { describe, expect, it } from 'vitest'
import { attack } from '../../../../src/domain/disclosure/attack.ts'
import { madeOf } from '../../../../src/domain/disclosure/kept-constraints.ts'
import { openProtectedEditions } from '../../../../src/domain/disclosure/protect-edition.ts'
import { aFigure } from '../../../support/a-figure.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'

const list = aDescribedKpi({
  id: 'waiting',
  unit: 'count',
  aggregation: 'P',
  sdc: 'people',
  decimals: 0,
  direction: 'down',
  targets: [{ from: '2024-04', value: 9, lower: null, upper: null, by: null, setBy: 'Board' }],
})
const kpis = new Map([[list.id, list]])

const whole = (value: number, period = '2025-09') =>
  aFigure({ kpi: 'waiting', dimension: 'borough', member: 'All', period, value })
const part = (member: string, value: number, period = '2025-09') =>
  aFigure({ kpi: 'waiting', dimension: 'town', member, period, value })

describe('a figure that was taken out', () => {
  it('is told as it was where it comes again, and not as what it would be by itself', () => {
    const editions = openProtectedEditions()
    const { standing } = editions.ledger
    // parts of a whole of 3 are withheld, none included: a nought by itself would be shown
    const first = editions.protect(kpis, [whole(3), part('A', 0), part('B', 3)])
    expect(first.figures.map(({ value }) => value)).toEqual([null, null, null])
    standing.remove('waiting', '2025-09', 'borough', 'All')
    standing.remove('waiting', '2025-09', 'town', 'A')
    const again = editions.protect(kpis, [part('A', 0)])
    expect(again.figures).toMatchObject([{ availability: 'suppressed', value: null }])
    expect(attack(editions.ledger)).toEqual([])
  })

  it('is one number with what was told of it, however often it is restated between', () => {
    const { ledger, protect } = openProtectedEditions()
    protect(kpis, [whole(33)])
    const told = ledger.standing.at('waiting', '2025-09', 'borough', 'All')
    protect(kpis, [whole(48)])
    protect(kpis, [whole(33)])
    expect(ledger.standing.at('waiting', '2025-09', 'borough', 'All')).toBe(told)
  })

  it('still binds what is told beside it: nothing new may give it away', () => {
    const { ledger, protect } = openProtectedEditions()
    protect(kpis, [whole(60), part('A', 30), part('B', 27), part('C', 3)])
    ledger.standing.remove('waiting', '2025-09', 'town', 'C')
    const bound = ledger.constraints.length
    // restated, and with C as it was they add up: whoever knows of C still knows that
    protect(kpis, [whole(61), part('A', 31)])
    expect(
      ledger.constraints
        .slice(bound)
        .flatMap(madeOf)
        .map(({ why }) => why),
    ).toContainEqual(expect.stringContaining('town adds up to the whole of waiting'))
    expect(attack(ledger)).toEqual([])
  })
})
