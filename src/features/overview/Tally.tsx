import { Icon } from '../../ui/Icon.tsx'
import type { Tally as TallyCounts } from './headline.ts'
import styles from './OverviewPage.module.css'
import { standings } from './overview-search.ts'
import { standingMarks } from './standing-marks.ts'

export function Tally({ tally, total }: { tally: TallyCounts; total: number }) {
  return (
    <ul className={styles.tally} aria-label={`All ${total} measures by their place on the plan`}>
      {standings.map((standing) => (
        <li key={standing}>
          <Icon name={standingMarks[standing].icon} className={`tone-${standingMarks[standing].tone}`} />
          <b>{tally[standing]}</b>
          <span>{standingMarks[standing].inTally}</span>
        </li>
      ))}
    </ul>
  )
}
