import type { PointedColumn, PointedTable } from '../../contract/mappings.ts'
import { unknownKpi } from '../suggest/suggest-mapping.ts'

/** A measure that nobody has said yet. */
const isOpen = (kpi: string | undefined) => kpi === undefined || kpi === '' || kpi === unknownKpi

/**
 * A proposal, with what earlier mappings say of columns of the same names: which measure figures are of, which breakdown
 * the members are of. What is not known stays to be said.
 */
export function withEarlier(proposed: PointedTable, earlier: readonly PointedTable[]): PointedTable {
  const find = (name: string, role: PointedColumn['role']) =>
    earlier.find(({ columns }) => columns.some((column) => column.name === name && column.role === role))
  const member = proposed.columns.find(({ role }) => role === 'member')
  const dimension = member && find(member.name, 'member')?.dimension
  const { ratio, ...rest } = proposed
  return {
    ...rest,
    // by what a ratio is multiplied no column says
    ...(ratio?.scale !== undefined && { ratio }),
    dimension: dimension || proposed.dimension,
    kpi: isOpen(proposed.kpi) ? '' : proposed.kpi,
    columns: proposed.columns.map((column) => {
      if (column.role !== 'figures' || !isOpen(column.kpi)) return column
      const known = find(column.name, 'figures')?.columns.find(({ name }) => name === column.name)
      return { ...column, kpi: known?.kpi ?? '', ...(known?.scale !== undefined && { scale: known.scale }) }
    }),
    headers: proposed.headers.map((one) => ({ ...one, kpi: isOpen(one.kpi) ? '' : one.kpi })),
  }
}
