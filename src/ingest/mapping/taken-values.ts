import type { Columns } from '../header.ts'
import type { FileMapping, MappingOutput } from '../mapping.ts'
import { columnsOf } from '../mapping.ts'
import { parsePeriod } from '../parse-period.ts'
import { cutText } from './cut-text.ts'
import { operandsOf, type PeriodSource, type TextSource, type ValueSource } from './sources.ts'

/** Where one observation of an output takes its value, its member and, of a column to each period, its period from. */
export interface TakenValue {
  source: ValueSource
  scale: number | undefined
  member: TextSource
  label: TextSource | undefined
  period: string
}

/** The columns that a value is made of; none where rows are counted. */
export function columnsOfValue({ source }: TakenValue): string[] {
  return operandsOf(source)
}

export function valuesOf(output: MappingOutput, columns: Columns, mapping: FileMapping): TakenValue[] {
  const { member = '', memberLabel: label, value, scale, period } = output
  if (output.columns) {
    return output.columns.map((one) => ({
      source: { column: one.column },
      member: one.member,
      scale,
      label: one.memberLabel ?? label,
      period: '',
    }))
  }
  if (period.headers) {
    return periodColumns(period, columns, mapping).map(([column, text]) => ({
      source: { column },
      member,
      scale,
      label,
      period: text,
    }))
  }
  return [{ source: value ?? {}, member, scale: value?.scale, label, period: '' }]
}

/** Columns whose names say a period, each with the text that does; those that are asked for by name are none. */
export function periodColumns(
  source: PeriodSource,
  columns: Columns,
  mapping: FileMapping,
): [string, string][] {
  const { headers, form } = source
  if (!headers) return []
  const asked = new Set(columnsOf(mapping))
  // whether a text is of the form does not hang on which year it is
  const years = source.year === undefined ? [''] : ['2024-25', '2024']
  return [...columns.keys()].flatMap((column) => {
    const text = cutText(column, headers)
    const isPeriod = years.some((year) => parsePeriod(text, form, 'month', { year }) !== null)
    return isPeriod && !asked.has(column) ? [[column, text]] : []
  })
}
