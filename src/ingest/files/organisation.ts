import * as z from 'zod/mini'
import type { Organisation } from '../../domain/editions/publication.ts'
import { issueInWords } from '../issue-in-words.ts'
import { findRepeatedName, parseExactly } from '../json-text.ts'
import { problemAt, type Report } from '../problem.ts'

const OrganisationFile = z.object({
  name: z.string().check(z.minLength(1)),
  service: z.string().check(z.minLength(1)),
  illustrative: z.boolean(),
  marking: z.string().check(z.minLength(1)),
  timezone: z._default(
    z.string().check(z.refine(isTimeZone, 'no time zone of that name: write Europe/London')),
    'Europe/London',
  ),
})

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** organisation.json: whose figures these are; null where the file cannot be read, and why is reported. */
export function readOrganisationFile(file: string, text: string, report: Report): Organisation | null {
  const parsed = parseJson(file, text, report)
  if (parsed === undefined) return null
  const result = OrganisationFile.safeParse(parsed)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    report(
      problemAt({ file, line: 0, column: 0 }).error(
        `${issue.path.join('.') || 'the file'}: ${issueInWords(issue)}`,
        'give name, service and marking as texts and illustrative as true or false',
      ),
    )
  }
  return null
}

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
