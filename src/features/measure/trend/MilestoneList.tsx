import { capital } from '../../../domain/measures/letter-case.ts'
import type { LaneMilestone } from '../../../domain/trends/lane.ts'
import { Icon } from '../../../ui/Icon.tsx'
import styles from './MilestoneList.module.css'

export function MilestoneList({ milestones }: { milestones: readonly LaneMilestone[] }) {
  if (milestones.length === 0) return null
  return (
    <ul className={styles.list} aria-label="Milestones">
      {milestones.map((milestone) => (
        <li key={milestone.id}>
          <Icon name={milestone.delivery} className={`tone-${milestone.colour}`} />
          <div>
            <strong>{milestone.title}</strong>
            <p>
              {[capital(milestone.word), milestone.slip].filter(Boolean).join(', ')}. {milestone.dates}.{' '}
              {milestone.rule} {milestone.reported && `${milestone.reported}.`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
