import { describe, expect, it } from 'vitest'
import { faultsOf, withRole } from '../../../../../src/features/load/mapping/pointing.ts'
import { aPointedTable } from '../../../../support/a-table-look.ts'

const kpis = [{ id: 'ot-waiting', name: 'Waiting' }]
const rolesIn = (table: ReturnType<typeof aPointedTable>) => table.columns.map(({ role }) => role)

describe('saying what a column is', () => {
  it('takes the role from the column that had it, where one alone can have it', () => {
    expect(rolesIn(withRole(aPointedTable(), 1, 'period'))).toEqual(['nothing', 'period', 'figures'])
    expect(rolesIn(withRole(aPointedTable(), 1, 'figures'))).toEqual(['period', 'figures', 'figures'])
  })

  it('makes the whole of it where no column says a group, and asks for the group where one does', () => {
    const whole = withRole(aPointedTable(), 1, 'nothing')
    expect(whole.dimension).toBe('borough')
    expect(withRole(whole, 1, 'member').dimension).toBe('place')
  })

  it('asks what a numerator divided by a denominator is, where no column holds figures', () => {
    const parts = aPointedTable({
      kpi: 'ot-waiting',
      combine: 'count',
      columns: [
        { name: 'Month', role: 'period', form: 'month-name' },
        { name: 'In time', role: 'numerator' },
        { name: 'All', role: 'nothing' },
      ],
    })
    const table = withRole(parts, 2, 'denominator')
    expect(table.combine).toBeNull()
    expect(faultsOf(table, kpis).map(({ field }) => field)).toEqual(['ratio'])
    expect(faultsOf({ ...table, ratio: { scale: 100 } }, kpis)).toEqual([])
  })

  it('names what another group is by its column, and takes none beside a column to each group', () => {
    const table = withRole(aPointedTable({ kpi: 'ot-waiting' }), 2, 'other-member')
    expect(table.columns[2]).toEqual({ name: 'Number', role: 'other-member', dimension: 'number' })
    expect(faultsOf(table, kpis)).toEqual([])
    const wide = withRole(table, 1, 'figures-of-member')
    expect(faultsOf({ ...wide, dimension: 'town' }, kpis).map(({ field }) => field)).toEqual(['role-2'])
  })

  it('is not tried before measure and period are said', () => {
    expect(faultsOf(aPointedTable(), kpis).map(({ field }) => field)).toEqual(['kpi-2'])
    const none = withRole(withRole(aPointedTable(), 0, 'nothing'), 2, 'nothing')
    expect(faultsOf(none, kpis).map(({ field }) => field)).toEqual(['kpi', 'period'])
    const said = aPointedTable({
      columns: [{ name: 'Number', role: 'figures', kpi: 'ot-waiting' }],
      period: { from: 'constant', text: 'PERIOD', form: 'period' },
    })
    expect(faultsOf(said, kpis).map(({ field }) => field)).toEqual(['period'])
    expect(
      faultsOf({ ...said, period: { from: 'constant', text: '2025-10', form: 'period' } }, kpis),
    ).toEqual([])
  })
})
