import { type CsvRow, locateField } from './csv-row.ts'
import { problemAt, type Report } from './problem.ts'

/** What a separator of thousands leaves of a figure in two fields. @example '1,234' → '1' and '234' */
const beforeThousands = /^[-\u2212(£$€]{0,2}[1-9]\d{0,2}$/
const thousands = /^\d{3}(?:\.\d+)?\)?$/

/**
 * Watches that the rows of a file are as long as its header: one with more or fewer fields is shifted, and its cells stand
 * under wrong names. Empty fields behind the last column shift nothing; but where only some rows have them, and a figure
 * stands in two fields as `1,234` would, they are what is left of an empty column.
 */
export function watchRowLengths(file: string, width: number, report: Report) {
  const lengths = new Set<number>()
  const split: { row: CsvRow; index: number }[] = []
  let others = 0
  return {
    /** whether a row is as long as the header */
    fits(row: CsvRow): boolean {
      const { fields, separator = ',' } = row
      const extra = fields.slice(width)
      if (fields.length < width || extra.some((field) => field.trim() !== '')) {
        const at = problemAt({ file, ...locateField(row, Math.min(fields.length, width)) })
        report(
          at.error(
            `the row has ${fields.length} fields, the header ${width}`,
            'look for a missing comma, or for a comma in a text without quotation marks',
          ),
        )
        return false
      }
      lengths.add(fields.length)
      const index = extra.length > 0 && separator === ',' && !row.cellOf ? splitFigure(fields) : -1
      if (index < 0) others += 1
      else if (split.length < mostKept) split.push({ row, index })
      return true
    },
    end() {
      // where each row ends in a comma, that is how the file is written
      if (lengths.size === 1 && others > 0) return
      for (const { row, index } of split)
        report(
          problemAt({ file, ...locateField(row, index) }).error(
            'a figure stands in two fields, as one with a comma between its thousands would, and the row is longer than the header',
            'write figures without commas, or with quotation marks around them; if these are two figures, take out the comma at the end of the row',
          ),
        )
    },
  }
}

/** Rows that are told: a report ends after as many. */
const mostKept = 200

function splitFigure(fields: readonly string[]): number {
  return fields.findIndex(
    (field, index) => beforeThousands.test(field.trim()) && thousands.test(fields[index + 1]?.trim() ?? ''),
  )
}
