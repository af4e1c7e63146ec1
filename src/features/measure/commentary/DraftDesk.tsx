import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type Commentary, commentaryDraftsQuery } from '../../../api/commentary.ts'
import { formatPeriod } from '../../../domain/periods/labels.ts'
import type { Frequency } from '../../../domain/periods/period.ts'
import { LiveWords } from '../../../ui/LiveWords.tsx'
import { QueryPanel } from '../../../ui/QueryPanel.tsx'
import styles from './Commentary.module.css'
import { groupComments, periodsToWriteOn } from './comments.ts'
import { DraftForm } from './DraftForm.tsx'
import { DraftItem } from './DraftItem.tsx'
import { failureInWords } from './draft-words.ts'
import { hasKeptWords } from './use-draft-words.ts'
import { isConflict, useDeleteDraft } from './use-save-draft.ts'

export interface DraftDeskProps {
  kpi: { id: string; name: string; frequency: Frequency }
  /** what the session calls the role */
  author: string
  /** day of the newest edition */
  dataAsAt: string
  timezone: string
  /** the one that drafts are for */
  nextEdition: number
}

/** Where officers read and write what the next edition will say of a measure. */
export function DraftDesk(props: DraftDeskProps) {
  const query = useQuery(commentaryDraftsQuery())
  return (
    <div className={styles.desk}>
      <QueryPanel query={query} what="drafts" height="6rem">
        {({ commentary }) => (
          <Drafts {...props} drafts={commentary.filter(({ kpi }) => kpi === props.kpi.id)} />
        )}
      </QueryPanel>
    </div>
  )
}

function Drafts({
  kpi,
  author,
  dataAsAt,
  timezone,
  nextEdition,
  drafts,
}: DraftDeskProps & { drafts: readonly Commentary[] }) {
  const periods = periodsToWriteOn(kpi.frequency, dataAsAt)
  const placeOf = (period: string) => ({ kpi: kpi.id, period, authorRole: author })
  // words that were not saved when the page was left are on it again
  const [editing, setEditing] = useState(() => periods.find((one) => hasKeptWords(placeOf(one))) ?? null)
  const [isAskedFor, setIsAskedFor] = useState(false)
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const remove = useDeleteDraft()
  const finish = (message: string) => {
    setEditing(null)
    setSaid(message)
    heading.current?.focus()
  }
  const open = (period: string | null) => {
    setIsAskedFor(true)
    setSaid('')
    remove.reset()
    setEditing(period)
  }
  return (
    <>
      <h3 className={styles.deskHead} ref={heading} tabIndex={-1}>
        Drafts for the next edition
      </h3>
      <p className={styles.none}>Not published until then; shown to officers only.</p>
      <ul className={styles.items}>
        {groupComments(drafts, kpi.id)
          .flatMap(({ comments }) => comments)
          .filter(({ period, authorRole }) => period !== editing || authorRole !== author)
          .map((draft) => (
            <DraftItem
              key={`${draft.period} ${draft.authorRole}`}
              draft={draft}
              timezone={timezone}
              isOwn={draft.authorRole === author}
              onChange={() => open(draft.period)}
              onDelete={() => {
                setSaid('')
                remove.mutate(draft, {
                  onSuccess: () => setSaid(`The draft on ${formatPeriod(draft.period)} is deleted.`),
                })
                heading.current?.focus()
              }}
            />
          ))}
      </ul>
      <LiveWords className={styles.said}>{said}</LiveWords>
      {remove.error && (
        <p role="alert" className={styles.failure}>
          The draft was not deleted, and is here again.{' '}
          {isConflict(remove.error)
            ? 'It was changed meanwhile: read it before you delete it.'
            : failureInWords(remove.error, false)}
        </p>
      )}
      {editing === null ? (
        <button type="button" className="button" onClick={() => open(periods[0] ?? null)}>
          Write a comment for the next edition
        </button>
      ) : (
        <DraftForm
          place={placeOf(editing)}
          measure={kpi.name}
          periods={periods.includes(editing) ? periods : [...periods, editing]}
          drafts={drafts.filter(({ authorRole }) => authorRole === author)}
          timezone={timezone}
          nextEdition={nextEdition}
          takesFocus={isAskedFor}
          onPeriod={setEditing}
          onSaved={() => finish(`The draft on ${formatPeriod(editing)} is saved.`)}
          onClose={() => finish('')}
        />
      )}
    </>
  )
}
