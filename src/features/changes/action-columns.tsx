import { Link } from '@tanstack/react-router'
import { Icon } from '../../ui/Icon.tsx'
import type { RecordColumn } from '../../ui/RecordTable.tsx'
import type { ActionRow } from './action-rows.ts'
import styles from './ChangesPage.module.css'
import { Lines } from './Lines.tsx'
import { MeasureCell } from './MeasureCell.tsx'

export const actionColumns: readonly RecordColumn<ActionRow>[] = [
  {
    head: 'Action',
    text: ({ key, action, board, owner }) => `${key} ${action} (${board}, ${owner})`,
    shown: ({ key, action, board, owner, isListed }) => (
      <>
        {isListed ? (
          <Link to="/actions" search={{ action: key }}>
            {action}
          </Link>
        ) : (
          action
        )}
        <span className={styles.sub}>{`${key}, ${board}, ${owner}`}</span>
      </>
    ),
    width: 3,
  },
  {
    head: 'What changed',
    text: ({ happened }) => happened.join('; '),
    shown: ({ happened, isOverdue }) => (
      <span className="icon-word">
        {isOverdue && <Icon name="overdue" className="tone-late" />}
        <Lines lines={happened} />
      </span>
    ),
    width: 2,
  },
  { head: 'Due', text: ({ due }) => due, width: 1.5 },
  {
    head: 'Linked measure',
    text: ({ measure }) => measure,
    shown: ({ kpi, measure }) => <MeasureCell kpi={kpi} name={measure} />,
    width: 2,
  },
  { head: 'What was different', text: ({ outcome }) => outcome, width: 2.5 },
]
