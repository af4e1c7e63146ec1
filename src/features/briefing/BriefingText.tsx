import styles from './BriefingPage.module.css'
import type { ShownExhibits } from './use-briefing.ts'

/** The board in words: for screen readers, for small screens, and for paper beneath the picture. */
export function BriefingText({ exhibits }: { exhibits: ShownExhibits }) {
  const [first, ...others] = exhibits
  return (
    <div className={styles.text}>
      <h1 className={styles.heading}>{first.finding}</h1>
      <Part exhibit={first} />
      {others.map((exhibit) => (
        <section key={exhibit.address}>
          <h2 className={styles.heading}>{exhibit.finding}</h2>
          <Part exhibit={exhibit} />
        </section>
      ))}
    </div>
  )
}

function Part({ exhibit }: { exhibit: ShownExhibits[0] }) {
  const { subtitle, facts, notes, source } = exhibit
  return (
    <>
      <p>{subtitle}</p>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(({ figure, words }) => (
            <div key={figure + words}>
              <dt>{figure}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {notes.length > 0 && (
        <ul className={styles.notes} aria-label="Notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p className="note">Source: {source}</p>
    </>
  )
}
