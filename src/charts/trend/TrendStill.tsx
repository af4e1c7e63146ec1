import type { ReactNode } from 'react'
import type { TrendModel } from '../../domain/trends/trend.ts'
import styles from './chart.module.css'
import { frameFor, type Scales, scalesFor } from './plot.ts'
import { StillMarks } from './StillMarks.tsx'

export interface TrendStillProps {
  model: TrendModel
  width: number
  /** that of its width, where it is not given */
  height?: number | undefined
  /** what lies over it, on its scales */
  children?: (scales: Scales) => ReactNode
}

/**
 * The chart of the page as it stands until somebody reaches for it: the same marks in the same places as those of the
 * interactive chart (tests/components/measure/chart-like-picture.test.tsx). Where its room is not known yet it keeps its
 * shape, and fills what room there is.
 */
export function TrendStill({ model, width, height, children }: TrendStillProps) {
  const frame = frameFor(model, width, height)
  return (
    <svg
      className={`${styles.chart} ${styles.still}`}
      width={frame.width}
      height={frame.height}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      aria-hidden="true"
    >
      <StillMarks model={model} frame={frame} />
      {children?.(scalesFor(model, frame.plot))}
    </svg>
  )
}
