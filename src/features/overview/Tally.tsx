import { Icon } from '../../ui/Icon.tsx'
import type { Tally as TallyCounts } from './headline.ts'
import styles from './OverviewPage.module.css'
import { verdicts } from './overview-search.ts'
import { verdictMarks } from './standing-marks.ts'

const saying = verdicts.filter((verdict) => verdict !== 'unknown' && verdict !== 'not-judged')

/** How many say what; those of which nothing can be said are named in a line of their own. */
export function Tally({ tally }: { tally: TallyCounts }) {
  return (
    <ul className={styles.tally} aria-label="Measures by what their figures say of change">
      {saying.map((verdict) => (
        <li key={verdict}>
          <Icon name={verdictMarks[verdict].icon} className={`tone-${verdictMarks[verdict].tone}`} />
          <b>{tally[verdict]}</b>
          <span>{verdictMarks[verdict].inTally}</span>
        </li>
      ))}
    </ul>
  )
}
