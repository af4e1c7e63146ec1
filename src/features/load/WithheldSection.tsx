import type { Load } from '../../api/loads.ts'
import { countOf } from '../../domain/measures/format.ts'
import { formatPeriod } from '../../domain/periods/labels.ts'
import { RecordTable } from '../../ui/RecordTable.tsx'
import styles from './LoadPage.module.css'

type Rule = NonNullable<Load['withheld']>[number]
type Withheld = Rule['newest'][number]

export interface WithheldSectionProps {
  withheld: readonly Rule[]
  /** what measures are called, by id */
  names: ReadonlyMap<string, string>
  isPublished: boolean
}

/** What the panel does not see of the figures that are new or changed: by rule, each opened to its newest figures. */
export function WithheldSection({ withheld, names, isPublished }: WithheldSectionProps) {
  return (
    <section className="section" aria-labelledby="withheld">
      <div className="section-head">
        <h2 className="heading-2" id="withheld">
          {isPublished ? 'What the panel does not see' : 'What the panel would not see'}
        </h2>
        <p>Of the figures that are new or changed, by rule</p>
      </div>
      {withheld.map(({ rule, hides, words, figures, newest }) => (
        <details key={`${hides} ${rule}`} className={styles.group}>
          <summary>
            <span>
              {hides === 'figure' ? 'Withheld' : 'Counts behind it left out'}: {words}
            </span>{' '}
            <span className={styles.count}>{figures.toLocaleString('en-GB')}</span>
          </summary>
          <RecordTable
            caption={`${words}: ${newest.length < figures ? `the newest ${newest.length} of ` : ''}${countOf(figures, 'figure')}`}
            columns={[{ head: 'Measure', width: 1, text: ({ kpi }) => names.get(kpi) ?? kpi }, ...columns]}
            rows={newest}
            keyOf={({ kpi, dimension, member, period }) => `${kpi} ${dimension} ${member} ${period}`}
          />
        </details>
      ))}
    </section>
  )
}

const columns = [
  { head: 'Part', width: 1, text: ({ dimension, member }: Withheld) => `${dimension}: ${member}` },
  { head: 'Period', width: 0.6, text: ({ period }: Withheld) => formatPeriod(period) },
  { head: 'Why', width: 2, text: ({ words }: Withheld) => words },
]
