import { Edition, EditionsReply } from '../editions.ts'
import { Organisation } from '../organisation.ts'
import { paths } from '../paths.ts'
import { Session } from '../session.ts'
import type { ApiUnderCheck } from './api-under-check.ts'
import { about, checkShape } from './check-shape.ts'
import { newestEdition } from './edition-under-check.ts'
import { type Finding, quote } from './finding.ts'

export async function checkSession(api: ApiUnderCheck): Promise<Finding[]> {
  return checkShape(await api.get(paths.session()), Session).findings
}

export async function checkOrganisation(api: ApiUnderCheck): Promise<Finding[]> {
  const reply = await api.get(paths.organisation())
  const { findings, value } = checkShape(reply, Organisation)
  if (!value || isTimezone(value.timezone)) return findings
  return [
    ...findings,
    {
      ...about(reply),
      path: 'timezone',
      message: `is ${quote(value.timezone)}, which is no time zone`,
      remedy: 'Send a name of the IANA list, such as Europe/London.',
    },
  ]
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** At least one edition, newest first, each number once, each successor a known one. */
export async function checkEditions(api: ApiUnderCheck): Promise<Finding[]> {
  const reply = await api.get(paths.editions())
  const { findings, value } = checkShape(reply, EditionsReply)
  if (!value) return findings
  const numbers = value.editions.map(({ number }) => number)
  if (!value.editions.some(({ withdrawn }) => !withdrawn)) {
    findings.push({
      ...about(reply),
      path: 'editions',
      message: 'holds no edition that can be shown',
      remedy: 'Publish an edition, then check again: without one there are no figures to judge.',
    })
  }
  value.editions.forEach((edition, index) => {
    const before = numbers[index - 1]
    if (before !== undefined && before <= edition.number) {
      findings.push({
        ...about(reply),
        path: `editions[${index}].number`,
        message: `${edition.number} comes after ${before}`,
        remedy: 'List each edition once, newest first.',
      })
    }
    if (edition.supersededBy !== null && !numbers.includes(edition.supersededBy)) {
      findings.push({
        ...about(reply),
        path: `editions[${index}].supersededBy`,
        message: `names edition ${edition.supersededBy}, which is not in the list`,
        remedy: 'Name an edition of the list, or send null.',
      })
    }
  })
  return findings
}

/** An edition by its number, and as `latest`, says what the list says. */
export async function checkOneEdition(api: ApiUnderCheck): Promise<Finding[]> {
  const newest = await newestEdition(api)
  const findings: Finding[] = []
  for (const address of [paths.edition(newest.number), paths.edition('latest')]) {
    const reply = { ...(await api.get(address)), resource: '/editions/{n}' }
    const { findings: faults, value } = checkShape(reply, Edition)
    findings.push(...faults)
    if (value && JSON.stringify(value) !== JSON.stringify(newest)) {
      findings.push({
        ...about(reply),
        path: '',
        message: `differs from edition ${newest.number} in /editions: ${quote(value)}`,
        remedy: 'Answer with the same edition, its fields the same, in both places.',
      })
    }
  }
  return findings
}
