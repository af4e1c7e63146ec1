import { Link } from '@tanstack/react-router'
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
  /** the address that shows what is counted */
  choose: (before: Record<string, string>) => Record<string, string | undefined>
}

export interface TallyListProps {
  title: string
  page: '/actions' | '/plan'
  lines: readonly TallyLine[]
}

export function TallyList({ title, page, lines }: TallyListProps) {
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <ul>
        {lines.map(({ label, icon, tone, count, isChosen, isKey, choose }) => (
          <li key={label} className={isKey ? styles.key : undefined}>
            <Link
              to={page}
              search={choose}
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
