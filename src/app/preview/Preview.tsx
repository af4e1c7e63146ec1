import { useLocation } from '@tanstack/react-router'
import { createPortal } from 'react-dom'
import { previewBase, previewPath } from '../../api/preview.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import type { ResolvedView } from '../resolve-view.ts'
import styles from './Preview.module.css'

export interface PreviewProps {
  /** left out while it is not known what the load would make */
  resolved: ResolvedView | undefined
  /** of a page that stands alone: the mark is all that is said */
  isBare: boolean
  /** invented figures say so here as well */
  isIllustrative: boolean
}

/** Says of every page, and of every sheet of paper, that nothing of it is published; and leads back to the load. */
export function Preview({ resolved, isBare, isIllustrative }: PreviewProps) {
  return (
    <>
      {resolved && !isBare && <PreviewBar resolved={resolved} isIllustrative={isIllustrative} />}
      {/* in the window itself: a frame that pages ask for its width may hold what is fixed in it */}
      {createPortal(
        <aside className={styles.mark} aria-label="Preview">
          <strong>PREVIEW</strong> Not published
        </aside>,
        document.body,
      )}
      {createPortal(
        <p className={styles.watermark} aria-hidden="true">
          PREVIEW
        </p>,
        document.body,
      )}
    </>
  )
}

const audienceWords = { exact: 'officers', protected: 'the panel' } as const

interface PreviewBarProps {
  resolved: ResolvedView
  isIllustrative: boolean
}

function PreviewBar({ resolved: { edition, latest, view }, isIllustrative }: PreviewBarProps) {
  const pathname = useLocation({ select: (place) => place.pathname })
  const { load, audience } = placeOf(previewBase())
  const other = audience === 'exact' ? 'protected' : 'exact'
  return (
    <section className={styles.bar} aria-label="This preview">
      <div className={`page ${styles.row}`}>
        <strong className={styles.word}>PREVIEW</strong>
        {isIllustrative && <strong>Illustrative data</strong>}
        <span>
          {edition.number === latest.number
            ? `Edition ${edition.number} as it would be, for ${audienceWords[view.audience]}`
            : `Edition ${edition.number}, which is published, for ${audienceWords[view.audience]}`}
        </span>
        <span>Data as at {formatDate(edition.dataAsAt)}</span>
        <span>Nothing can be changed, downloaded or shared from here.</span>
        <span className={`${styles.ways} screen-only`}>
          {/* another app each: what one of them has read is no answer to the next */}
          <a href={previewPath(load, other) + pathname}>Look at it for {audienceWords[other]}</a>
          <a href={`/load?load=${encodeURIComponent(load)}`}>Back to the load</a>
        </span>
      </div>
    </section>
  )
}

/** @example '/previews/4f0c/protected' → load '4f0c', audience 'protected' */
function placeOf(base: string): { load: string; audience: 'exact' | 'protected' } {
  const [, , load = '', audience] = base.split('/')
  return { load: decodeURIComponent(load), audience: audience === 'exact' ? 'exact' : 'protected' }
}
