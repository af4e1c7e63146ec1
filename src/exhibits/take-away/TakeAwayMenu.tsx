import { type KeyboardEvent, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { ExhibitRef } from '../../domain/exhibits/exhibit-ref.ts'
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx'
import { LiveWords } from '../../ui/LiveWords.tsx'
import { lazyPart } from '../../ui/lazy-part.ts'
import { Loading } from '../../ui/states.tsx'
import { AddToPack } from './AddToPack.tsx'
import styles from './TakeAwayMenu.module.css'

// what is offered, and how it is made, comes when the menu is opened
const DownloadList = lazyPart(() => import('./DownloadList.tsx').then(({ DownloadList }) => DownloadList))

export interface TakeAwayProps {
  /** which chart or table stands beside it */
  exhibit: ExhibitRef
  /** names it for a screen reader: 'Add to pack: Improvement plan milestones' */
  title: string
}

/** Download, and add to a pack, for the chart or table that stands beside it. */
export function TakeAwayMenu({ exhibit, title }: TakeAwayProps) {
  const [status, setStatus] = useState<ReactNode>('')
  return (
    <div className={`${styles.menu} screen-only`}>
      <AddToPack exhibitRef={exhibit} title={title} onStatus={setStatus} />
      <Downloads exhibitRef={exhibit} title={title} status={status} onStatus={setStatus} />
      <LiveWords className={styles.status}>{status}</LiveWords>
    </div>
  )
}

interface DownloadsProps {
  exhibitRef: ExhibitRef
  title: string
  /** a plain text, but with a button that cancels while a file is being made */
  status: ReactNode
  onStatus: (status: ReactNode) => void
}

function Downloads({ exhibitRef, title, status, onStatus }: DownloadsProps) {
  const details = useRef<HTMLDetailsElement>(null)
  // told once it is there: a list that is there already is mounted before the panel around it
  const [panel, setPanel] = useState<HTMLElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const isBusy = typeof status !== 'string'
  // in a page that came drawn the browser may have opened it before the app was there
  useEffect(() => setOpen(details.current?.open ?? false), [])
  const close = () => {
    // whoever has closed it meanwhile is elsewhere
    if (!details.current?.open) return
    details.current.removeAttribute('open')
    details.current.querySelector('summary')?.focus()
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && isOpen) close()
  }
  return (
    <details
      ref={details}
      className={styles.details}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
        // what came of the last one has been read by whoever asks for another
        if (currentTarget.open && !isBusy) onStatus('')
      }}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget, currentTarget }) => {
        // leaving by Tab closes it; a press on nothing leaves it open, as a disclosure does
        if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false
      }}
    >
      <summary className="button">
        Download<span className="visually-hidden">: {title}</span>
      </summary>
      {isOpen && (
        <div className={styles.panel} ref={setPanel}>
          <ErrorBoundary title="The downloads could not be shown">
            <Suspense fallback={<Loading label="Loading" />}>
              <DownloadList
                exhibitRef={exhibitRef}
                panel={panel}
                isBusy={isBusy}
                onStatus={onStatus}
                onDone={close}
              />
            </Suspense>
          </ErrorBoundary>
        </div>
      )}
    </details>
  )
}
