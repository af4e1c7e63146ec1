import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ExhibitKind, ExhibitRef } from '../../domain/exhibits/exhibit-ref.ts'
import { downloadFile } from '../../ui/download-text.ts'
import { useExhibitSource } from '../exhibit-source.ts'
import { fileNameOf } from '../export/file-name.ts'
import { longestWork, outcomeOf } from '../long-work.ts'
import { type Download, downloads } from './downloads.ts'
import styles from './TakeAwayMenu.module.css'
import { useKeptOnPage } from './use-kept-on-page.ts'

export interface DownloadListProps {
  exhibitRef: ExhibitRef
  /** what it stands in: kept on the page, however narrow that is */
  panel: HTMLElement | null
  /** a file is being made: that goes on when the menu is closed */
  isBusy: boolean
  /** what is going on, in words for everybody, and how to cancel it */
  onStatus: (status: ReactNode) => void
  onDone: () => void
}

/** Kinds that are drawn, not only listed. */
const pictured: ReadonlySet<ExhibitKind> = new Set(['trend', 'breakdown', 'together', 'gap', 'safeguarding'])

/** The forms in which the chart or table can be saved. */
export function DownloadList({ exhibitRef, panel, isBusy, onStatus, onDone }: DownloadListProps) {
  useKeptOnPage(panel)
  const queries = useQueryClient()
  const { load, origin } = useExhibitSource()
  const save = async ({ name, make }: Download) => {
    const cancelling = new AbortController()
    onStatus(<Preparing name={name} onCancel={() => cancelling.abort()} />)
    const outcome = await outcomeOf(longestWork.file, cancelling.signal, async (signal) => {
      const exhibit = await load(exhibitRef, origin, queries)
      const { ending, file } = await make(exhibit, signal)
      return { name: fileNameOf(exhibit, ending), file }
    })
    switch (outcome.kind) {
      case 'done':
        downloadFile(outcome.result.name, outcome.result.file)
        onStatus(`Saved ${outcome.result.name}`)
        onDone()
        return
      case 'cancelled':
        onStatus(`Cancelled: no ${name} was saved`)
        return
      case 'failed':
        onStatus(`${name} could not be made: ${outcome.reason}`)
    }
  }
  const offered = downloads.filter(({ needsPicture }) => !needsPicture || pictured.has(exhibitRef.kind))
  return (
    <ul className={styles.list}>
      {offered.map((download) => (
        <li key={download.name}>
          <button
            type="button"
            className={styles.item}
            aria-disabled={isBusy}
            onClick={() => {
              if (!isBusy) void save(download)
            }}
          >
            {download.name}
            <span className={styles.about}>{download.about}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Preparing({ name, onCancel }: { name: string; onCancel: () => void }) {
  return (
    <>
      Preparing {name}{' '}
      <button
        type="button"
        className="button"
        onClick={({ currentTarget }) => {
          // this button goes: the focus returns to the menu
          currentTarget.closest('div')?.querySelector('summary')?.focus()
          onCancel()
        }}
      >
        Cancel
      </button>
    </>
  )
}
