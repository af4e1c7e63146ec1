import { type ReactNode, useState } from 'react'
import { previewBase } from '../../api/preview.ts'
import { describeBoard } from '../../exhibits/board/Board.tsx'
import { fileNameOf } from '../../exhibits/export/file-name.ts'
import { boardPng, type PngScale, pngScales } from '../../exhibits/export/png-from-svg.ts'
import { longestWork, withinTime } from '../../exhibits/long-work.ts'
import { useLongWork } from '../../exhibits/use-long-work.ts'
import { downloadFile } from '../../ui/download-text.ts'
import { fetchPart } from '../../ui/fetch-part.ts'
import { LiveWords } from '../../ui/LiveWords.tsx'
import { MeasureLink } from '../../ui/MeasureLink.tsx'
import styles from './BriefingPage.module.css'
import { type BriefingFormat, briefingFormats } from './briefing-search.ts'
import { copyImage } from './copy-image.ts'
import { PictureWords } from './PictureWords.tsx'
import type { Briefing } from './use-briefing.ts'

export interface BriefingControlsProps {
  kpiId: string
  isClean: boolean
  /** null where the board has one form only */
  format: BriefingFormat | null
  /** undefined while it is drawn */
  briefing: Briefing | undefined
  onFormat: (format: BriefingFormat) => void
  onToggleClean: () => void
}

const formatWords: Record<BriefingFormat, string> = { wide: 'Slide, 16:9', half: 'Half an A4 page' }

/** Copy and save, in one row that is not part of the picture. */
export function BriefingControls({
  kpiId,
  isClean,
  format,
  briefing,
  onFormat,
  onToggleClean,
}: BriefingControlsProps) {
  const [status, setStatus] = useState('')
  // a picture of what is not published yet stays on its page
  const mayLeave = !previewBase()
  if (isClean) {
    return (
      <button type="button" className={`button ${styles.showControls}`} onClick={onToggleClean}>
        Show controls
      </button>
    )
  }
  return (
    <div className={`${styles.controls} screen-only`}>
      <MeasureLink id={kpiId}>Open the measure</MeasureLink>
      {mayLeave && briefing && <Copies briefing={briefing} onStatus={setStatus} />}
      {mayLeave && briefing && <Saves briefing={briefing} onStatus={setStatus} />}
      {format && (
        <label>
          Form{' '}
          <select
            className="select"
            value={format}
            onChange={({ target }) =>
              onFormat(briefingFormats.find((known) => known === target.value) ?? 'wide')
            }
          >
            {briefingFormats.map((one) => (
              <option key={one} value={one}>
                {formatWords[one]}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" className="button" onClick={onToggleClean}>
        Picture only
      </button>
      {briefing && <PictureWords />}
      <LiveWords className={styles.status}>{status}</LiveWords>
    </div>
  )
}

interface TakeProps {
  briefing: Briefing
  onStatus: (status: string) => void
}

function Copies({ briefing, onStatus }: TakeProps) {
  const { exhibits, board } = briefing
  const copy = async (what: string, work: () => Promise<void>) => {
    try {
      await withinTime(longestWork.file, work)
      onStatus(`${what} copied`)
    } catch {
      onStatus(`The browser refused to copy the ${what.toLowerCase()}: download it instead`)
    }
  }
  const sentences = exhibits.map(({ sentence }) => sentence).join('\n')
  return (
    <>
      <Press onPress={() => copy('Image', () => copyImage(board))}>Copy image</Press>
      <Press onPress={() => copy('Alt text', () => navigator.clipboard.writeText(describeBoard(exhibits)))}>
        Copy alt text
      </Press>
      <Press onPress={() => copy('Sentence', () => navigator.clipboard.writeText(sentences))}>
        Copy sentence
      </Press>
    </>
  )
}

function Saves({ briefing, onStatus }: TakeProps) {
  const { exhibits, board } = briefing
  const work = useLongWork()
  const save = async (ending: string, write: () => Promise<Blob>) => {
    if (work.isRunning) return
    const name = boardFileName(exhibits, ending)
    onStatus(`Preparing ${name}`)
    const outcome = await work.run(longestWork.file, write)
    if (outcome.kind === 'done') downloadFile(name, outcome.result)
    onStatus(
      {
        done: `Saved ${name}`,
        cancelled: 'Cancelled: nothing was saved',
        failed: `The file could not be made: ${outcome.kind === 'failed' ? outcome.reason : ''}`,
      }[outcome.kind],
    )
  }
  const savePng = (scale: PngScale) => save(`${scale}x.png`, () => boardPng(board, scale))
  return (
    <fieldset className={styles.saves}>
      <legend className="visually-hidden">Download</legend>
      {pngScales.map((scale) => (
        <Press key={scale} onPress={() => savePng(scale)}>
          PNG {scale}×
        </Press>
      ))}
      <Press onPress={() => save('svg', async () => new Blob([board.svg], { type: 'image/svg+xml' }))}>
        SVG
      </Press>
      <Press onPress={() => save('pptx', () => writeSlides(exhibits))}>PowerPoint</Press>
      {work.isRunning && <Press onPress={async () => work.cancel()}>Cancel</Press>}
    </fieldset>
  )
}

/** A slide for each measure; what writes them comes when it is asked for. */
async function writeSlides(exhibits: Briefing['exhibits']): Promise<Blob> {
  const [{ writeExhibitPptx, writePackPptx }, { deckSettings }] = await Promise.all([
    fetchPart(() => import('../../exhibits/export/write-pptx.ts')),
    fetchPart(() => import('../../exhibits/export/deck-settings.ts')),
  ])
  const [first, ...others] = exhibits
  if (others.length === 0) return await writeExhibitPptx(first, deckSettings())
  const items = exhibits.map((exhibit) => ({ group: '', note: '', exhibit }))
  return await writePackPptx('Briefing', items, deckSettings())
}

function Press({ onPress, children }: { onPress: () => Promise<void>; children: ReactNode }) {
  return (
    <button type="button" className="button" onClick={() => void onPress()}>
      {children}
    </button>
  )
}

/** @example one measure → '2026-10_ot-waiting_edition-12.svg'; several → '2026-10_ot-waiting_and-2-more_edition-12.svg' */
function boardFileName([first, ...others]: Briefing['exhibits'], ending: string): string {
  const fileStem = others.length > 0 ? `${first.fileStem}_and-${others.length}-more` : first.fileStem
  return fileNameOf({ ...first, fileStem }, ending)
}
