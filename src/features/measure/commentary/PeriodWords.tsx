import { formatPeriod } from '../../../domain/periods/labels.ts'
import styles from './Commentary.module.css'
import { byline, type PeriodComments } from './comments.ts'
import { LightMarkdown } from './LightMarkdown.tsx'

export interface PeriodWordsProps extends PeriodComments {
  timezone: string
  audience: 'exact' | 'protected'
}

/** What each role said of one period. */
export function PeriodWords({ period, comments, timezone, audience }: PeriodWordsProps) {
  return (
    <>
      <h3 className={styles.period}>On {formatPeriod(period)}</h3>
      <ul className={styles.items}>
        {comments.map((comment) => (
          <li key={comment.authorRole}>
            <LightMarkdown text={comment.text} />
            <p className={styles.by}>{byline(comment, timezone, audience)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
