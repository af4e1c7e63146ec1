import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { countOf } from '../../domain/measures/format.ts'
import type { Pack } from '../../domain/packs/pack.ts'
import { useExhibitSource } from '../../exhibits/exhibit-source.ts'
import { longestWork } from '../../exhibits/long-work.ts'
import { useLongWork } from '../../exhibits/use-long-work.ts'
import { downloadFile } from '../../ui/download-text.ts'
import { LiveWords } from '../../ui/LiveWords.tsx'
import styles from './PackPage.module.css'
import { type ExportStep, type PackExport, packExports, packFileName } from './pack-exports.ts'
import { readPackItems } from './read-pack-items.ts'

interface Progress {
  name: string
  step: ExportStep
  /** charts and tables that this step is through with */
  done: number
}

/** The whole pack as one file of slides or one workbook; it can take a while, so it says how far it is. */
export function PackExports({ pack }: { pack: Pack }) {
  const queries = useQueryClient()
  const { load, origin } = useExhibitSource()
  const work = useLongWork()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [said, setSaid] = useState('')
  const buttons = useRef<HTMLFieldSetElement>(null)
  const of = pack.items.length
  const running = work.isRunning ? progress : null

  const save = async (chosen: PackExport) => {
    setSaid('')
    const outcome = await work.run(longestWork.pack, async (signal) => {
      const onProgress = (step: ExportStep, done: number) => {
        if (!signal.aborted) setProgress({ name: chosen.name, step, done })
      }
      onProgress('Reading', 0)
      const { items, absent } = await readPackItems(pack, { load, origin, queries, signal, onProgress })
      return { absent, file: await chosen.write({ name: pack.name || 'Pack', items, onProgress, signal }) }
    })
    // the button that cancels has gone, and the focus with it
    if (document.activeElement === document.body) buttons.current?.querySelector('button')?.focus()
    setProgress(null)
    if (outcome.kind === 'done') {
      const name = packFileName(pack, origin, chosen.ending)
      downloadFile(name, outcome.result.file)
      setSaid([`Saved ${name}.`, ...absentInWords(outcome.result.absent)].join(' '))
    } else {
      setSaid(
        outcome.kind === 'cancelled'
          ? 'Cancelled: nothing was saved.'
          : `The file could not be made: ${outcome.reason}`,
      )
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
          aria-disabled={work.isRunning}
          onClick={() => {
            if (!work.isRunning) void save(one)
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
          <button type="button" className="button" data-control="cancel" onClick={work.cancel}>
            Cancel
          </button>
        </>
      )}
      <LiveWords>
        {running ? `Preparing ${countOf(of, 'chart or table', 'charts and tables')}` : said}
      </LiveWords>
    </fieldset>
  )
}

function absentInWords(absent: readonly string[]): string[] {
  if (absent.length === 0) return []
  const says = absent.length === 1 ? 'says' : 'say'
  return [`${countOf(absent.length, 'item')} cannot be shown and ${says} so: ${absent.join(' ')}`]
}
