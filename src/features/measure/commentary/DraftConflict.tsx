import { useEffect, useRef } from 'react'
import type { Commentary } from '../../../api/commentary.ts'
import styles from './Commentary.module.css'
import { byline } from './comments.ts'
import type { DraftWords } from './draft-words.ts'
import { LightMarkdown } from './LightMarkdown.tsx'

export interface DraftConflictProps {
  mine: DraftWords
  /** what stands now; null where it was taken back */
  theirs: Commentary | null
  timezone: string
  isSaving: boolean
  onKeepMine: () => void
  onGoOn: () => void
  onTakeTheirs: () => void
}

/** Two in one role wrote at once: both texts, and a choice. Nothing is lost until it is made. */
export function DraftConflict({ mine, theirs, timezone, isSaving, ...choose }: DraftConflictProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={styles.conflict}>
      <h5 className={styles.formHead} ref={heading} tabIndex={-1}>
        Not saved: the draft was {theirs ? 'changed' : 'deleted'} meanwhile
      </h5>
      <p className="note">
        Somebody else in your role was first, perhaps you in another window. Choose which words shall stand.
      </p>
      <div className={styles.sides}>
        <div>
          <p className={styles.label}>Yours, not saved</p>
          <LightMarkdown text={mine.text} />
          <p className={styles.by}>
            {mine.release === 'public' ? 'To be approved for publication' : 'For officers only'}
          </p>
        </div>
        <div>
          <p className={styles.label}>As it stands now</p>
          {theirs ? (
            <>
              <LightMarkdown text={theirs.text} />
              <p className={styles.by}>{byline(theirs, timezone, 'exact')}</p>
            </>
          ) : (
            <p className={styles.none}>There is no draft any more.</p>
          )}
        </div>
      </div>
      <div className={styles.tools}>
        <button type="button" className="button" disabled={isSaving} onClick={choose.onKeepMine}>
          Save mine {theirs ? 'in its place' : 'again'}
        </button>
        <button type="button" className="button" onClick={choose.onTakeTheirs}>
          {theirs ? 'Keep what stands now' : 'Leave it deleted'}
        </button>
        <button type="button" className="button" onClick={choose.onGoOn}>
          Go on writing mine
        </button>
      </div>
    </div>
  )
}
