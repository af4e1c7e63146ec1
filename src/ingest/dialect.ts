import { joinHeader } from './joined-header.ts'

/** How a table is written: what stands between its fields, and on which line its header is. */
export interface Dialect {
  separator: string
  /** the first line of the header */
  headerLine: number
}

export const separators = [',', ';', '\t', '|'] as const
export const usualDialect: Dialect = { separator: ',', headerLine: 1 }

export const separatorNames: Readonly<Record<string, string>> = {
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'upright strokes',
}

/** Lines in which a header may stand, below titles and blank lines. */
const mostHeadLines = 20

/**
 * Finds the header by the names of its columns: the line, and the separator, that show most of those that are asked
 * for. Where none shows two of them (or the only one), the file is taken as it is, and its header is refused.
 *
 * @example "Extract of May\n\nTown;Month;Number" asked for Town and Month → ';' on line 3
 */
export function findDialect(head: string, wanted: ReadonlySet<string>, headerRows = 1): Dialect {
  const least = Math.min(2, wanted.size)
  if (least === 0) return usualDialect
  let best = { ...usualDialect, score: 0 }
  const lines = head.split('\n', mostHeadLines)
  for (const index of lines.keys()) {
    for (const separator of separators) {
      const rows = lines.slice(index, index + headerRows).map((line) => line.split(separator).map(unquoted))
      const names = new Set(joinHeader(rows))
      const score = [...names].filter((name) => wanted.has(name)).length
      if (score >= least && score > best.score) best = { separator, headerLine: index + 1, score }
    }
  }
  return best.score === 0 ? usualDialect : { separator: best.separator, headerLine: best.headerLine }
}

function unquoted(field: string): string {
  return field
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('""', '"')
    .trim()
}
