import { memberLabel } from '../domain/editions/holdings.ts'
import type { MemberLabel } from '../domain/editions/publication.ts'
import { borough, comparatorDimension } from '../domain/measures/measure.ts'
import { periodEnd } from '../domain/periods/period.ts'
import type { MemberRow } from './files/members.ts'
import { withPlainSpaces } from './name-fault.ts'
import { createProposer, type Propose } from './say-cell.ts'

export type MemberAnswer =
  | { kind: 'member'; member: string }
  | { kind: 'unknown'; message: string; remedy: string }

/**
 * Which members a dimension has. Where members.csv or an earlier edition names them, the list is closed and a
 * name outside it is refused: a renamed team is not a new one. A dimension that nobody has named yet is open,
 * and what it was given is reported. Other places (`comparator`) are always
 * open; of those, what no edition has is known too.
 */
export function createMemberBook(
  standing: ReadonlyMap<string, ReadonlySet<string>>,
  rows: readonly MemberRow[],
  organisation: string,
) {
  const closed = new Map<string, Set<string>>()
  for (const [dimension, members] of standing) closed.set(dimension, new Set(members))
  for (const { dimension, member } of rows) {
    closed.set(dimension, (closed.get(dimension) ?? new Set()).add(member))
  }
  closed.set(borough.dimension, new Set([borough.member]))
  closed.delete(comparatorDimension)
  const aliases = new Map<string, MemberRow[]>()
  for (const row of rows) {
    if (row.alias === null) continue
    const key = `${row.dimension}\u001f${row.alias}`
    const known = aliases.get(key)
    if (known) known.push(row)
    else aliases.set(key, [row])
  }
  const opened = new Map<string, Set<string>>()
  const met = new Set<string>()
  const propose = createProposer()
  const labels = new Map<string, MemberLabel>()
  for (const { dimension, member } of rows) {
    const label = memberLabel(dimension, member, organisation)
    labels.set(`${dimension}\u001f${member}`, { dimension, member, label, level: null })
  }

  return {
    find(dimension: string, written: string, period: string): MemberAnswer {
      const members = closed.get(dimension)
      const end = periodEnd(period)
      const aliasAt = (name: string) =>
        aliases
          .get(`${dimension}\u001f${name}`)
          ?.find(({ validFrom, validTo }) => (validFrom ?? end) <= end && end <= (validTo ?? end))
      // a member that was renamed or merged is still one of before: on the days of its alias it is the other
      const renamed = aliasAt(written)
      if (renamed && (renamed.validFrom ?? renamed.validTo) !== null)
        return { kind: 'member', member: renamed.member }
      if (members?.has(written)) return { kind: 'member', member: written }
      const places = dimension === comparatorDimension ? standing.get(dimension) : null
      if (places?.has(written)) return { kind: 'member', member: written }
      const given = withPlainSpaces(written)
      if (members?.has(given)) return { kind: 'member', member: given }
      const alias = aliasAt(given)
      if (alias) return { kind: 'member', member: alias.member }
      if (members) return refuse(dimension, given, members, propose)
      if (!places?.has(given)) opened.set(dimension, (opened.get(dimension) ?? new Set()).add(given))
      return { kind: 'member', member: given }
    },
    name(dimension: string, member: string, label: string | null, level: string | null) {
      if (label === null && level === null) return
      labels.set(`${dimension}\u001f${member}`, { dimension, member, label: label ?? member, level })
    },
    /** whether a member that nobody has named before is met for the first time */
    isFirstMet(dimension: string, member: string): boolean {
      if (closed.get(dimension)?.has(member)) return false
      const key = `${dimension}\u001f${member}`
      if (met.has(key)) return false
      met.add(key)
      return true
    },
    /** whether an edition or members.csv names a member */
    isListed: (dimension: string, member: string): boolean => closed.get(dimension)?.has(member) ?? false,
    /** whether a member is listed, or was given in this load before */
    isMet: (dimension: string, member: string): boolean =>
      (closed.get(dimension)?.has(member) || opened.get(dimension)?.has(member)) ?? false,
    /** dimensions that were not known before, and other places, with the members that they were given */
    opened: (): ReadonlyMap<string, ReadonlySet<string>> => opened,
    labels: (): MemberLabel[] => [...labels.values()],
  }
}
export type MemberBook = ReturnType<typeof createMemberBook>

function refuse(
  dimension: string,
  given: string,
  members: ReadonlySet<string>,
  propose: Propose,
): MemberAnswer {
  if (dimension === borough.dimension) {
    return {
      kind: 'unknown',
      message: 'the borough has one member, and the cell names another',
      remedy: 'write All, or give the figure another dimension',
    }
  }
  const meant = propose(given, members)
  return {
    kind: 'unknown',
    message: `the cell is no known member of ${dimension}`,
    remedy: meant
      ? `did you mean ${meant}? If it is new, list it in members.csv`
      : 'if it is new or renamed, list it in members.csv (with its alias)',
  }
}
