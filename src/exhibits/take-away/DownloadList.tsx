import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ExhibitKind, ExhibitRef } from '../../domain/exhibits/exhibit-ref.ts'
import { useExhibitSource } from '../exhibit-source.ts'
import { type Download, downloads } from './downloads.ts'
import styles from './TakeAwayMenu.module.css'

export interface DownloadListProps {
  exhibitRef: ExhibitRef
  /** what is going on, in words for everybody */
  onStatus: (status: string) => void
  onDone: () => void
}

/** Kinds that are drawn, not only listed. */
const pictured: ReadonlySet<ExhibitKind> = new Set(['trend', 'breakdown', 'together', 'gap', 'safeguarding'])

/** The forms in which the chart or table can be saved. */
export function DownloadList({ exhibitRef, onStatus, onDone }: DownloadListProps) {
  const queries = useQueryClient()
  const { load, origin } = useExhibitSource()
  const [isBusy, setBusy] = useState(false)
  const save = async ({ name, save: write }: Download) => {
    setBusy(true)
    onStatus(`Preparing ${name}`)
    try {
      onStatus(`Saved ${await write(await load(exhibitRef, origin, queries))}`)
      onDone()
    } catch (error) {
      onStatus(`${name} could not be made: ${error instanceof Error ? error.message : 'unknown reason'}`)
    } finally {
      setBusy(false)
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
