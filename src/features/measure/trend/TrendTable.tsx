import { unitPhrase } from '../../../domain/measures/format.ts'
import type { Frequency } from '../../../domain/periods/period.ts'
import type { TrendModel } from '../../../domain/trends/trend.ts'
import {
  buildForecastRows,
  buildTrendTable,
  hasFinerDifferences,
  periodNouns,
  type TrendTableRow,
} from '../../../domain/trends/trend-table.ts'
import { keyboardStop } from '../../../ui/keyboard-stop.ts'
import styles from './TrendTable.module.css'

export interface TrendTableProps {
  model: TrendModel
  title: string
  frequency: Frequency
}

/** The chart's own figures, newest first. */
export function TrendTable({ model, title, frequency }: TrendTableProps) {
  const noun = periodNouns[frequency]
  const rows = buildTrendTable(model.measure, model.points)
  const hasLimits = model.points.some(({ judgement }) => judgement !== null)
  return (
    <>
      <p className="note">
        [p] provisional, [r] revised, [x] no figure, [c] withheld, [b] the definition changed in between, [z]
        does not apply. {model.whyNoLimits}
        {hasFinerDifferences(model.measure, model.points) &&
          ' A difference with a decimal more than the figures is taken before they are rounded.'}
        {model.offScale.map((words) => ` ${words}.`)}
      </p>
      {/* wide tables scroll inside a named stop of the keyboard */}
      <section
        className={`wide ${styles.region} ${rows.some(isLong) ? styles.long : ''}`}
        aria-label={`${title}, table`}
        {...keyboardStop}
      >
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
              <th scope="col" className={numberClass(rows, 'planned')}>
                Planned
              </th>
              <th scope="col" className={numberClass(rows, 'gap')}>
                Gap to plan
              </th>
              <th scope="col" className={numberClass(rows, 'target')}>
                Target
              </th>
              {hasLimits && (
                <>
                  <th scope="col" className="number">
                    Lower limit
                  </th>
                  <th scope="col" className="number">
                    Mean
                  </th>
                  <th scope="col" className="number">
                    Upper limit
                  </th>
                  <th scope="col" className={styles.words}>
                    Real change
                  </th>
                </>
              )}
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.period}>
                <th scope="row" className="nowrap">
                  {row.label}
                </th>
                <td className="number nowrap">{row.value}</td>
                {frequency !== 'year' && <td className="number nowrap">{row.onPeriod}</td>}
                <td className="number nowrap">{row.onYear}</td>
                <td className={`${numberClass(rows, 'planned')} nowrap`}>{row.planned}</td>
                <td className={`${numberClass(rows, 'gap')} nowrap`}>{row.gap}</td>
                <td className={`${numberClass(rows, 'target')} nowrap`}>{row.target}</td>
                {hasLimits && (
                  <>
                    <td className="number nowrap">{row.lower}</td>
                    <td className="number nowrap">{row.mean}</td>
                    <td className="number nowrap">{row.upper}</td>
                    <td className={styles.words}>{row.change}</td>
                  </>
                )}
                <td>{row.status}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {model.fan.points.length > 0 && <ForecastTable model={model} title={title} />}
    </>
  )
}

/** A column that says of every period that it does not apply is left out on paper, where room is short. */
function numberClass(rows: readonly TrendTableRow[], column: 'planned' | 'gap' | 'target'): string {
  return rows.every((row) => row[column] === '[z]') ? 'number screen-only' : 'number'
}

const longFigure = 10

/** Whether its figures need the smallest print for a row to have room on a sheet. */
function isLong(row: TrendTableRow): boolean {
  return Object.values(row).some((cell: string) => cell.length > longFigure && /^[^a-z]+$/i.test(cell))
}

/** What the fan shows: if nothing changes. */
function ForecastTable({ model, title }: Pick<TrendTableProps, 'model' | 'title'>) {
  return (
    <section className={`wide ${styles.region}`} aria-label={`${title}, forecast`} {...keyboardStop}>
      <table className="figure-table">
        <caption>Forecast, if nothing changes</caption>
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col" className="number">
              Most likely
            </th>
            <th scope="col" className="number">
              8 chances in 10
            </th>
            <th scope="col" className="number">
              19 in 20
            </th>
          </tr>
        </thead>
        <tbody>
          {buildForecastRows(model.measure, model.fan.points).map((row) => (
            <tr key={row.period}>
              <th scope="row" className="nowrap">
                {row.label}
              </th>
              <td className="number nowrap">{row.median}</td>
              <td className="number nowrap">{row.within80}</td>
              <td className="number nowrap">{row.within95}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
