import { type CsvRow, locateField } from '../csv-row.ts'
import type { ColumnSet, Columns } from '../header.ts'
import { type ObservationPart, type Observed, observationParts, usualMarks } from '../observed.ts'
import { mergedCell } from '../parse-number.ts'
import { withoutTime } from '../read-day.ts'
import { monthInCell } from '../read-own-period.ts'

/** observations.csv: figures, one to a row. */
export const observationsColumns: ColumnSet = { required: observationParts, optional: [] }

export function observeRow(file: string, row: CsvRow, columns: Columns): Observed {
  const indexOf = (part: ObservationPart) => columns.get(part) ?? row.fields.length
  const text = (part: ObservationPart) => row.fields[indexOf(part)]?.trim() ?? ''
  // the same figure in each of several cells would be counted for each
  const figure = (part: ObservationPart) => (row.covered?.has(indexOf(part)) ? mergedCell : text(part))
  return {
    texts: {
      kpi_id: text('kpi_id'),
      period: monthInCell(text('period'), row.cellOf !== undefined),
      dimension: text('dimension'),
      member: text('member'),
      value: figure('value'),
      numerator: figure('numerator'),
      denominator: figure('denominator'),
      n: figure('n'),
      status: text('status'),
      as_at: withoutTime(text('as_at')),
    },
    form: 'period',
    periodRule: {},
    isDayOfMany: false,
    numbers: {},
    scale: 1,
    isScaleSaid: false,
    marks: usualMarks,
    memberLabel: null,
    memberLevel: null,
    place: (part) => ({ file, ...locateField(row, indexOf(part)) }),
  }
}
