import { useQuery } from '@tanstack/react-query'
import { analysisQuery } from '../../api/analysis.ts'
import { seriesQuery } from '../../api/series.ts'
import type { PinnedView } from '../../api/view.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import { borough } from '../../domain/measures/measure.ts'
import { MeasureLink } from '../../ui/MeasureLink.tsx'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import styles from './RelatedMeasures.module.css'
import { pointerOver, RelatedCursor, RelatedReading, RelatedSlider } from './RelatedReading.tsx'
import { buildRelated, type RelatedModel, type RelatedRow } from './related-rows.ts'
import { relatedMeasures } from './theme-measures.ts'

export interface RelatedMeasuresProps {
  view: PinnedView
  kpis: readonly DescribedKpi[]
}

/** What comes in, what becomes of it, and what is not finished: read together, on one time axis. */
export function RelatedMeasures({ view, kpis }: RelatedMeasuresProps) {
  const query = useQuery(seriesQuery(view, { kpi: relatedMeasures, dimension: borough.dimension }))
  return (
    <section className={`section ${styles.related}`} aria-labelledby="read-together">
      <div className="section-head">
        <h2 className="heading-2" id="read-together">
          Read it with
        </h2>
        <p>One time axis; each measure has a scale of its own, from zero</p>
      </div>
      <QueryPanel query={query} what="related measures" height="24rem">
        {({ series }) => {
          const model = buildRelated(kpis, series)
          if (!model) {
            return <EmptyState title="No related measures" detail="This edition holds none of them." />
          }
          return (
            <>
              <p className={`note ${styles.note}`}>
                More concerns may mean better awareness. A smaller share leading to an enquiry may mean more
                concerns of other kinds, or a higher bar. What stays open beyond 90 days shows whether what
                was begun is being finished.
              </p>
              <ul className={styles.rows}>
                {model.rows.map((row) => (
                  <RelatedMeasure key={row.kpi} row={row} model={model} view={view} />
                ))}
              </ul>
              <TimeAxis model={model} />
              <div className={styles.row}>
                <RelatedSlider model={model} />
              </div>
            </>
          )
        }}
      </QueryPanel>
    </section>
  )
}

interface RelatedMeasureProps {
  row: RelatedRow
  model: RelatedModel
  view: PinnedView
}

function RelatedMeasure({ row, model, view }: RelatedMeasureProps) {
  const analysis = useQuery(analysisQuery(view, row.kpi))
  const finding = analysis.data?.series[0]?.finding
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <h3 className={styles.name}>
          <MeasureLink id={row.kpi}>{row.name}</MeasureLink>
        </h3>
        <RelatedReading row={row} model={model} />
        {finding && <p className={styles.finding}>{finding}</p>}
      </div>
      <div
        className={styles.plot}
        role="img"
        aria-label={`${row.name}, ${row.unit}, ${model.from} to ${model.to}; latest ${row.latest}, ${row.at}`}
        {...pointerOver(model)}
      >
        <svg className={styles.lines} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {model.years.map(({ label, left }) => (
            <path key={label} className={styles.grid} d={`M${left} 0V100`} />
          ))}
          {row.ticks.map(({ value, bottom }) => (
            <path
              key={value}
              className={value === 0 ? styles.axis : styles.grid}
              d={`M0 ${100 - bottom}H100`}
            />
          ))}
          {row.lines.map((line) => (
            <path key={line} className={styles.line} d={line} />
          ))}
        </svg>
        {row.ticks.map(({ value, label, bottom }) => (
          <span key={value} className={styles.tick} style={{ bottom: `${bottom}%` }} aria-hidden="true">
            {label}
          </span>
        ))}
        {row.last && (
          <span
            className={row.last.isProvisional ? styles.hollow : styles.dot}
            style={{ left: `${row.last.x}%`, bottom: `${row.last.y}%` }}
          />
        )}
        <RelatedCursor row={row} model={model} />
      </div>
    </li>
  )
}

function TimeAxis({ model }: { model: RelatedModel }) {
  return (
    <div className={styles.row} aria-hidden="true">
      <span className={styles.words} />
      <div className={styles.years}>
        {model.years.map(({ label, left }) => (
          <span key={label} style={{ left: `${left}%` }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  )
}
