import type { CsvRow } from './csv-row.ts'
import type { Observed } from './observed.ts'
import { parsePeriod } from './parse-period.ts'
import { problemAt, type Report, wholeRow } from './problem.ts'

const total =
  /^(?:(?:grand|sub|overall|all|column|row|report|borough|council|area|table|sheet)[ -]?)?totals? ?:?$/i
const totalBehind = /^(.{1,200}?)(?: |, ?| ?[-\u2013:] ?)(?:sub[ -]?)?total ?:?$/i
const totalBefore = /^(?:sub[ -]?)?total (?:of |for )?(.{1,200}?) ?:?$/i
const filters = /^applied filters\b/i
const remark =
  /^(?:sources?|notes?|generated|produced|exported|extracted|printed|filters?|end of (?:report|extract))\b/i

/** Of a publication: whose it is, what its marks mean, when it was made. */
const imprint =
  /^(?:\u00a9|\(c\) ?crown|(?:crown )?copyright\b|contains (?:public|ordnance|os|national|data)\b|\[?[a-z*.:~-]{1,3}\]? ?(?:=|denotes\b|means\b|indicates\b)|(?:last )?(?:updated|published|released)\b.*\d|data as at\b)/i

/** Whether a text says that its row adds up others. @example 'Grand Total', 'Totals' → true; 'Total bed days' → false */
export function saysTotal(text: string): boolean {
  return total.test(text)
}

/** What a subtotal adds up, by its words; null where it is none. @example 'East Total', 'Total for East' → 'East' */
export function totalOf(text: string): string | null {
  return totalBehind.exec(text)?.[1] ?? totalBefore.exec(text)?.[1] ?? null
}

/** Whether an observation adds up a member that is known, and is none itself. @example 'East Total' beside East */
export function isSubtotal({ texts: { dimension, member } }: Observed, members: KnownMembers): boolean {
  const of = members.isListed(dimension, member) ? null : totalOf(member)
  return of !== null && members.isMet(dimension, of)
}

interface KnownMembers {
  isListed: (dimension: string, member: string) => boolean
  isMet: (dimension: string, member: string) => boolean
}

/** The period whose rows an observation adds up; null where it adds up none. @example 'Apr 2025 Total' → 'Apr 2025' */
export function totalOfPeriod({ texts, form, periodRule }: Observed): string | null {
  const of = totalOf(texts.period)
  return of !== null && parsePeriod(of, form, 'month', periodRule) !== null ? of : null
}

/** Whether an observation adds up members or periods, and is none of its own. */
export function isOfTotal(observed: Observed, { isListed }: Pick<KnownMembers, 'isListed'>): boolean {
  const { texts } = observed
  if (saysTotal(texts.period) || totalOfPeriod(observed) !== null) return true
  return saysTotal(texts.member) && !isListed(texts.dimension, texts.member)
}

/** A note by its number or its mark, of four words and more. @example '1. Figures for Hanwell are provisional' */
const numberedNote =
  /^(?:[([]?\d{1,2}[.)\]]|[([]?[*\u2020\u2021\u00b9\u00b2\u00b3]{1,3}[)\]]?)\s*\p{L}[^\s]*(?: \S+){3,}$/u
/** Of a list of notes, each is a sentence or its like. */
const furtherNote = /^\S+(?: \S+){2,}$/

/**
 * A line below a table that says where it came from: the filters of a report, a source, a note.
 *
 * @param hasBegun whether such a line stands above it: below one, each text of three words and more is another
 */
export function isFooter({ fields, covered }: CsvRow, hasBegun = false): boolean {
  const said = fields.filter((field, index) => field.trim() !== '' && !covered?.has(index))
  const only = said[0]?.trim() ?? ''
  if (said.length !== 1) return false
  return [filters, remark, imprint, numberedNote, ...(hasBegun ? [furtherNote] : [])].some((form) =>
    form.test(only),
  )
}

/** Lines below a table that were left out are said once, at the first of them. */
export function reportFooters(file: string, lines: readonly number[], report: Report) {
  const [line] = lines
  if (line === undefined) return
  const isOne = lines.length === 1
  report(
    problemAt({ file, line, column: wholeRow }).notice(
      `${isOne ? 'a line' : `${lines.length} lines`} beside the table (filters, sources, notes) ${isOne ? 'is' : 'are'} left out`,
      'nothing',
    ),
  )
}
