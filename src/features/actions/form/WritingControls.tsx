import type { ActionStatus } from '../../../domain/actions/action.ts'
import type { ActionRow } from '../action-rows.ts'
import styles from './WritingControls.module.css'

export interface WritingControlsProps {
  row: ActionRow
  /** the states that it may be taken to by whoever is signed in */
  reachable: readonly ActionStatus[]
  /** whether something was begun on this device and not saved */
  hasDraft: boolean
  onStep: (status: ActionStatus) => void
  onChange: (to?: ActionStatus) => void
}

/** The next step of an action, and the form of everything else that may change. */
export function WritingControls({ row, reachable, hasDraft, onStep, onChange }: WritingControlsProps) {
  const { id, action } = row
  const of = <span className="visually-hidden"> action {id}</span>
  const step = nextStep(action.status, reachable)
  return (
    <div className={`${styles.controls} screen-only`}>
      {step && (
        <button
          type="button"
          className="button"
          onClick={() => (step.to === 'closed' ? onChange('closed') : onStep(step.to))}
        >
          {step.words}
          {of}
        </button>
      )}
      <button type="button" className="button" onClick={() => onChange()}>
        Update{of}
      </button>
      {hasDraft && <p className={styles.draft}>Draft kept on this device</p>}
    </div>
  )
}

/** What usually comes next; to close an action, somebody has to say what changed, which takes the form. */
function nextStep(
  status: ActionStatus,
  reachable: readonly ActionStatus[],
): { to: ActionStatus; words: string } | null {
  const steps: Record<ActionStatus, { to: ActionStatus; words: string }> = {
    open: { to: 'in-progress', words: 'Start' },
    'in-progress': { to: 'awaiting-confirmation', words: 'Report as done' },
    'awaiting-confirmation': { to: 'closed', words: 'Confirm and close' },
    closed: { to: 'in-progress', words: 'Reopen' },
    superseded: { to: 'open', words: 'Reopen' },
  }
  const step = steps[status]
  return reachable.includes(step.to) ? step : null
}
