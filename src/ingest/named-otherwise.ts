/** What a row is called that is no group of cases: a total, an average, a target, a difference, another period. */
const ofOtherKind =
  /^(?:(?:grand |sub-? ?|overall )?totals?|sums?|(?:overall |borough |council )?(?:average|mean|median)|avg|targets?|plan|planned|trajectory|benchmark|variance|difference|% ?change|change(?: (?:on|from|since) .+)?|movement|year to date|ytd|cumulative|running total|rank(?:ing)?|(?:the )?(?:same|last|previous|prior) (?:month|quarter|year|period)(?: last year)?)(?:$|[ :]*[(,:-].*$)|.{1,60} (?:totals?|average|ytd)$/i
const wholes =
  /^(?:all|everyone|overall|whole)$|^(?:all|both|combined) (?:ages?|adults?|areas?|towns?|wards?|groups?|people|persons|clients|teams?|types?|sexes|genders?|cases|reasons?|services?|localities|ethnic.*)$/i

/** @example 'Average', 'Ealing total', 'Totals (all towns)', 'Same month last year' → true; 'Total Care Ltd' → false */
export function saysOtherThanGroup(member: string): boolean {
  return ofOtherKind.test(member)
}

/** @example 'All ages', 'Overall' → true; 'All Saints', 'Both', which is a category too → false */
export function saysWhole(member: string): boolean {
  return wholes.test(member)
}

/** A mark that stands where a name was left out. @example '-', 'N/A', '(blank)', 'NULL' → true; 'Not known' → false */
export function isMark(member: string): boolean {
  return /^(?:[\p{P}\p{S}\s]+|\(?blanks?\)?|n\/?a|null|nan|undefined|\(?empty\)?)$/iu.test(member)
}

/** A band that a spreadsheet took for a day of the year. @example 10-14 → 'Oct-14' or '14-Oct'; 5-9 → '09-May' */
export function mayBeBandAsDay(member: string): boolean {
  return /^(?:\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)-\d{2})$/i.test(
    member,
  )
}

/** Members that are one but for capitals, spaces, and how a dash, an apostrophe or an "and" is written: each with the one before it. */
export function writtenAlike(members: Iterable<string>): [string, string][] {
  const first = new Map<string, string>()
  return [...members].flatMap((member): [string, string][] => {
    const bare = member
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/\p{Pd}|\u2212/gu, '-')
      .replaceAll(/[\u2018\u2019`]/g, "'")
      .replaceAll('&', 'and')
      .replaceAll(/\s+|[.,'"]/g, '')
    const before = first.get(bare)
    if (before === undefined) first.set(bare, member)
    return before === undefined ? [] : [[before, member]]
  })
}
