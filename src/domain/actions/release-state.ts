import { type Action, type ActionField, actionFields } from './action.ts'

/**
 * What everybody may read of an action, now and from the next edition on: officers write in the log of today, and
 * the panel reads what an edition froze.
 */
export type ReleaseState =
  /** for officers, now and then */
  | 'officers'
  /** the newest edition shows it as it is */
  | 'published'
  /** the newest edition shows it as it was; what changed since comes with the next */
  | 'published-as-it-was'
  /** the next edition will show it */
  | 'with-next-edition'
  /** the newest edition shows it, and the next will not */
  | 'taken-back'

/** What of an action is public once it is released; notes and earlier wordings never are. */
const publicFields = actionFields.filter((field) => field !== 'release')

/**
 * @param frozen the same action in the newest edition; undefined where that does not have it
 * @example released today, for officers in the newest edition → 'with-next-edition'
 */
export function stateOfRelease(
  action: Pick<Action, ActionField>,
  frozen: typeof action | undefined,
): ReleaseState {
  const isShown = frozen?.release === 'public'
  if (action.release !== 'public') return isShown ? 'taken-back' : 'officers'
  if (!isShown) return 'with-next-edition'
  return publicFields.every((field) => action[field] === frozen[field]) ? 'published' : 'published-as-it-was'
}
