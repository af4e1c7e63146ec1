import type { AskedSource } from '../../../api/sources.ts'
import { LiveWords } from '../../../ui/LiveWords.tsx'
import styles from '../LoadPage.module.css'
import { useAskSource } from './use-ask-source.ts'

export interface AskForRowsProps {
  /** whose files had errors */
  source: string
  onAsked: (asked: AskedSource) => void
}

/** Files with errors are not kept: their rows are seen by having the source read again. */
export function AskForRows({ source, onAsked }: AskForRowsProps) {
  const asking = useAskSource(source, onAsked)
  return (
    <div className={styles.part}>
      <p className="screen-only">
        Files with errors are not kept, so their rows are not shown.{' '}
        <button
          type="button"
          className="link-button"
          aria-disabled={asking.isPending}
          onClick={() => !asking.isPending && asking.mutate()}
        >
          {`Ask ${source} again, and show the rows`}
        </button>
      </p>
      <LiveWords className={styles.said}>
        {asking.isPending &&
          `Asking ${source}. What it has now is checked, and set against the latest edition.`}
      </LiveWords>
      {asking.error && (
        <p className={styles.refused} role="alert">
          <strong>It was not asked.</strong> {asking.error.message}
        </p>
      )}
      {asking.data?.outcome === 'failed' && (
        <p className={styles.refused} role="alert">
          {asking.data.words}
        </p>
      )}
    </div>
  )
}
