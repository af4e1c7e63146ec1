import { Link } from '@tanstack/react-router'
import { type Theme, themeNames } from '../../domain/measures/measure.ts'
import { IconWord } from '../../ui/IconWord.tsx'
import { keepView } from '../../ui/keep-view.ts'
import type { Fact, Verdict } from './facts/fact.ts'
import styles from './KpiPage.module.css'

export function Breadcrumb({ theme }: { theme: Theme | null }) {
  return (
    <nav className={`${styles.crumb} screen-only`} aria-label="Breadcrumb">
      <Link to="/" search={keepView}>
        Overview
      </Link>
      {theme && <span> / {themeNames[theme]}</span>}
    </nav>
  )
}

/** Each judgement with its icon, its word and the rule behind it. */
export function VerdictStrip({ verdicts }: { verdicts: readonly Verdict[] }) {
  return (
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
  )
}

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
