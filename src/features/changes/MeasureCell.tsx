import { Link } from '@tanstack/react-router'
import { keepView } from '../../ui/keep-view.ts'
import styles from './ChangesPage.module.css'

export interface MeasureCellProps {
  /** null where there is no page to lead to */
  kpi: string | null
  name: string
  /** smaller lines beneath */
  below?: readonly (string | null)[]
}

/** What a row is about, leading to the measure's own page. */
export function MeasureCell({ kpi, name, below = [] }: MeasureCellProps) {
  return (
    <>
      {kpi === null ? (
        name
      ) : (
        <Link to="/kpis/$id" params={{ id: kpi }} search={keepView}>
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
