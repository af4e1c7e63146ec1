import * as z from 'zod/mini'
import type { Organisation } from '../../domain/editions/publication.ts'
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
        `${issue.path.join('.') || 'the file'}: ${issue.message}`,
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
    return JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const place = /line (\d+) column (\d+)/.exec(message)
    const at = problemAt({ file, line: Number(place?.[1] ?? 0), column: Number(place?.[2] ?? 0) })
    report(
      at.error(
        `the file is not JSON: ${message}`,
        'look there for a missing comma, quotation mark or bracket',
      ),
    )
    return undefined
  }
}
