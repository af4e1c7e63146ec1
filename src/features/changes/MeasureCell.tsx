import { Link } from '@tanstack/react-router'
import styles from './ChangesPage.module.css'

export interface MeasureCellProps {
  /** null where there is no page to lead to */
  kpi: string | null
  name: string
  /** the member of a breakdown that is meant; left out for the measure's own page */
  part?: { dimension: string; member: string } | null
  /** smaller lines beneath */
  below?: readonly (string | null)[]
}

/** What a row is about, leading to the measure's own page. */
export function MeasureCell({ kpi, name, part = null, below = [] }: MeasureCellProps) {
  return (
    <>
      {kpi === null ? (
        name
      ) : (
        <Link to="/kpis/$id" params={{ id: kpi }} search={{ ...part }}>
          {name}
        </Link>
      )}
      {below.map((line) =>
        line ? (
          <span key={line} className={styles.sub}>
            {line}
          </span>
        ) : null,
      )}
    </>
  )
}
