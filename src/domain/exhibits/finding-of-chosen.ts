import { titleOf } from '../findings/title-of.ts'
import { capital, lowerFirst } from '../measures/letter-case.ts'

/**
 * What is said of a list of which a part was chosen: of that part alone, named first. The words of the whole above the
 * rows of a part would be told of the wrong rows.
 *
 * @param chosen what was chosen, in words; empty for everything
 * @example ['Scrutiny panel', undefined], '2 of 3 actions are …' → 'Scrutiny panel: 2 of 3 actions are …'
 */
export function findingOfChosen(chosen: readonly (string | undefined)[], finding: string): string {
  const named = chosen.filter((words) => words !== undefined)
  return named.length === 0 ? finding : titleOf(capital(named.join(', ')), lowerFirst(finding))
}

/** What was searched for, as it stands in the field; undefined where nothing was. */
export function searchedFor(find: string | undefined): string | undefined {
  return find ? `“${find}”` : undefined
}
