import type { TrendModel } from '../../../domain/trends/trend.ts'
import { MilestonesOutside, type MilestonesOutsideProps } from '../MilestonesOutside.tsx'
import styles from './MilestoneList.module.css'
import { MilestoneList } from './MilestoneList.tsx'

export interface MilestoneSectionProps extends Pick<MilestonesOutsideProps, 'onWiden'> {
  model: TrendModel
}

/** Every milestone of the measure in words, and how the lane under the plot draws them. */
export function MilestoneSection({ model, onWiden }: MilestoneSectionProps) {
  if (model.milestones.length === 0) return null
  return (
    <section aria-labelledby="milestones">
      <h2 className={styles.head} id="milestones">
        Milestones
      </h2>
      <p className={`note ${styles.key}`}>
        Under the plot, a hollow diamond is the date first promised, a line the slip since, and a shape the
        date and status as they now stand.
      </p>
      <MilestonesOutside model={model} onWiden={onWiden} />
      <MilestoneList milestones={model.milestones} />
    </section>
  )
}
