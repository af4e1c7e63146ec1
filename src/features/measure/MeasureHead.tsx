import { Link } from '@tanstack/react-router'
import { type Theme, themeNames } from '../../domain/measures/measure.ts'
import type { Fact, Verdict } from '../../domain/trends/facts/fact.ts'
import { IconWord } from '../../ui/IconWord.tsx'
import styles from './MeasurePage.module.css'

export function Breadcrumb({ theme }: { theme: Theme | null }) {
  return (
    <nav className={`${styles.crumb} screen-only`} aria-label="Breadcrumb">
      <Link to="/">Overview</Link>
      {theme && <span> / {themeNames[theme]}</span>}
    </nav>
  )
}

/** Each judgement with its icon, its word and the rule behind it; and where each rule is explained. */
export function VerdictStrip({ verdicts }: { verdicts: readonly Verdict[] }) {
  return (
    <>
      <ul className={styles.verdicts} aria-label="Where it stands">
        {verdicts.map((verdict) => (
          <li key={verdict.id}>
            <strong>
              <IconWord icon={verdict.icon} tone={verdict.tone} size={22}>
                {verdict.words}
              </IconWord>
            </strong>
            <p>{verdict.rule}</p>
          </li>
        ))}
      </ul>
      <nav className={`${styles.workedOut} screen-only`} aria-labelledby="worked-out">
        <span id="worked-out">How is this worked out?</span>
        {explanations.map(([hash, words]) => (
          <Link key={hash} to="/methods" hash={hash}>
            {words}
          </Link>
        ))}
      </nav>
    </>
  )
}

/** Parts of the page on how figures are made. */
const explanations = [
  ['signals', 'Signs of real change'],
  ['range', 'The usual range'],
  ['forecast', 'The forecast'],
  ['plan', 'Milestones'],
  ['words', 'The words we use'],
] as const

export function FactsColumn({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd className={fact.isLarge ? styles.large : undefined}>{fact.value}</dd>
          {fact.detail && <dd className={styles.detail}>{fact.detail}</dd>}
        </div>
      ))}
    </dl>
  )
}
