import type { Action } from '../../domain/actions/action.ts'
import { type ReleaseState, stateOfRelease } from '../../domain/actions/release-state.ts'

/** The newest edition with its log, beside which the log of today is read. */
export interface NewestLog {
  edition: number
  actions: readonly Action[]
}

/** What others may read of an action, for officers, who have to know; null where it is for officers alone. */
export function writeRelease(action: Action, newest: NewestLog | null): string | null {
  if (!newest) return action.release === 'public' ? 'Published to the panel' : null
  const { edition, actions } = newest
  const frozen = actions.find(({ id }) => id === action.id)
  const words: Record<ReleaseState, string | null> = {
    officers: null,
    published: `Published to the panel, as it is, with edition ${edition}`,
    'published-as-it-was': `The panel reads it as in edition ${edition}, without later changes, until edition ${edition + 1}`,
    'with-next-edition': `Not public yet: with edition ${edition + 1}`,
    'taken-back': `Taken back: stands in edition ${edition}, and will not in edition ${edition + 1}`,
  }
  return words[stateOfRelease(action, frozen)]
}

/**
 * What will be public and when, as the form says it beside the choice.
 *
 * @param release what is chosen in the form
 * @param newest null while the newest edition is not known
 */
export function writePublication(release: string, id: string | null, newest: NewestLog | null): string {
  const next = newest ? `edition ${newest.edition + 1}` : 'the next edition'
  const frozen = newest?.actions.find((action) => action.id === id)
  const isShown = frozen?.release === 'public'
  if (release !== 'public') {
    return isShown
      ? `From ${next} on for officers only. Edition ${newest?.edition} goes on showing it to everybody: what is published stays as it is.`
      : 'Not public.'
  }
  const until = isShown
    ? `Until then everybody reads it as edition ${newest?.edition} has it.`
    : 'Until then only officers read it.'
  return `Will be public from ${next} on, as it then is: what is asked for, owner, board, dates, status, what changed, measure or milestone; and when dates and status changed. Not public: notes, earlier wordings, a milestone for officers. ${until}`
}
