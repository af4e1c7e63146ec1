import { Link } from '@tanstack/react-router'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import { unitPhrase } from '../../domain/measures/format.ts'
import { targetInHistory } from '../../domain/measures/target-history.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import styles from './MeasurePage.module.css'

/** What the measure counts, in the words frozen with the edition. */
export function DefinitionPanel({ kpi }: { kpi: DescribedKpi }) {
  const facts: [string, string[]][] = [
    ['Measured in', [unitPhrase(kpi)]],
    [
      'Better is',
      [
        { up: 'More', down: kpi.unit === 'count' ? 'Fewer' : 'Lower', neutral: 'Neither more nor less' }[
          kpi.direction
        ],
      ],
    ],
    ['Source', [kpi.source]],
    [
      'Targets',
      kpi.targets.length > 0 ? kpi.targets.map((target) => targetInHistory(kpi, target)) : ['None set'],
    ],
    ['Version', [`${kpi.version}, valid from ${formatDate(kpi.validFrom)}`]],
    ...(kpi.breaks.length > 0
      ? [
          [
            'Not comparable across [b]',
            kpi.breaks.map((one) => `${formatDate(one.date)}: ${one.title}. ${one.reason}`),
          ] satisfies [string, string[]],
        ]
      : []),
  ]
  return (
    <section className="section" aria-labelledby="definition">
      <div className="section-head">
        <h2 className="heading-2" id="definition">
          Definition
        </h2>
        <Link className={`${styles.end} screen-only`} to="/definitions" hash={kpi.id}>
          All definitions
        </Link>
      </div>
      <p className={styles.sentence}>{kpi.definition}</p>
      <dl className={styles.definition}>
        {facts.map(([term, values]) => (
          <div key={term}>
            <dt>{term}</dt>
            {values.map((value) => (
              <dd key={value}>{value}</dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
