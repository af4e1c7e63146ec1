import { useRef, useState } from 'react'
import type { ChosenFile } from '../../api/loads.ts'
import { countOf } from '../../domain/measures/format.ts'
import { LiveWords } from '../../ui/LiveWords.tsx'
import { useFocusLeftBehind } from '../../ui/use-focus-left-behind.ts'
import { chosenFiles, droppedFiles } from './chosen-files.ts'
import styles from './LoadPage.module.css'
import { useDrop } from './use-drop.ts'
import type { Progress, Staging } from './use-staging.ts'

/** Where files come in: chosen by a field, a folder by another, or dropped. They are checked at once. */
export function FilePicker({ staging }: { staging: Staging }) {
  const [isEmpty, setEmpty] = useState(false)
  const isSending = staging.progress !== null
  const take = (files: readonly ChosenFile[]) => {
    // one at a time: what is on its way is cancelled first
    if (isSending) return
    const sent = files.some(({ role }) => role !== 'mapping')
    setEmpty(!sent)
    if (sent) staging.send(files)
  }
  const area = useRef<HTMLFieldSetElement>(null)
  const isOver = useDrop(area, (transfer) => void droppedFiles(transfer).then(take))
  // the fields make way for what is sent, and come back
  useFocusLeftBehind(area, isSending)
  return (
    <fieldset
      ref={area}
      className={styles.picker}
      data-over={isOver}
      aria-label={isSending ? 'Files on their way' : 'Files to be checked'}
      tabIndex={-1}
    >
      <LiveWords className={styles.said}>{saidOf(staging, isEmpty)}</LiveWords>
      {isSending ? (
        <Sending staging={staging} />
      ) : (
        <>
          <div className={styles.fields}>
            <FileField label="Choose files or a zip" onChosen={take} />
            <FileField label="Choose a folder" isFolder onChosen={take} />
          </div>
          <p className="note">
            Or drop files, a folder or a zip here. They are checked at once, and nothing is published by it. A
            file whose name ends in mapping.json is used as the mapping of the others.
          </p>
        </>
      )}
      {staging.error && (
        <p className={styles.refused} role="alert">
          <strong>These files were not checked.</strong> {staging.error.message}{' '}
          <button type="button" className="link-button" onClick={() => staging.send(staging.files)}>
            Send them again
          </button>
        </p>
      )}
    </fieldset>
  )
}

/** What has come of the files, said as it comes: that they go, that they are read, that nothing is kept of them. */
function saidOf({ progress, files, isCancelled }: Staging, isEmpty: boolean): string {
  if (progress) {
    return isSent(progress)
      ? 'The files have arrived. They are read, checked, and set against the latest edition.'
      : `Sending ${countOf(files.length, 'file')}, ${sizeWords(progress.total || sizeOf(files))} in all.`
  }
  if (isEmpty) {
    return 'None of these files can be of a load: CSV, text, Excel, OpenDocument, JSON and zip files can.'
  }
  return isCancelled ? 'Cancelled. Nothing of these files was kept.' : ''
}

const isSent = ({ sent, total }: Progress) => total > 0 && sent >= total

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
function Sending({ staging: { progress, cancel } }: { staging: Staging }) {
  const { sent, total } = progress ?? { sent: 0, total: 0 }
  const hasArrived = isSent({ sent, total })
  return (
    <>
      <div className={styles.progress}>
        <progress
          aria-label={hasArrived ? 'Checking the files' : 'Sending the files'}
          {...(hasArrived || total === 0 ? {} : { value: sent, max: total })}
        />
        <button type="button" className="button" onClick={cancel}>
          Cancel
        </button>
      </div>
      <p className="note">Nothing is published by checking.</p>
    </>
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
