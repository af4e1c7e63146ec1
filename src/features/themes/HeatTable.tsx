import { keyboardStop } from '../../ui/keyboard-stop.ts'
import styles from './HeatTable.module.css'
import { type HeatTableModel, heatSteps } from './heat-table.ts'

export interface HeatTableProps {
  model: HeatTableModel
  caption: string
  /** what a row is: 'Type of abuse' */
  head: string
}

/** Counts and shares in words and figures; the shade only repeats the share. */
export function HeatTable({ model, caption, head }: HeatTableProps) {
  return (
    <>
      <section className={`wide ${styles.frame}`} aria-label={caption} {...keyboardStop}>
        <table className={styles.heat}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {model.columns.map(({ period, label, base, isProvisional }) => (
                <th key={period} scope="col" className={styles.number}>
                  {label}
                  {isProvisional && ' [p]'}
                  <span className={styles.base}>of {base}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {model.rows.map(({ member, label, cells }) => (
              <tr key={member}>
                <th scope="row">{label}</th>
                {cells.map(({ period, count, share, depth }) => (
                  <td key={period} className={styles.number} data-depth={depth}>
                    {count}
                    <span className={styles.share}>{share}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {model.hasShares && (
        <p className={styles.key}>
          Shade, by share:
          {heatSteps.map((step, depth) => (
            <span key={step} className={styles.step} data-depth={depth}>
              {stepInWords(step, heatSteps[depth + 1])}
            </span>
          ))}
        </p>
      )}
    </>
  )
}

function stepInWords(from: number, next: number | undefined): string {
  if (next === undefined) return `${from}% and over`
  return from === 0 ? `under ${next}%` : `${from}% to under ${next}%`
}
