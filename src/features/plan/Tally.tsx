import { linkOptions } from '@tanstack/react-router'
import { capital } from '../../domain/measures/letter-case.ts'
import { deliveryWords } from '../../domain/plans/judge-milestone.ts'
import { Fold } from '../../ui/Fold.tsx'
import { Tallies, type TallyLine, TallyList } from '../../ui/TallyList.tsx'
import { groupMarks } from './impact-groups.ts'
import styles from './PlanPage.module.css'
import type { PlanRow } from './plan-rows.ts'
import { deliveries, impactGroups, type PlanSearch } from './plan-search.ts'

export interface TallyProps {
  rows: readonly PlanRow[]
  search: PlanSearch
}

/** Every milestone counted twice, by delivery and by impact: each count shows its own. */
export function Tally({ rows, search }: TallyProps) {
  const shown = (filter: Pick<PlanSearch, 'delivery' | 'impact'>): Pick<TallyLine, 'isChosen' | 'link'> => {
    const isChosen = Object.entries(filter).every(([name, value]) => Reflect.get(search, name) === value)
    // pressed again, it shows every milestone
    return { isChosen, link: linkOptions({ to: '/plan', search: isChosen ? {} : filter }) }
  }
  const byDelivery = deliveries.map(
    (delivery): TallyLine => ({
      ...{ icon: delivery, tone: delivery, label: capital(deliveryWords[delivery]) },
      count: rows.filter((row) => row.delivery === delivery).length,
      ...shown({ delivery }),
    }),
  )
  const byImpact = impactGroups.map(
    (group): TallyLine => ({
      ...groupMarks[group],
      count: rows.filter((row) => row.impact?.group === group).length,
      isKey: group === 'no-effect',
      ...shown({ impact: group }),
    }),
  )
  return (
    <Fold label="Count by delivery and impact">
      <Tallies className={styles.tally}>
        <TallyList title="By delivery" lines={byDelivery} />
        {rows.some(({ impact }) => impact !== null) && (
          <TallyList title="By impact" lines={byImpact.filter(({ count }) => count > 0)} />
        )}
      </Tallies>
    </Fold>
  )
}
