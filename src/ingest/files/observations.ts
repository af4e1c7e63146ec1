import { type CsvRow, locateField } from '../csv-row.ts'
import type { ColumnSet, Columns } from '../header.ts'
import { type ObservationPart, type Observed, observationParts, usualMarks } from '../observed.ts'

/** observations.csv: figures, one to a row. */
export const observationsColumns: ColumnSet = { required: observationParts, optional: [] }

export function observeRow(file: string, row: CsvRow, columns: Columns): Observed {
  const indexOf = (part: ObservationPart) => columns.get(part) ?? row.fields.length
  const text = (part: ObservationPart) => row.fields[indexOf(part)]?.trim() ?? ''
  return {
    texts: {
      kpi_id: text('kpi_id'),
      period: text('period'),
      dimension: text('dimension'),
      member: text('member'),
      value: text('value'),
      numerator: text('numerator'),
      denominator: text('denominator'),
      n: text('n'),
      status: text('status'),
      as_at: text('as_at'),
    },
    form: 'period',
    year: '',
    numbers: {},
    scale: 1,
    isScaleSaid: false,
    marks: usualMarks,
    memberLabel: null,
    memberLevel: null,
    place: (part) => ({ file, ...locateField(row, indexOf(part)) }),
  }
}
