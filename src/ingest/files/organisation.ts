import * as z from 'zod/mini'
import type { Organisation } from '../../domain/editions/publication.ts'
import { headerInWords } from '../header.ts'
import { issueInWords } from '../issue-in-words.ts'
import { placeOfPart } from '../json-text.ts'
import { parseJson } from '../parse-json.ts'
import { problemAt, type Report } from '../problem.ts'
import { createProposer } from '../say-cell.ts'

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
  const at = (path: readonly PropertyKey[]) => problemAt({ file, ...placeOfPart(text, path) })
  if (result.success) {
    for (const { entry, meant } of unknownEntries(Object.keys(parsed as object))) {
      report(
        at([entry]).notice(
          `the entry ${headerInWords(entry)} is not known and is ignored`,
          meant === null ? 'nothing, if it is not needed' : `if it is ${meant}, rename it`,
        ),
      )
    }
    return result.data
  }
  for (const issue of result.error.issues) {
    report(
      at(issue.path).error(
        `${issue.path.join('.') || 'the file'}: ${issueInWords(issue)}`,
        'give name, service and marking as texts and illustrative as true or false',
      ),
    )
  }
  return null
}

/** Entries that nobody reads, each with the one that it most likely is, of those that are not there. */
function unknownEntries(given: readonly string[]): { entry: string; meant: string | null }[] {
  const known = Object.keys(OrganisationFile.shape)
  const absent = known.filter((entry) => !given.includes(entry))
  const propose = createProposer()
  return given
    .filter((entry) => !known.includes(entry))
    .map((entry) => ({ entry, meant: absent.length > 0 ? propose(entry, absent) : null }))
}
