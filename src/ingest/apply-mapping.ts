import { type CsvRow, locateField } from './csv-row.ts'
import type { Columns } from './header.ts'
import type { FileMapping, MappingOutput, TextSource } from './mapping.ts'
import type { NumberRule } from './number-rule.ts'
import { type Marks, type ObservationPart, type Observed, usualMarks } from './observed.ts'

/**
 * The observations that a mapping makes of one row: one for each output whose filters hold, and for a wide
 * output one for each of its columns. An empty cell gives an observation too: a missing one, never a zero.
 */
export function applyMapping(
  file: string,
  mapping: FileMapping,
  columns: Columns,
  /** how many figures each output gave: counted here */
  given: number[] = [],
) {
  const marks: Marks = {
    suppressed: new Set([...usualMarks.suppressed, ...(mapping.suppressed ?? [])]),
    missing: new Set([...usualMarks.missing, ...(mapping.missing ?? [])]),
  }
  const outputs = mapping.outputs.map((output, index) => ({
    index,
    output,
    passes: passing(output),
    values: valuesOf(output),
  }))
  return (row: CsvRow): Observed[] => {
    const cell = (column: string) => row.fields[columns.get(column) ?? row.fields.length]?.trim() ?? ''
    return outputs
      .filter(({ passes }) => passes(cell))
      .flatMap(({ index, output, values }) => {
        given[index] = (given[index] ?? 0) + values.length
        return values.map((value) => observe(file, row, columns, output, value, cell, marks, mapping.numbers))
      })
  }
}

/** Where one observation of an output takes its value and its member from. */
interface ValueSource {
  column: string
  scale: number | undefined
  member: TextSource
  label: TextSource | undefined
}

function valuesOf(output: MappingOutput): ValueSource[] {
  if (output.columns) {
    return output.columns.map(({ column, member, memberLabel }) => ({
      column,
      member,
      scale: output.scale,
      label: memberLabel ?? output.memberLabel,
    }))
  }
  const { value, member, memberLabel } = output
  return value && member !== undefined
    ? [{ column: value.column, scale: value.scale, member, label: memberLabel }]
    : []
}

/** Whether all filters of an output hold: lists are looked up, however long they are. */
function passing(output: MappingOutput) {
  const filters = (output.filters ?? []).map(({ column, oneOf, noneOf }) => ({
    column,
    oneOf: oneOf && new Set(oneOf),
    noneOf: noneOf && new Set(noneOf),
  }))
  return (cell: (column: string) => string): boolean =>
    filters.every(({ column, oneOf, noneOf }) => {
      const text = cell(column)
      return (oneOf?.has(text) ?? true) && !noneOf?.has(text)
    })
}

function observe(
  file: string,
  row: CsvRow,
  columns: Columns,
  output: MappingOutput,
  value: ValueSource,
  cell: (column: string) => string,
  marks: Marks,
  numbers: NumberRule = {},
): Observed {
  const textOf = (source: TextSource | undefined): string => {
    if (source === undefined) return ''
    if (typeof source === 'string') return source
    const text = cell(source.column)
    // a cell may say `constructor`, which every object has and no mapping lists
    const listed = source.values && Object.hasOwn(source.values, text) ? source.values[text] : undefined
    return listed ?? source.otherwise ?? text
  }
  // a constant stands nowhere in the file, so a fault of it is told at the value
  const columnOf = (part: ObservationPart): string => {
    const sources: Record<ObservationPart, TextSource | { column: string } | undefined> = {
      kpi_id: output.kpi,
      period: output.period,
      dimension: output.dimension,
      member: value.member,
      value,
      numerator: output.numerator,
      denominator: output.denominator,
      n: output.n,
      status: output.status,
      as_at: output.asAt,
    }
    const source = sources[part]
    return typeof source === 'object' ? source.column : value.column
  }
  const numberText = (source: { column: string } | undefined) => (source ? cell(source.column) : '')
  return {
    texts: {
      kpi_id: textOf(output.kpi),
      period: cell(output.period.column),
      dimension: textOf(output.dimension),
      member: textOf(value.member),
      value: cell(value.column),
      numerator: numberText(output.numerator),
      denominator: numberText(output.denominator),
      n: numberText(output.n),
      status: textOf(output.status),
      as_at: textOf(output.asAt),
    },
    form: output.period.form,
    year: textOf(output.period.year),
    numbers,
    scale: value.scale ?? 1,
    isScaleSaid: value.scale !== undefined,
    marks,
    memberLabel: textOf(value.label) || null,
    memberLevel: textOf(output.memberLevel) || null,
    place: (part) => ({ file, ...locateField(row, columns.get(columnOf(part)) ?? 0) }),
  }
}
