import { titleOf } from '../findings/title-of.ts'
import { countOf } from '../measures/format.ts'
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

/** How many rows of a list are shown, of how many there are. */
interface RowsShown {
  shown: number
  all: number
  /** of one row: 'measure' */
  noun: string
}

/**
 * What is found in the rows shown. Of those that were chosen by the very thing that the finding counts, how many there
 * are: what they are is named before it.
 *
 * @example 2 of 60, chosen by being overdue → '2 of 60 actions'; none → 'No actions'
 */
export function findingOfRows(
  { shown, all, noun }: RowsShown,
  isChosenByFinding: boolean,
  finding: () => string,
): string {
  if (shown === 0 && all > 0) return `No ${noun}s`
  return isChosenByFinding ? `${shown} of ${countOf(all, noun)}` : finding()
}

/** What was searched for, as it stands in the field; undefined where nothing was. */
export function searchedFor(find: string | undefined): string | undefined {
  return find ? `“${find}”` : undefined
}
