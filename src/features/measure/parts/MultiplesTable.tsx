import { memo, useDeferredValue } from 'react'
import { formatValue } from '../../../domain/measures/format.ts'
import { formatPeriod } from '../../../domain/periods/labels.ts'
import type { SmallMultiplesModel } from '../../../domain/trends/parts/small-multiples.ts'
import { shorthandOf } from '../../../domain/trends/point-words.ts'
import { HereLink } from '../../../ui/HereLink.tsx'
import { keyboardStop } from '../../../ui/keyboard-stop.ts'
import { breaksWords } from '../../../ui/long-words.ts'

export interface MultiplesTableProps {
  model: SmallMultiplesModel
  /** what the parts are of: 'Waiting for OT assessment by town' */
  title: string
  dimension: string
  /** whether names lead to their trends; on paper they do not */
  hasLinks: boolean
}

/** The table as it is printed beside the pictures; made after they are painted, so that they do not wait for it. */
export function PrintedMultiplesTable({ model, ...props }: Omit<MultiplesTableProps, 'hasLinks'>) {
  const painted = useDeferredValue<SmallMultiplesModel | null>(model, null)
  return <div className="print-only">{painted && <SettledTable model={painted} {...props} />}</div>
}

/** the most parts with long names that stand side by side on A4 */
const partsOnSheet = 6

const SettledTable = memo(({ model, ...props }: Omit<MultiplesTableProps, 'hasLinks'>) =>
  inGroups(model.multiples, partsOnSheet).map((multiples) => (
    <MultiplesTable key={multiples[0]?.member} {...props} model={{ ...model, multiples }} hasLinks={false} />
  )),
)

/** As few groups as hold `most` each, and as even as they can be: eight by six are four and four. */
function inGroups<T>(all: readonly T[], most: number): T[][] {
  const groups = Math.ceil(all.length / most)
  const size = Math.ceil(all.length / groups)
  return Array.from({ length: groups }, (_, group) => all.slice(group * size, (group + 1) * size))
}

/** The figures of every part, newest first, the parts in the order of their pictures. */
export function MultiplesTable({
  model: { multiples, measure },
  title,
  dimension,
  hasLinks,
}: MultiplesTableProps) {
  const periods = (multiples[0]?.points ?? []).map(({ period }) => period)
  return (
    <section className="wide" aria-label={`${title}, table`} {...keyboardStop}>
      <table className="figure-table">
        <caption className="visually-hidden">{title}, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Period</th>
            {multiples.map(({ member, label }) => (
              <th key={member} scope="col" className={`number ${breaksWords([label]) ?? ''}`}>
                {hasLinks ? <HereLink changes={{ dimension, member }}>{label}</HereLink> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods
            .map((period, row) => (
              <tr key={period}>
                <th scope="row" className="nowrap">
                  {formatPeriod(period)}
                </th>
                {multiples.map(({ member, points }) => {
                  const point = points[row]
                  return (
                    <td key={member} className="number nowrap">
                      {point &&
                        [
                          ...(point.value === null ? [] : [formatValue(measure, point.value)]),
                          ...shorthandOf(point),
                        ].join(' ')}
                    </td>
                  )
                })}
              </tr>
            ))
            .reverse()}
        </tbody>
      </table>
    </section>
  )
}
