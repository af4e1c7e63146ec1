import type { ChangeItem } from '../../../domain/trends/comparison.ts'
import styles from './ChangeList.module.css'

export interface ChangeListProps {
  changes: readonly ChangeItem[]
  /** whose means are drawn on the chart; null where none is chosen */
  selected: string | null
  onSelect: (id: string | null) => void
}

/** What came after each completed milestone and recorded change: one at a time on the screen, all on paper. */
export function ChangeList({ changes, selected, onSelect }: ChangeListProps) {
  if (changes.length === 0) return null
  return (
    <section className={styles.changes} aria-labelledby="before-and-after">
      <h2 className={styles.head} id="before-and-after">
        Before and after
      </h2>
      <p className="note screen-only">
        Choose one to see the measure before and after it. What came after need not have come because of it.
      </p>
      <ul>
        {changes.map((change) => {
          const isOpen = change.id === selected
          return (
            <li key={change.id}>
              <button
                type="button"
                className={styles.title}
                aria-expanded={isOpen}
                aria-controls={`change-${change.id}`}
                onClick={() => onSelect(isOpen ? null : change.id)}
              >
                {change.title}
              </button>{' '}
              <span className={styles.when}>{change.when}</span>
              <div
                id={`change-${change.id}`}
                className={isOpen ? styles.detail : `${styles.detail} print-only`}
              >
                <p>{change.sentence}</p>
                {change.means && <p>{change.means}</p>}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
