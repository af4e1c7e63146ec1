import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { IconWord, type Tone } from './IconWord.tsx'
import type { IconName } from './icon-shapes.tsx'
import styles from './TallyList.module.css'

/** Counts of one page in lists side by side. */
export function Tallies({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <div className={[styles.tally, className].filter(Boolean).join(' ')}>{children}</div>
}

/** One count, which shows what it counts. */
export interface TallyLine {
  label: string
  icon: IconName
  tone: Tone
  count: number
  isChosen: boolean
  /** the one that the page is there for */
  isKey?: boolean
  /** shows what is counted: made by `linkOptions`, which checks it against the table of routes */
  link: Pick<LinkProps, 'to' | 'search'>
}

export interface TallyListProps {
  title: string
  lines: readonly TallyLine[]
}

export function TallyList({ title, lines }: TallyListProps) {
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <ul>
        {lines.map(({ label, icon, tone, count, isChosen, isKey, link }) => (
          <li key={label} className={isKey ? styles.key : undefined}>
            <Link
              {...link}
              resetScroll={false}
              activeOptions={{ explicitUndefined: true }}
              aria-current={isChosen ? 'true' : undefined}
            >
              <IconWord icon={icon} tone={tone} size={18}>
                {label}
              </IconWord>{' '}
              <b>{count}</b>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
