import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import { type Theme, themeNames } from '../../domain/measures/measure.ts'
import type { Fact, Verdict } from '../../domain/trends/facts/fact.ts'
import { Icon } from '../../ui/Icon.tsx'
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

export interface StandingProps {
  /** the latest figure, with its period */
  latest: Fact | undefined
  verdicts: readonly Verdict[]
}

/** The latest figure and what is to be said of it, in one row; the rule behind each judgement is a press away. */
export function Standing({ latest, verdicts }: StandingProps) {
  const [open, setOpen] = useState<Verdict['id'] | null>(null)
  const row = useRef<HTMLUListElement>(null)
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || open === null) return
    row.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus()
    setOpen(null)
  }
  return (
    <div className={styles.standing}>
      {latest && (
        <p className={styles.latest}>
          <strong className={latest.isLarge ? styles.large : undefined}>{latest.value}</strong>{' '}
          <span>{latest.term}</span>
        </p>
      )}
      <ul ref={row} className={styles.verdicts} aria-label="Where it stands" onKeyDown={onKeyDown}>
        {verdicts.map(({ id, icon, tone, words, rule }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.verdict}
              aria-expanded={open === id}
              aria-controls={`rule-${id}`}
              onClick={() => setOpen(open === id ? null : id)}
            >
              <IconWord icon={icon} tone={tone} size={22}>
                {words}
              </IconWord>
              <span className="screen-only">
                <Icon name="fold" size={16} />
              </span>
            </button>
            <p id={`rule-${id}`} className={open === id ? styles.rule : `${styles.rule} print-only`}>
              {rule}{' '}
              <Link className="screen-only" to="/methods" hash={workedOutAt[id]}>
                How this is worked out
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where on the page of methods each judgement is explained. */
const workedOutAt = { change: 'signals', target: 'range', plan: 'plan', figure: 'words' } as const

/** What the figures say, told at length: the first sentence in ink, the rest behind it. */
export function Paragraph({ children }: { children: string }) {
  const [first = '', rest = ''] = children.split(/(?<=[^.][.]) (?=[A-Z])(.*)/s)
  return (
    <p className={styles.paragraph}>
      {first} <span className="muted">{rest}</span>
    </p>
  )
}

/** Where each rule is explained. */
export function WorkedOut() {
  return (
    <nav className={`${styles.workedOut} screen-only`} aria-labelledby="worked-out">
      <span id="worked-out">How is this worked out?</span>
      {explanations.map(([hash, words]) => (
        <Link key={hash} to="/methods" hash={hash}>
          {words}
        </Link>
      ))}
    </nav>
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

/** More letters than stand in two lines below a value have the column's whole width. */
const longDetail = 40

export function FactsColumn({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts} data-first-screen="facts">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
          {fact.detail && (
            <dd
              className={
                fact.detail.length > longDetail ? `${styles.detail} ${styles.longDetail}` : styles.detail
              }
            >
              {fact.detail}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
