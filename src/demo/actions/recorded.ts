import type { Action } from '../../domain/actions/action.ts'
import { type ActionEdit, changeAction } from '../../domain/actions/change-action.ts'
import { recordAction } from '../../domain/actions/record-action.ts'

/** An action with what became of it, from which each edition takes what it could know. */
export interface RecordedAction
  extends Pick<Action, 'id' | 'board' | 'raised' | 'action' | 'ownerRole' | 'due' | 'link' | 'release'> {
  /** who keeps this board's log */
  keeper: Keeper
  /** when work on it began, where it was not done at once */
  started: string | null
  /** when it was reported as done, waiting for the board */
  reported: string | null
  closed: string | null
  ended: 'closed' | 'superseded'
  whatChanged: string | null
  /** the meetings that carried it over, each with the new day */
  carried: readonly [on: string, to: string][]
}

interface Keeper {
  role: string
  name: string
}

type Story = Partial<
  Pick<
    RecordedAction,
    'started' | 'reported' | 'closed' | 'ended' | 'whatChanged' | 'carried' | 'release' | 'link'
  >
>

/** The log of one board. @example askedAt('HASSP', 'public', director)('A01', '2025-03-13', 'Report waits …', …) */
export function askedAt(board: string, release: Action['release'], keeper: Keeper) {
  return (
    id: string,
    raised: string,
    action: string,
    ownerRole: string,
    due: string,
    story: Story = {},
  ): RecordedAction => ({
    id,
    board,
    raised,
    action,
    ownerRole,
    due,
    link: null,
    release,
    keeper,
    started: null,
    reported: null,
    closed: null,
    ended: 'closed',
    whatChanged: null,
    carried: [],
    ...story,
  })
}

/** An action as it stood on a day, made by the rules that hold for everybody; null before it was raised. */
export function actionAt(recorded: RecordedAction, asAt: string): Action | null {
  const { id, keeper, raised, board, action, ownerRole, due, link, release } = recorded
  if (raised > asAt) return null
  const by = (day: string) => ({ ...keeper, day, at: `${day}T10:00:00Z` })
  return stepsOf(recorded)
    .filter(({ on }) => on <= asAt)
    .reduce(
      (before, { on, edit }) => {
        const outcome = changeAction(before, edit, by(on))
        if (outcome.kind !== 'changed') throw new Error(`${id} cannot become what it is said to on ${on}`)
        return outcome.action
      },
      recordAction(id, { raised, board, action, ownerRole, due, link, release }, by(raised)),
    )
}

interface Step {
  on: string
  edit: ActionEdit
}

/** What happened to an action, oldest first. */
function stepsOf({ started, reported, carried, closed, ended, whatChanged }: RecordedAction): Step[] {
  const steps: Step[] = carried.map(([on, to]) => ({ on, edit: { due: to } }))
  if (started !== null) steps.push({ on: started, edit: { status: 'in-progress' } })
  if (reported !== null) steps.push({ on: reported, edit: { status: 'awaiting-confirmation' } })
  if (closed !== null) steps.push({ on: closed, edit: { status: ended, whatChanged } })
  return steps.sort((a, b) => (a.on < b.on ? -1 : 1))
}
