import type { LastingLevel } from '../../../api/loads.ts'
import { rebaselineWords, worseLevelWords } from '../../../domain/plans/rebaseline.ts'
import { OldAndNew } from '../comparison/OldAndNew.tsx'
import page from '../LoadPage.module.css'
import styles from './LevelsSection.module.css'
import { RebaselineFields } from './RebaselineFields.tsx'
import { fieldOf, type RebaselineDraft, type RebaselineFault } from './rebaselines.ts'

export interface LevelsSectionProps {
  levels: readonly LastingLevel[]
  chosen: readonly RebaselineDraft[]
  /** told beside their fields, once it was tried to go on */
  faults: readonly RebaselineFault[]
  /** the id of a control */
  idOf: (field: string) => string
  onChoose: (chosen: readonly RebaselineDraft[]) => void
}

/** Levels of a year and more whose limits still take in the level before: each may start them again, with a reason. */
export function LevelsSection({ levels, chosen, faults, idOf, onChoose }: LevelsSectionProps) {
  if (levels.length === 0) return null
  const others = (kpi: string) => chosen.filter((draft) => draft.kpi !== kpi)
  return (
    <section className="section" aria-labelledby="levels">
      <div className="section-head">
        <h2 className="heading-2" id="levels">
          Levels that have lasted
        </h2>
        <p>Nothing changes unless you choose it</p>
      </div>
      <p className={styles.purpose}>{rebaselineWords}</p>
      <p className="note">Drawn: the figures, and dashed their mean before and since.</p>
      {levels.map((level) => {
        const draft = chosen.find(({ kpi }) => kpi === level.kpi)
        const choose = (changes: Partial<RebaselineDraft>) =>
          onChoose([...others(level.kpi), { ...(draft ?? emptyDraft(level)), ...changes }])
        return (
          <section
            key={level.kpi}
            className={styles.level}
            aria-labelledby={idOf(fieldOf(level.kpi, 'name'))}
          >
            <LevelWords id={idOf(fieldOf(level.kpi, 'name'))} level={level} />
            <label className={page.check}>
              <input
                type="checkbox"
                checked={draft !== undefined}
                onChange={({ target }) => (target.checked ? choose({}) : onChoose(others(level.kpi)))}
              />
              <span>
                Start limits again from {level.sinceInWords}
                <span className="visually-hidden">: {level.name}</span>
              </span>
            </label>
            {draft && (
              <RebaselineFields
                draft={draft}
                faults={faults.filter(({ kpi }) => kpi === level.kpi)}
                idOf={idOf}
                onWrite={choose}
              />
            )}
          </section>
        )
      })}
    </section>
  )
}

function emptyDraft({ kpi }: LastingLevel): RebaselineDraft {
  return { kpi, title: '', reason: '', isConfirmed: false }
}

function LevelWords({ id, level }: { id: string; level: LastingLevel }) {
  const { name, since, sinceInWords, means, words, titleNow, titleThen, meaning } = level
  const history = level.history.map(({ period, value }) => ({
    period,
    before: period < since ? means.before : means.since,
    after: value,
  }))
  return (
    <>
      <h3 className="heading-3" id={id}>
        {name}
      </h3>
      <OldAndNew history={history} period={since} />
      <p>{words}</p>
      <dl className={styles.titles}>
        <dt>Said now</dt>
        <dd>{titleNow}</dd>
        <dt>With limits from {sinceInWords} on</dt>
        <dd>{titleThen}</dd>
      </dl>
      {meaning === 'concern' && <p className={page.refused}>{worseLevelWords}</p>}
    </>
  )
}
