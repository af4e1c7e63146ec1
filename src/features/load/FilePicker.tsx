import { useRef, useState } from 'react'
import type { ChosenFile } from '../../api/loads.ts'
import { countOf } from '../../domain/measures/format.ts'
import { LiveWords } from '../../ui/LiveWords.tsx'
import { chosenFiles, droppedFiles } from './chosen-files.ts'
import styles from './LoadPage.module.css'
import { useDrop } from './use-drop.ts'
import type { Staging } from './use-staging.ts'

/** Where files come in: chosen by a field, a folder by another, or dropped. They are checked at once. */
export function FilePicker({ staging }: { staging: Staging }) {
  const [isEmpty, setEmpty] = useState(false)
  const take = (files: readonly ChosenFile[]) => {
    const sent = files.some(({ role }) => role !== 'mapping')
    setEmpty(!sent)
    if (sent) staging.send(files)
  }
  const area = useRef<HTMLDivElement>(null)
  const isOver = useDrop(area, (transfer) => void droppedFiles(transfer).then(take))
  if (staging.progress) return <Sending staging={staging} />
  return (
    <div ref={area} className={styles.picker} data-over={isOver}>
      <div className={styles.fields}>
        <FileField label="Choose files or a zip" onChosen={take} />
        <FileField label="Choose a folder" isFolder onChosen={take} />
      </div>
      <p className="note">
        Or drop files, a folder or a zip here. They are checked at once, and nothing is published by it. A
        file whose name ends in mapping.json is used as the mapping of the others.
      </p>
      <LiveWords className={styles.said}>
        {isEmpty &&
          'None of these files can be of a load: CSV, text, Excel, OpenDocument, JSON and zip files can.'}
        {staging.isCancelled && 'Cancelled. Nothing of these files was kept.'}
      </LiveWords>
      {staging.error && (
        <p className={styles.refused} role="alert">
          <strong>These files were not checked.</strong> {staging.error.message}{' '}
          <button type="button" className="link-button" onClick={() => staging.send(staging.files)}>
            Send them again
          </button>
        </p>
      )}
    </div>
  )
}

interface FileFieldProps {
  label: string
  isFolder?: boolean
  onChosen: (files: readonly ChosenFile[]) => void
}

function FileField({ label, isFolder = false, onChosen }: FileFieldProps) {
  return (
    <label>
      {label}
      <input
        type="file"
        multiple
        {...(isFolder && { webkitdirectory: '' })}
        onChange={({ target }) => {
          const files = chosenFiles(target.files ?? [])
          // the same files may be chosen again once they are put right
          target.value = ''
          if (files.length) onChosen(files)
        }}
      />
    </label>
  )
}

/** What has gone, then that it is read; either can be stopped. */
function Sending({ staging: { progress, files, cancel } }: { staging: Staging }) {
  const { sent, total } = progress ?? { sent: 0, total: 0 }
  const isSent = total > 0 && sent >= total
  const words = isSent
    ? 'The files have arrived. They are read, checked, and set against the latest edition.'
    : `Sending ${countOf(files.length, 'file')}, ${sizeWords(total || sizeOf(files))} in all.`
  return (
    <div className={styles.picker}>
      <p role="status">{words}</p>
      <div className={styles.progress}>
        <progress
          aria-label={isSent ? 'Checking the files' : 'Sending the files'}
          {...(isSent || total === 0 ? {} : { value: sent, max: total })}
        />
        <button type="button" className="button" onClick={cancel}>
          Cancel
        </button>
      </div>
      <p className="note">Nothing is published by checking.</p>
    </div>
  )
}

function sizeOf(files: readonly ChosenFile[]): number {
  return files.reduce((sum, { file }) => sum + file.size, 0)
}

/** @example 1_400_000 → '1.4 MB' */
function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1e6 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
