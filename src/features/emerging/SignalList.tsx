import { Link } from '@tanstack/react-router'
import { HistorySparkline } from '../../charts/sparkline/HistorySparkline.tsx'
import { countOf } from '../../domain/measures/format.ts'
import { strengthTable } from '../../domain/signals/strength.ts'
import { IconWord } from '../../ui/IconWord.tsx'
import { MeasureLink } from '../../ui/MeasureLink.tsx'
import { RecordActionLink } from '../../ui/RecordActionLink.tsx'
import type { SignalGroup, SignalRow } from './emerging-model.ts'
import { actionInWords, targetInWords } from './emerging-words.ts'
import styles from './SignalList.module.css'
import { kindWords, meaningIcon, meaningMarks } from './signal-marks.ts'

export interface SignalListProps {
  groups: readonly SignalGroup[]
  audience: 'exact' | 'protected'
  /** whether whoever is signed in may record actions */
  mayRecord: boolean
}

/** Measures with flagged changes, each led by its strongest; the others wait behind a line that counts them. */
export function SignalList({ groups, audience, mayRecord }: SignalListProps) {
  return (
    <ol className={styles.groups}>
      {groups.map(({ kpi, measure, lead, others }) => (
        <li key={kpi}>
          <h3 className="heading-3">
            <MeasureLink id={kpi} className={styles.measure}>
              {measure}
            </MeasureLink>
          </h3>
          <Signal row={lead} audience={audience} mayRecord={mayRecord} />
          {others.length > 0 && (
            <details className={styles.others}>
              <summary>
                and in {countOf(others.length, 'more of its series', 'more of its series')}
                <span className="visually-hidden">: {measure}</span>
              </summary>
              <ul>
                {others.map((row) => (
                  <li key={row.key}>
                    <Signal row={row} audience={audience} mayRecord={mayRecord} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ol>
  )
}

function Signal({ row, audience, mayRecord }: { row: SignalRow } & Omit<SignalListProps, 'groups'>) {
  const { change, part, where, since, strength } = row
  const { tone, words } = meaningMarks[change.meaning]
  const target = targetInWords(row)
  return (
    <div className={styles.signal}>
      <div className={styles.words}>
        <p>{change.sentence}</p>
        <p>
          <Link
            className={styles.where}
            to="/kpis/$id"
            params={{ id: row.kpi }}
            search={{ dimension: part?.dimension, member: part?.member }}
          >
            {where}
            <span className="visually-hidden">, {row.measure}</span>
          </Link>
        </p>
      </div>
      <HistorySparkline change={change} />
      <ul className={styles.facts}>
        <li>
          <IconWord icon={meaningIcon(change.meaning, change.direction)} tone={tone} size={18}>
            {words}
          </IconWord>
        </li>
        <li>
          {strengthTable[strength].words} evidence: {kindWords[change.kind].toLowerCase()}
          {change.kind !== 'drift' && `, since ${since}`}
        </li>
        {target && <li>{target}</li>}
        <li>{actionInWords(row, audience)}</li>
        {mayRecord && (
          <li>
            <RecordActionLink kpi={row.kpi} name={`${row.measure}, ${where}`} />
          </li>
        )}
      </ul>
    </div>
  )
}
