import { comparatorDimension } from '../domain/measures/measure.ts'
import type { MemberBook } from './member-book.ts'
import { isMark, mayBeBandAsDay, saysOtherThanGroup, saysWhole, writtenAlike } from './named-otherwise.ts'
import { problemAt, type Report } from './problem.ts'
import type { ToldMembers } from './watch-sums.ts'

/** Members that a dimension may have without an analyst saying so. */
const mostMembers = 200

/**
 * A dimension that nobody had named: what it was given is said, so that a mistyped member is seen. Whether one of them
 * may be a list of persons.
 */
export function reportOpened(
  members: MemberBook,
  hasPlaces: boolean,
  report: Report,
  told: ToldMembers = new Map(),
): boolean {
  let mayListPersons = false
  for (const [dimension, given] of members.opened()) {
    if (dimension === comparatorDimension) {
      mayListPersons = reportPlaces(given, hasPlaces, report) || mayListPersons
      continue
    }
    if (given.size > mostMembers) {
      // nothing of them is said: they may be persons
      mayListPersons = true
      report(
        problemAt({ file: 'load', line: 0, column: 0 }).error(
          `the dimension ${dimension} would have ${given.size} members: a breakdown of more than ${mostMembers} may be a list of persons`,
          'load counts by group; if these are groups, list them in members.csv',
        ),
      )
      continue
    }
    if ([...given].filter(isNumberOfSomebody).length >= given.size / 2) {
      mayListPersons = true
      report(
        problemAt({ file: 'load', line: 0, column: 0 }).asked(
          `the dimension ${dimension} is new, and ${given.size === 1 ? 'its member is a number' : `most of its ${given.size} members are numbers`} of five digits or more: they may be keys to single persons`,
          'load counts by group; if these are groups, give them their names, or publish it with a reason',
        ),
      )
      continue
    }
    reportOddNames(dimension, given, told.get(dimension), report)
    const listed = [...given].slice(0, 20).join(', ')
    report(
      problemAt({ file: 'load', line: 0, column: 0 }).notice(
        `the dimension ${dimension} is new, with ${given.size} ${given.size === 1 ? 'member' : 'members'}: ${listed}${given.size > 20 ? ', …' : ''}`,
        'look them through: later loads accept no others unless members.csv lists them',
      ),
    )
  }
  return mayListPersons
}

/** Members of a new dimension that are hardly groups, or one group twice: later loads could not put them right unnoticed. */
function reportOddNames(
  dimension: string,
  given: ReadonlySet<string>,
  told: ReadonlySet<string> | undefined,
  report: Report,
) {
  const at = problemAt({ file: 'load', line: 0, column: 0 })
  const ask = (found: readonly string[], what: (named: string) => string, remedy: string) => {
    if (found.length > 0) report(at.asked(what(found.slice(0, 5).join(', ')), remedy))
  }
  const members = [...given]
  ask(
    members.filter((member) => !told?.has(member) && (saysOtherThanGroup(member) || saysWhole(member))),
    (named) => `members of the new dimension ${dimension} are called as no group is: ${named}`,
    'leave their rows out (a filter in the mapping), or call a total Total; if they are groups, publish it with a reason',
  )
  ask(
    members.filter(isMark),
    (named) =>
      `members of the new dimension ${dimension} are marks, as stand where a name was left out: ${named}`,
    'call them what they are (Not known), or leave their rows out; if they are groups, publish it with a reason',
  )
  ask(
    members.filter(mayBeBandAsDay),
    (named) =>
      `members of the new dimension ${dimension} may be bands that a spreadsheet took for days: ${named}`,
    'write the bands as they were, as 10-14, and keep their cells as text; if they are right, publish it with a reason',
  )
  ask(
    writtenAlike(members).map((pair) => pair.join(' and ')),
    (named) =>
      `members of the new dimension ${dimension} are one but for capitals, spaces and dashes: ${named}`,
    'write each group in one way (members.csv takes aliases); if they are two, publish it with a reason',
  )
}

/** Other places that a load may name for the first time: every council of the country, with room. */
const mostPlaces = 500

/** Places of which no edition has a figure: everybody sees theirs exactly. Whether they may be persons. */
function reportPlaces(given: ReadonlySet<string>, hasPlaces: boolean, report: Report): boolean {
  const at = problemAt({ file: 'load', line: 0, column: 0 })
  if (given.size > mostPlaces) {
    report(
      at.error(
        `the load names ${given.size} other places (comparator) that no edition has: more than ${mostPlaces} may be a list of persons`,
        'load figures of councils, regions and the country; of anything else give a breakdown',
      ),
    )
    return true
  }
  if ([...given].filter(isNumberOfSomebody).length >= given.size / 2) {
    report(
      at.asked(
        'other places (comparator) are called by numbers of five digits or more: they may be keys to single persons',
        'give councils their names or ONS codes (E09000009), or publish it with a reason',
      ),
    )
    return true
  }
  // the first load that has any names them all, and each is then looked through where it is shown
  if (hasPlaces) {
    const listed = [...given].slice(0, 20).join(', ')
    report(
      at.notice(
        `${given.size === 1 ? 'a place is' : `${given.size} places are`} new among other places: ${listed}${given.size > 20 ? ', …' : ''}`,
        'look whether one is written otherwise than before: it would be another place',
      ),
    )
  }
  return false
}

/** Codes of places and organisations have letters; a bare number of this length is a key to something. */
function isNumberOfSomebody(member: string): boolean {
  return /^\d{5,}$/.test(member)
}
