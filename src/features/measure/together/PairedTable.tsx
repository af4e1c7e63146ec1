import { unitPhrase } from '../../../domain/measures/format.ts'
import type { PairedModel } from '../../../domain/trends/together/paired-model.ts'
import { buildPairedTable } from '../../../domain/trends/together/paired-words.ts'
import { keyboardStop } from '../../../ui/keyboard-stop.ts'

/** The figures of all charts by month, newest first. */
export function PairedTable({ model }: { model: PairedModel }) {
  return (
    <>
      <p className="note">
        [p] provisional, [r] revised, [x] no figure, [c] withheld, [z] no quarter or year ends in that month.
      </p>
      <section className="wide" aria-label="Read together, table" {...keyboardStop}>
        <table className="figure-table">
          <caption className="visually-hidden">Measures that are read together, newest month first</caption>
          <thead>
            <tr>
              <th scope="col">Month</th>
              {model.charts.map(({ id, name, kpi }) => (
                <th key={id} scope="col" className="number">
                  {name}, {unitPhrase(kpi)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {buildPairedTable(model).map(({ month, label, cells }) => (
              <tr key={month}>
                <th scope="row" className="nowrap">
                  {label}
                </th>
                {model.charts.map(({ id }, column) => (
                  <td key={id} className="number nowrap">
                    {cells[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
