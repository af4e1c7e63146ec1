import { problemAt, type Report, wholeRow } from '../../src/ingest/problem.ts'

/** Says that the header is not on the first line of a table. */
export function reportSkipped(file: string, headerLine: number, report: Report) {
  if (headerLine <= 1) return
  report(
    problemAt({ file, line: headerLine, column: wholeRow }).notice(
      `the header was found here; ${headerLine === 2 ? 'the line above it is' : `${headerLine - 1} lines above it are`} skipped`,
      'nothing, if they are titles',
    ),
  )
}
