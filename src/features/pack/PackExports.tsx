import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { countOf } from '../../domain/measures/format.ts'
import type { Pack } from '../../domain/packs/pack.ts'
import { useExhibitSource } from '../../exhibits/exhibit-source.ts'
import { downloadFile } from '../../ui/download-text.ts'
import styles from './PackPage.module.css'
import { type ExportStep, type PackExport, packExports, packFileName } from './pack-exports.ts'
import { readPackItems } from './read-pack-items.ts'

interface Running {
  name: string
  step: ExportStep
  /** charts and tables that this step is through with */
  done: number
  cancel: () => void
}

/** The whole pack as one file of slides or one workbook; it can take a while, so it says how far it is. */
export function PackExports({ pack }: { pack: Pack }) {
  const queries = useQueryClient()
  const { load, origin } = useExhibitSource()
  const [running, setRunning] = useState<Running | null>(null)
  const [said, setSaid] = useState('')
  const buttons = useRef<HTMLFieldSetElement>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])
  const of = pack.items.length

  const save = async (chosen: PackExport) => {
    const cancelling = new AbortController()
    const { signal } = cancelling
    const cancel = () => cancelling.abort()
    stop.current = cancel
    setSaid('')
    const onProgress = (step: ExportStep, done: number) => {
      if (!signal.aborted) setRunning({ name: chosen.name, step, done, cancel })
    }
    onProgress('Reading', 0)
    try {
      const { items, leftOut } = await readPackItems(pack, { load, origin, queries, signal, onProgress })
      const file = await chosen.write({ name: pack.name || 'Pack', items, onProgress, signal })
      signal.throwIfAborted()
      const name = packFileName(pack, origin, chosen.ending)
      downloadFile(name, file)
      setSaid([`Saved ${name}.`, ...leftOutInWords(leftOut)].join(' '))
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown reason'
      setSaid(signal.aborted ? 'Cancelled: nothing was saved.' : `The file could not be made: ${reason}`)
    } finally {
      // the button that cancels goes, and the focus with it
      const hadFocus = buttons.current?.querySelector('[data-control="cancel"]') === document.activeElement
      setRunning(null)
      if (hadFocus) buttons.current?.querySelector('button')?.focus()
    }
  }

  return (
    <fieldset ref={buttons} className={styles.controls}>
      <legend className="visually-hidden">Save the pack</legend>
      {packExports.map((one) => (
        <button
          key={one.ending}
          type="button"
          className="button"
          aria-disabled={running !== null}
          onClick={() => {
            if (!running) void save(one)
          }}
        >
          {one.name}
        </button>
      ))}
      {running && (
        <>
          <progress aria-label={running.name} max={of} value={running.done} />
          <span className="figures">
            {running.step} {running.done} of {of}
          </span>
          <button type="button" className="button" data-control="cancel" onClick={running.cancel}>
            Cancel
          </button>
        </>
      )}
      <span role="status">
        {running ? `Preparing ${countOf(of, 'chart or table', 'charts and tables')}` : said}
      </span>
    </fieldset>
  )
}

function leftOutInWords(leftOut: readonly string[]): string[] {
  if (leftOut.length === 0) return []
  const isOrAre = leftOut.length === 1 ? 'is' : 'are'
  return [
    `${countOf(leftOut.length, 'item')} could not be read and ${isOrAre} left out: ${leftOut.join(' ')}`,
  ]
}
