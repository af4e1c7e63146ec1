import { findRepeatedName, parseExactly } from './json-text.ts'
import { problemAt, type Report } from './problem.ts'

/** A JSON file; undefined where it is none, which is reported at its line and column where the parser names them. */
export function parseJson(file: string, text: string, report: Report): unknown {
  if (text.includes('\\u0000')) {
    const line = text.split('\\u0000')[0]?.split('\n').length ?? 0
    const at = problemAt({ file, line, column: 0 })
    report(at.error('the file has a character that is no text (\\u0000)', 'take it out'))
    return undefined
  }
  try {
    const parsed = parseExactly(text)
    const repeated = findRepeatedName(text)
    if (repeated) {
      const at = problemAt({ file, ...repeated })
      report(
        at.error(
          'a name stands twice in one record, with two values',
          'keep one of the two, or give the other another name',
        ),
      )
      return undefined
    }
    if (!hasHalfCharacter(parsed)) return parsed
    const at = problemAt({ file, line: 0, column: 0 })
    report(at.error('the file has half a character (\\ud800 to \\udfff)', 'write the text again'))
    return undefined
  } catch (error) {
    // the parser's own words quote the text around the fault
    const place = placeInWords(error instanceof Error ? error.message : '', text)
    const at = problemAt({ file, ...place })
    report(at.error('the file is not JSON', 'look there for a missing comma, quotation mark or bracket'))
    return undefined
  }
}

/** Half of a pair of UTF-16 is no text, and no database takes it. JSON writes only such halves by their number. */
function hasHalfCharacter(parsed: unknown): boolean {
  return /(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(parsed))
}

/** Where the parser says that a text stops being JSON; no place where it does not say. */
function placeInWords(message: string, text: string): { line: number; column: number } {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
  if (line !== undefined) return { line: Number(line), column: Number(column) }
  if (!/end of JSON/.test(message)) return { line: 0, column: 0 }
  const lines = text.split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
