import { Icon } from '../../ui/Icon.tsx'
import type { Tally as TallyCounts } from './headline.ts'
import styles from './OverviewPage.module.css'
import { verdicts } from './overview-search.ts'
import { verdictMarks } from './standing-marks.ts'

export function Tally({ tally, total }: { tally: TallyCounts; total: number }) {
  return (
    <ul className={styles.tally} aria-label={`All ${total} measures by what their figures say of change`}>
      {verdicts.map((verdict) => (
        <li key={verdict}>
          <Icon name={verdictMarks[verdict].icon} className={`tone-${verdictMarks[verdict].tone}`} />
          <b>{tally[verdict]}</b>
          <span>{verdictMarks[verdict].inTally}</span>
        </li>
      ))}
    </ul>
  )
}
