import { useState } from 'react'
import type { Commentary } from '../../../api/commentary.ts'
import { formatPeriod } from '../../../domain/periods/labels.ts'
import styles from './Commentary.module.css'
import { byline } from './comments.ts'
import { LightMarkdown } from './LightMarkdown.tsx'

export interface DraftItemProps {
  draft: Commentary
  timezone: string
  /** of the role that is signed in */
  isOwn: boolean
  onChange: () => void
  onDelete: () => void
}

/** A draft as officers read it; its own role changes it, or takes it back. */
export function DraftItem({ draft, timezone, isOwn, onChange, onDelete }: DraftItemProps) {
  const [asked, setAsked] = useState<'not-yet' | 'asking' | 'kept'>('not-yet')
  const on = formatPeriod(draft.period)
  return (
    <li>
      <h4 className={styles.period}>On {on}</h4>
      <LightMarkdown text={draft.text} />
      <p className={styles.by}>Draft. {byline(draft, timezone, 'exact')}</p>
      {isOwn && (
        <div className={styles.tools}>
          {asked === 'asking' ? (
            <>
              <span>Delete this draft?</span>
              <button key="delete" type="button" className="button" onClick={onDelete}>
                Delete the draft on {on}
              </button>
              <button
                key="keep"
                type="button"
                className="button"
                ref={takeFocus}
                onClick={() => setAsked('kept')}
              >
                Keep it
              </button>
            </>
          ) : (
            <>
              <button type="button" className="button" onClick={onChange}>
                Change <span className="visually-hidden">the draft on {on}</span>
              </button>
              <button
                key="ask"
                type="button"
                className="button"
                ref={asked === 'kept' ? takeFocus : undefined}
                onClick={() => setAsked('asking')}
              >
                Delete <span className="visually-hidden">the draft on {on}</span>
              </button>
            </>
          )}
        </div>
      )}
    </li>
  )
}

/** The safe choice comes first: a second press of the same key must not delete. */
function takeFocus(button: HTMLButtonElement | null) {
  button?.focus()
}
