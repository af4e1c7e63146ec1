import type { PointedColumn, PointedPeriod, PointedTable } from '../../contract/mappings.ts'

/** A mapping of one file, as JSON: whether it is one, its own schema says. */
export type MappingJson = Record<string, unknown>

/**
 * What a mapping says of a table that was pointed at.
 *
 * @example Month is the period, Town the member, Waiting the figures of ot-waiting → one output with these columns
 */
export function mappingOf(table: PointedTable): MappingJson {
  const { file, sheet, headerRows, suppressed, missing, provisional, carriedDown, numbers } = table
  return {
    file,
    ...(sheet !== null && { sheet }),
    ...(headerRows > 1 && { headerRows }),
    ...(suppressed.length > 0 && { suppressed }),
    ...(missing.length > 0 && { missing }),
    ...(provisional.length > 0 && { provisional }),
    ...(carriedDown && { carriedDown }),
    ...(numbers && Object.keys(numbers).length > 0 && { numbers }),
    outputs: outputsOf(table),
  }
}

function outputsOf(table: PointedTable): MappingJson[] {
  const { columns, headers, kpi, kept, scale, ratio } = table
  const of = (role: PointedColumn['role']) => columns.filter((column) => column.role === role)
  const beside = besideOf(table)
  const scaled = scale === undefined ? {} : { scale }
  const groups = groupsOf(table)
  if (headers.length > 0) {
    return headers.flatMap((one) =>
      groups.map((group) => ({
        kpi: one.kpi,
        ...group,
        ...beside,
        period: { headers: one.cut, form: one.form, ...periodKept(kept) },
        ...scaled,
      })),
    )
  }
  const period = periodOf(of('period'), table.period, kept)
  const wide = of('figures-of-member')
  if (wide.length > 0) {
    const named = wide.map(({ name, member: own = name }) => ({ column: name, member: own }))
    return [{ kpi, dimension: table.dimension, ...beside, period, columns: named, ...scaled }]
  }
  const figures = of('figures')
  if (figures.length > 0) {
    return figures.flatMap((column) =>
      groups.map((group) => ({
        kpi: column.kpi ?? '',
        ...group,
        ...beside,
        period,
        value: { column: column.name, ...(column.scale !== undefined && { scale: column.scale }) },
      })),
    )
  }
  const [[numerator], [denominator]] = [of('numerator'), of('denominator')]
  const divided =
    ratio && numerator && denominator
      ? { value: { divide: [numerator.name, denominator.name], ...ratio } }
      : {}
  return groups.map((group) => ({ kpi, ...group, ...beside, period, ...divided }))
}

/** What every output says alike. */
function besideOf(table: PointedTable): MappingJson {
  const { columns, kept, combine } = table
  const readOn = columns.filter(({ role }) => role === 'as-at')
  return {
    ...sourcesOf(table, ['numerator', 'denominator', 'n', 'status']),
    asAt: columnOr(readOn, table.asAt),
    ...(combine && { combine: { rows: combine } }),
    ...without(kept, 'period'),
  }
}

/** Each breakdown that the rows are told by: that of the table, those of other columns, and the whole. */
function groupsOf({ columns, dimension, member, whole }: PointedTable): MappingJson[] {
  const own = columns.filter(({ role }) => role === 'member')
  const others = columns.filter(({ role }) => role === 'other-member')
  return [
    { dimension, member: columnOr(own, member) },
    ...others.map((column) => ({ dimension: column.dimension ?? '', member: { column: column.name } })),
    ...(whole && dimension !== 'borough' ? [{ dimension: 'borough', member: 'All' }] : []),
  ]
}

function sourcesOf({ columns }: PointedTable, roles: readonly PointedColumn['role'][]): MappingJson {
  return Object.fromEntries(
    roles.flatMap((role) => {
      const column = columns.find((one) => one.role === role)
      return column ? [[role, { column: column.name }]] : []
    }),
  )
}

function columnOr(columns: readonly PointedColumn[], text: string): string | { column: string } {
  const [first] = columns
  return first ? { column: first.name } : text
}

function periodOf(
  columns: readonly PointedColumn[],
  elsewhere: PointedPeriod | null,
  kept: MappingJson,
): MappingJson {
  const [column] = columns
  if (column) return { column: column.name, form: column.form, ...periodKept(kept) }
  const { from = 'constant', text = '', cut = {}, form = 'period' } = elsewhere ?? {}
  const own = { form, ...periodKept(kept) }
  if (from === 'file-name') return { fileName: cut, ...own }
  return from === 'sheet-name' ? { sheetName: cut, ...own } : { constant: text, ...own }
}

/** What is said of the period beside where it stands: its year, and how weeks are counted. */
function periodKept({ period }: MappingJson): MappingJson {
  return typeof period === 'object' && period !== null ? { ...period } : {}
}

function without({ ...rest }: MappingJson, key: string): MappingJson {
  delete rest[key]
  return rest
}
