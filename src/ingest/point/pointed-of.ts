import type { PointedColumn, PointedPeriod, PointedTable } from '../../contract/mappings.ts'
import type { PeriodSource } from '../mapping/sources.ts'
import { periodColumns } from '../mapping/taken-values.ts'
import { columnsOf, type FileMapping, type MappingOutput } from '../mapping.ts'
import { mappingOf } from './mapping-of.ts'
import { canonicalJson } from './same-json.ts'

/**
 * A mapping as it would be pointed at in a table with these columns; null where it says more than can be pointed at
 * (other arithmetic than a ratio, measures or breakdowns named by a column). Nothing is lost on the way: what does not
 * come back as the same mapping is not pointed at.
 */
export function pointedOf(mapping: FileMapping, names: readonly string[]): PointedTable | null {
  const [any] = mapping.outputs
  if (!any) return null
  const isGrouped = ({ member }: MappingOutput) => columnIn(member) !== null
  // the breakdown of the table is the first of them, wherever the whole stands
  const first = mapping.outputs.find(isGrouped) ?? any
  const asked = columnsOf(mapping)
  const ofPeriods = periodNames(mapping, names)
  const roles = new Map(mapping.outputs.flatMap(rolesOf).map((column) => [column.name, column]))
  for (const { member, dimension } of mapping.outputs) {
    const name = columnIn(member)
    if (name === null || name === columnIn(first.member)) continue
    roles.set(name, { name, role: 'other-member', dimension: textOr(dimension, '') })
  }
  for (const name of ofPeriods) roles.set(name, { name, role: 'figures-of-period' })
  // a column that is gone is shown as well: it is what is wrong
  const shown = [...names, ...asked.filter((name) => !names.includes(name))]
  const seen = new Set<string>()
  const table: PointedTable = {
    file: mapping.file,
    sheet: mapping.sheet ?? null,
    headerRows: mapping.headerRows ?? 1,
    columns: shown.map((name) => {
      const role = seen.has(name) ? undefined : roles.get(name)
      seen.add(name)
      return role ?? { name, role: 'nothing' }
    }),
    period: elsewhere(first.period),
    headers: mapping.outputs.flatMap(({ kpi, period: { headers, form } }) =>
      headers && typeof kpi === 'string' ? [{ kpi, form, cut: headers }] : [],
    ),
    dimension: textOr(first.dimension, ''),
    member: textOr(first.member, 'All'),
    ...(isGrouped(first) && mapping.outputs.some(isOfWhole) && { whole: true }),
    kpi: first.value?.column === undefined ? textOr(first.kpi, '') : '',
    ...(isRatio(first) && { ratio: first.value?.scale === undefined ? {} : { scale: first.value.scale } }),
    ...(first.scale !== undefined && { scale: first.scale }),
    asAt: textOr(first.asAt, 'period-end'),
    combine: first.combine?.rows === 'sum' || first.combine?.rows === 'count' ? first.combine.rows : null,
    suppressed: mapping.suppressed ?? [],
    missing: mapping.missing ?? [],
    provisional: mapping.provisional ?? [],
    ...(mapping.carriedDown && { carriedDown: mapping.carriedDown }),
    numbers: mapping.numbers ?? null,
    kept: keptOf(first),
  }
  return isSame(mappingOf(table), mapping) ? table : null
}

/** A table of which nobody has said anything yet, as a mapping writes its file. */
export function nothingPointed(mapping: FileMapping, names: readonly string[]): PointedTable {
  const { numbers, suppressed = [], missing = [], provisional = [], headerRows = 1 } = mapping
  return {
    file: mapping.file,
    sheet: mapping.sheet ?? null,
    headerRows,
    columns: names.map((name) => ({ name, role: 'nothing' })),
    period: null,
    headers: [],
    dimension: 'borough',
    member: 'All',
    kpi: '',
    asAt: 'period-end',
    combine: null,
    suppressed,
    missing,
    provisional,
    ...(mapping.carriedDown && { carriedDown: mapping.carriedDown }),
    numbers: numbers ?? null,
    kept: {},
  }
}

/** Columns of these names that a mapping takes for those of a period. */
export function periodNames(mapping: FileMapping, names: readonly string[]): string[] {
  const columns = new Map(names.map((name, index) => [name, index]))
  return mapping.outputs.flatMap(({ period }) =>
    periodColumns(period, columns, mapping).map(([name]) => name),
  )
}

function rolesOf(output: MappingOutput): PointedColumn[] {
  const { period, member, kpi, value, columns = [], status, asAt } = output
  const taken = (source: unknown, role: PointedColumn['role']): PointedColumn[] => {
    const name = columnIn(source)
    return name === null ? [] : [{ name, role }]
  }
  return [
    ...(period.column === undefined
      ? []
      : [{ name: period.column, role: 'period' as const, form: period.form }]),
    ...taken(member, 'member'),
    ...(value?.column === undefined
      ? []
      : [
          {
            name: value.column,
            role: 'figures' as const,
            kpi: textOr(kpi, ''),
            ...(value.scale !== undefined && { scale: value.scale }),
          },
        ]),
    ...columns.map((one) => ({ name: one.column, role: 'figures-of-member' as const, member: one.member })),
    ...taken(output.numerator, 'numerator'),
    ...taken(output.denominator, 'denominator'),
    ...taken(output.n, 'n'),
    ...taken(status, 'status'),
    ...taken(asAt, 'as-at'),
  ]
}

function isOfWhole({ dimension, member }: MappingOutput): boolean {
  return dimension === 'borough' && member === 'All'
}

/** One of its own counts divided by the other. */
function isRatio({ value, numerator, denominator }: MappingOutput): boolean {
  return (
    value?.divide !== undefined &&
    value.divide[0] === numerator?.column &&
    value.divide[1] === denominator?.column
  )
}

function columnIn(source: unknown): string | null {
  return typeof source === 'object' && source !== null && 'column' in source ? String(source.column) : null
}

function textOr(source: unknown, otherwise: string): string {
  return typeof source === 'string' ? source : otherwise
}

function elsewhere({ column, fileName, sheetName, constant, form }: PeriodSource): PointedPeriod | null {
  if (column !== undefined) return null
  if (fileName) return { from: 'file-name', cut: fileName, form }
  if (sheetName) return { from: 'sheet-name', cut: sheetName, form }
  return constant === undefined ? null : { from: 'constant', text: constant, form }
}

/** What an output says that no column is pointed at for. */
function keptOf({ filters, memberLabel, memberLevel, period: { year, week } }: MappingOutput) {
  return {
    ...(filters && { filters }),
    ...(memberLabel !== undefined && { memberLabel }),
    ...(memberLevel !== undefined && { memberLevel }),
    ...((year !== undefined || week) && {
      period: { ...(year !== undefined && { year }), ...(week && { week }) },
    }),
  }
}

/** The order of outputs says nothing. */
function isSame(one: { outputs?: unknown }, other: { outputs?: unknown }): boolean {
  const sorted = (given: { outputs?: unknown }) =>
    canonicalJson({
      ...given,
      outputs: Array.isArray(given.outputs) ? given.outputs.map(canonicalJson).toSorted() : [],
    })
  return sorted(one) === sorted(other)
}
