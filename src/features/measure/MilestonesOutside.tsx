import { Link } from '@tanstack/react-router'
import { outsideInWords } from '../../domain/trends/lane.ts'
import type { TrendModel } from '../../domain/trends/trend.ts'

export interface MilestonesOutsideProps {
  model: Pick<TrendModel, 'outside'>
  /** shows everything held; null where the chart shows it already */
  onWiden: (() => void) | null
}

/** The milestones that the lane cannot show, counted, with a press that brings the earlier ones where it can. */
export function MilestonesOutside({ model: { outside }, onWiden }: MilestonesOutsideProps) {
  const words = outsideInWords(outside)
  if (!words) return null
  return (
    <p className="note">
      {words}.{' '}
      {onWiden && outside.before > 0 && (
        <button type="button" className="link-button" onClick={onWiden}>
          Show everything held
        </button>
      )}{' '}
      <Link to="/plan" className="screen-only">
        See the whole plan
      </Link>
    </p>
  )
}
