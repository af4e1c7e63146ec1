import { countOf } from '../../domain/measures/format.ts'
import { MeasureLink } from '../../ui/MeasureLink.tsx'
import styles from './EmergingPage.module.css'
import type { ConfirmRow } from './emerging-model.ts'

/** Series with a figure far outside all others: an event or a mistake, and not tested before one of them is known. */
export function ToConfirm({ rows }: { rows: readonly ConfirmRow[] }) {
  if (rows.length === 0) return null
  return (
    <section className="section" aria-labelledby="to-confirm">
      <div className="section-head">
        <h2 className="heading-2" id="to-confirm">
          To confirm first
        </h2>
        <p>{countOf(rows.length, 'series', 'series')} with a figure far outside all others</p>
      </div>
      <ul className={styles.toConfirm}>
        {rows.map(({ key, kpi, measure, where, sentence }) => (
          <li key={key}>
            <h3 className="heading-3">
              <MeasureLink id={kpi}>{measure}</MeasureLink>
            </h3>
            <p>
              {where}: {sentence}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
