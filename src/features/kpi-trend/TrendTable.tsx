import { unitPhrase } from '../../domain/measures/format.ts'
import type { Frequency } from '../../domain/periods/period.ts'
import type { TrendModel } from './chart-model.ts'
import { keyboardStop } from './keyboard-stop.ts'
import { buildTrendTable, periodNouns } from './model/trend-table.ts'
import styles from './TrendTable.module.css'

export interface TrendTableProps {
  model: TrendModel
  title: string
  frequency: Frequency
}

/** The chart's own figures, newest first. */
export function TrendTable({ model, title, frequency }: TrendTableProps) {
  const noun = periodNouns[frequency]
  return (
    <>
      <p className="note">
        [p] provisional, [r] revised, [x] no figure, [c] withheld, [b] the definition changed in between, [z]
        does not apply.
      </p>
      {/* wide tables scroll inside a named stop of the keyboard */}
      <section className={`wide ${styles.region}`} aria-label={`${title}, table`} {...keyboardStop}>
        <table className="figure-table">
          <caption className="visually-hidden">
            {title}, {unitPhrase(model.measure)}, by {noun}, newest first
          </caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <th scope="col" className="number">
                Value
              </th>
              {frequency !== 'year' && (
                <th scope="col" className="number">
                  On {noun}
                </th>
              )}
              <th scope="col" className="number">
                On year
              </th>
              <th scope="col" className="number">
                Planned
              </th>
              <th scope="col" className="number">
                Gap to plan
              </th>
              <th scope="col" className="number">
                Target
              </th>
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            {buildTrendTable(model.measure, model.points).map((row) => (
              <tr key={row.period}>
                <th scope="row" className="nowrap">
                  {row.label}
                </th>
                <td className="number nowrap">{row.value}</td>
                {frequency !== 'year' && <td className="number nowrap">{row.onPeriod}</td>}
                <td className="number nowrap">{row.onYear}</td>
                <td className="number nowrap">{row.planned}</td>
                <td className="number nowrap">{row.gap}</td>
                <td className="number nowrap">{row.target}</td>
                <td>{row.status}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
