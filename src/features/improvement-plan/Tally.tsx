import { Link } from '@tanstack/react-router'
import { capital } from '../../domain/measures/letter-case.ts'
import { deliveryWords } from '../../domain/plans/judge-milestone.ts'
import { IconWord, type Tone } from '../../ui/IconWord.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { keepView } from '../../ui/keep-view.ts'
import { groupMarks } from './impact-groups.ts'
import type { PlanRow } from './plan-rows.ts'
import { deliveries, impactGroups, type PlanSearch } from './plan-search.ts'
import styles from './Tally.module.css'

export interface TallyProps {
  rows: readonly PlanRow[]
  search: PlanSearch
}

interface TallyLine {
  filter: 'delivery' | 'impact'
  value: string
  icon: IconName
  tone: Tone
  label: string
  count: number
}

/** Every milestone counted twice, by delivery and by impact: each count shows its own. */
export function Tally({ rows, search }: TallyProps) {
  const byDelivery = deliveries.map(
    (delivery): TallyLine => ({
      filter: 'delivery',
      value: delivery,
      icon: delivery,
      tone: delivery,
      label: capital(deliveryWords[delivery]),
      count: rows.filter((row) => row.delivery === delivery).length,
    }),
  )
  const byImpact = impactGroups.map(
    (group): TallyLine => ({
      filter: 'impact',
      value: group,
      ...groupMarks[group],
      count: rows.filter((row) => row.impact?.group === group).length,
    }),
  )
  return (
    <div className={styles.tally}>
      <TallyList title="By delivery" lines={byDelivery} search={search} />
      {rows.some(({ impact }) => impact !== null) && (
        <TallyList title="By impact" lines={byImpact.filter(({ count }) => count > 0)} search={search} />
      )}
    </div>
  )
}

function TallyList({
  title,
  lines,
  search,
}: {
  title: string
  lines: readonly TallyLine[]
  search: PlanSearch
}) {
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <ul>
        {lines.map(({ filter, value, icon, tone, label, count }) => (
          <li key={value} className={value === 'no-effect' ? styles.key : undefined}>
            <Link
              to="/plan"
              search={(before: Record<string, string>) => ({ ...keepView(before), [filter]: value })}
              resetScroll={false}
              activeOptions={{ explicitUndefined: true }}
              aria-current={search[filter] === value ? 'true' : undefined}
            >
              <IconWord icon={icon} tone={tone} size={18}>
                {label}
              </IconWord>
              <span className="visually-hidden">: </span>
              <b>{count}</b>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
