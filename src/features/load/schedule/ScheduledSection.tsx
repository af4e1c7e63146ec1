import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type LoadLogEntry, loadLogQuery } from '../../../api/load-log.ts'
import { callOffLoad, loadQuery } from '../../../api/loads.ts'
import { HereLink } from '../../../ui/HereLink.tsx'
import { LiveWords } from '../../../ui/LiveWords.tsx'
import { useFocusLeftBehind } from '../../../ui/use-focus-left-behind.ts'
import styles from '../LoadPage.module.css'
import { nextLook } from './next-look.ts'
import { scheduledInWords } from './scheduled-words.ts'

/** What waits for its time, and what did not come about at it; nothing where no time is set. */
export function ScheduledSection({ timezone }: { timezone: string }) {
  const log = useQuery({
    ...loadLogQuery(),
    refetchInterval: ({ state }) => nextLook(state.data?.loads.map(({ scheduled }) => scheduled)),
  })
  const [said, setSaid] = useState('')
  const words = useRef<HTMLDivElement>(null)
  const scheduled = log.data?.loads.filter((load) => load.scheduled) ?? []
  // with what was called off its button goes
  useFocusLeftBehind(words, scheduled.length)
  return (
    <>
      <div ref={words} tabIndex={-1}>
        <LiveWords className={styles.said}>{said}</LiveWords>
      </div>
      {scheduled.length > 0 && (
        <section className="section" aria-labelledby="scheduled">
          <div className="section-head">
            <h2 className="heading-2" id="scheduled">
              To be published at a time
            </h2>
          </div>
          <ul className={styles.plain}>
            {scheduled.map((load) => (
              <Scheduled key={load.id} load={load} timezone={timezone} onSaid={setSaid} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface ScheduledProps {
  load: LoadLogEntry
  timezone: string
  onSaid: (words: string) => void
}

function Scheduled({ load: { id, scheduled }, timezone, onSaid }: ScheduledProps) {
  const client = useQueryClient()
  const callOff = useMutation({
    mutationFn: () => callOffLoad(id),
    onSuccess: (load) => {
      client.setQueryData(loadQuery(id).queryKey, load)
      onSaid(`“${scheduled?.label}” is called off. Nothing of it was published.`)
    },
    // it may have been published meanwhile
    onSettled: async () => await client.invalidateQueries(),
  })
  if (!scheduled) return null
  const isWaiting = scheduled.state === 'waiting'
  return (
    <li className={styles.confirm}>
      <p>{scheduledInWords(scheduled, timezone)}</p>
      {callOff.error && (
        <p className={styles.refused} role="alert">
          <strong>It was not called off.</strong> {callOff.error.message}
        </p>
      )}
      <p className="screen-only">
        <HereLink changes={{ load: id }}>Look at its files</HereLink>
        {' · '}
        <button
          type="button"
          className="link-button"
          aria-disabled={callOff.isPending}
          onClick={() => !callOff.isPending && callOff.mutate()}
        >
          {isWaiting ? `Call off “${scheduled.label}”` : `Take “${scheduled.label}” off this list`}
        </button>
      </p>
    </li>
  )
}
