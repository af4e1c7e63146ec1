import { type ReactNode, useState } from 'react'
import type { LoadComparison } from '../../../api/loads.ts'
import { countOf } from '../../../domain/measures/format.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { RecordTable } from '../../../ui/RecordTable.tsx'
import styles from '../LoadPage.module.css'
import { measureColumns, restatedColumns, verdictColumns } from './columns.tsx'

export interface ComparisonSectionProps {
  comparisons: readonly LoadComparison[]
  isPublished: boolean
}

/** What changes for one audience: verdicts first, then restated figures, then counts by measure. */
export function ComparisonSection({ comparisons, isPublished }: ComparisonSectionProps) {
  const [audience, setAudience] = useState<LoadComparison['audience']>('protected')
  const shown = comparisons.find((one) => one.audience === audience)
  if (!shown) return null
  const { verdicts, newlyOverdue, restated, furtherRestated, measures } = shown
  const title = isPublished ? 'Measure by measure' : 'Measure by measure, if it is published'
  return (
    <section className="section" aria-labelledby="comparison">
      <div className="section-head">
        <h2 className="heading-2" id="comparison">
          {title}
        </h2>
        <div className="filters end">
          <Choice
            label="As read by"
            all={null}
            value={audience}
            options={[
              ['protected', 'The panel and the public'],
              ['exact', 'Officers'],
            ]}
            onChoose={(chosen) => setAudience(chosen === 'exact' ? 'exact' : 'protected')}
          />
        </div>
      </div>
      <Part
        title={isPublished ? 'What is said otherwise' : 'What would be said otherwise'}
        count={countOf(verdicts.length, 'measure')}
        isLong={verdicts.length > mostOpen}
        empty="Verdicts on change and on targets stay as they are for every measure."
      >
        {verdicts.length > 0 && (
          <RecordTable
            caption="Changed verdicts, old beside new"
            columns={verdictColumns}
            rows={verdicts}
            keyOf={({ kpi }) => kpi}
          />
        )}
      </Part>
      {newlyOverdue.length > 0 && (
        <details className={styles.group}>
          <summary>
            <span>
              {countOf(newlyOverdue.length, 'measure')}{' '}
              {isPublished
                ? newlyOverdue.length === 1
                  ? 'became overdue and counts'
                  : 'became overdue and count'
                : 'would be overdue and count'}{' '}
              as unknown, because the day of the edition moves on and no newer figure is here
            </span>
          </summary>
          <p className="note">{newlyOverdue.map(({ name }) => name).join('; ')}</p>
        </details>
      )}
      <Part
        title="Restated figures"
        count={countOf(restated.length + furtherRestated, 'figure')}
        empty="No final figure says something else, and no provisional one moves by more than a tenth."
      >
        {restated.length > 0 && <RestatedFigures restated={restated} />}
        {furtherRestated > 0 && (
          <p className="note">And {countOf(furtherRestated, 'more figure')}, counted below.</p>
        )}
      </Part>
      <Part
        title="Figures by measure"
        count={countOf(measures.length, 'measure')}
        isLong={measures.length > mostOpen}
        empty="No figure is new or another one."
      >
        {measures.length > 0 && (
          <RecordTable
            caption="New and changed figures, by measure, over all breakdowns"
            columns={measureColumns(measures)}
            rows={measures}
            keyOf={({ kpi }) => kpi}
          />
        )}
      </Part>
    </section>
  )
}

/** Rows up to which a table is open from the start. */
const mostOpen = 10

/** Old beside new; of very many, by measure. */
function RestatedFigures({ restated }: Pick<LoadComparison, 'restated'>) {
  const table = (rows: LoadComparison['restated'], of: string) => (
    <RecordTable
      caption={`Restated figures, old beside new${of}`}
      columns={restatedColumns}
      rows={rows}
      keyOf={({ kpi, dimension, member, period }) => `${kpi} ${dimension} ${member} ${period}`}
    />
  )
  if (restated.length <= mostOpen) return table(restated, '')
  return [...Map.groupBy(restated, ({ kpi }) => kpi)].map(([kpi, rows]) => {
    const name = rows[0]?.name ?? kpi
    return (
      <details key={kpi} className={styles.group}>
        <summary>
          <span>{name}</span> <span className={styles.count}>{rows.length}</span>
        </summary>
        {table(rows, `: ${name}`)}
      </details>
    )
  })
}

interface PartProps {
  title: string
  count: string
  empty: string
  /** folded until it is asked for */
  isLong?: boolean
  children: ReactNode
}

function Part({ title, count, empty, isLong = false, children }: PartProps) {
  const isEmpty = Array.isArray(children) ? !children.some(Boolean) : !children
  const heading = (
    <h3 className="heading-3">
      {title}
      {!isEmpty && <span className={styles.of}> {count}</span>}
    </h3>
  )
  if (isLong) {
    return (
      <details className={`${styles.part} ${styles.group}`}>
        <summary>{heading}</summary>
        {children}
      </details>
    )
  }
  return (
    <div className={styles.part}>
      {heading}
      {isEmpty ? <p className="note">{empty}</p> : children}
    </div>
  )
}
