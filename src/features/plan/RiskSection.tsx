import { countOf } from '../../domain/measures/format.ts'
import { TakeAway } from '../../exhibits/take-away/TakeAway.tsx'
import { MeasureLink } from '../../ui/MeasureLink.tsx'
import { type RecordColumn, RecordTable } from '../../ui/RecordTable.tsx'
import { RiskGrid } from './RiskGrid.tsx'
import styles from './RiskSection.module.css'
import type { RiskRow, RiskScore } from './risk-rows.ts'

const columns: readonly RecordColumn<RiskRow>[] = [
  {
    head: 'Risk',
    text: ({ id, title }) => `${id} ${title}`,
    shown: ({ id, title, kpi }) => (
      <>
        {id} {title}
        {kpi && (
          <span className={styles.sub}>
            <MeasureLink id={kpi.id}>{kpi.name}</MeasureLink>
          </span>
        )}
      </>
    ),
    width: 2,
  },
  { head: 'Owner', text: ({ owner }) => owner, width: 1 },
  {
    head: 'Score now, and target',
    text: ({ now, target }) => `${now?.score ?? ''} ${target.score}`,
    shown: ({ now, target, standing }) => (
      <span className={styles.scores}>
        <RiskGrid now={now} target={target} />
        <span>
          <b>{now ? now.score : 'No score'}</b>, target {target.score}
          <span className={styles.sub}>{standing}</span>
          {now && <span className={styles.sub}>{scoreInWords(now)}</span>}
        </span>
      </span>
    ),
    width: 1.5,
  },
  {
    head: 'Last review',
    text: ({ reviews }) => reviews[0]?.note ?? null,
    shown: (row) => <Reviews row={row} />,
    width: 2.5,
  },
]

/** Residual risk against its target. Officers only: the protected set holds none. */
export function RiskSection({
  rows,
  audience,
}: {
  rows: readonly RiskRow[]
  audience: 'exact' | 'protected'
}) {
  return (
    <section className="section" aria-labelledby="risks">
      <div className="section-head">
        <h2 className="heading-2" id="risks">
          Risks behind these milestones
        </h2>
        {rows.length > 0 && <p>{countOf(rows.length, 'risk')}; likelihood times impact, out of 25</p>}
        {rows.length > 0 && (
          <div className="end">
            <TakeAway
              exhibit={{ kind: 'risks', kpi: null, search: {} }}
              title="Risks"
              isShown={rows.length > 0}
            />
          </div>
        )}
      </div>
      {rows.length > 0 ? (
        <>
          <p className={styles.note}>
            In the grid, likelihood rises to the right and impact upwards. The filled square is the score now,
            the outlined one the target.
          </p>
          <RecordTable
            caption="Risks by score now, the highest first"
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
          />
        </>
      ) : (
        <p className={styles.note}>
          {audience === 'exact'
            ? 'No risks are recorded in this edition.'
            : 'Risks are shown to officers only.'}
        </p>
      )}
    </section>
  )
}

function Reviews({ row: { reviews, title } }: { row: RiskRow }) {
  const [latest, ...earlier] = reviews
  if (!latest) return <>Not yet reviewed</>
  return (
    <>
      {latest.note ? `${latest.on}: ${latest.note}` : latest.on}
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>
            {countOf(earlier.length, 'earlier review')}
            <span className="visually-hidden">: {title}</span>
          </summary>
          <ul>
            {earlier.map(({ on, score, note }) => (
              <li key={on}>
                {on}: <b>{score.score}</b> ({scoreInWords(score)}). {note}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function scoreInWords({ likelihood, impact }: RiskScore): string {
  return `likelihood ${likelihood}, impact ${impact}`
}
