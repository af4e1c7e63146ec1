import type { CSSProperties, KeyboardEvent } from 'react'
import { AtWidths } from '../../../charts/trend/AtWidths.tsx'
import { placeLabels } from '../../../charts/trend/labels/place-labels.ts'
import { MilestoneLane } from '../../../charts/trend/MilestoneLane.tsx'
import { chartHeight, frameFor, type Scales } from '../../../charts/trend/plot.ts'
import { TrendStill } from '../../../charts/trend/TrendStill.tsx'
import { countOf } from '../../../domain/measures/format.ts'
import { lastMonthOf } from '../../../domain/periods/period.ts'
import { periodIndexAt } from '../../../domain/periods/period-at.ts'
import type { ChangeItem } from '../../../domain/trends/comparison.ts'
import type { TrendModel } from '../../../domain/trends/trend.ts'
import { useTimeCursor } from '../../../stores/time-cursor.ts'
import { keyTarget } from '../../../ui/chart-pointer.ts'
import { keyboardStop } from '../../../ui/keyboard-stop.ts'
import { useHeight, useWidth } from '../../../ui/use-width.ts'
import { SpokenReading, TrendCursor, TrendReading } from './TrendCursor.tsx'
import styles from './TrendFigure.module.css'
import { useReachedChart } from './use-reached-chart.ts'

export interface TrendFigureProps {
  model: TrendModel
  title: string
  /** the changes that it can be shown before and after */
  changes: readonly Pick<ChangeItem, 'id'>[]
  /** the change whose before and after is drawn */
  selected: string | null
  onSelect: (id: string | null) => void
}

/** The chart with its milestones, its reading line, its key and its words for those who do not see it. */
export function TrendFigure({ model, title, changes, selected, onSelect }: TrendFigureProps) {
  const [ref, width] = useWidth()
  // as high as the first screen has room; on paper and on narrow screens as its width asks
  const [plotRef, measured] = useHeight()
  const { point, leave } = useTimeCursor.getState()
  const onKeyDown = (event: KeyboardEvent) => {
    const target = keyTarget(event.key, activeIndex(model), model.points.length - 1)
    if (target === undefined) return
    event.preventDefault()
    const reached = target === null ? undefined : model.points[target]
    if (reached) point(lastMonthOf(reached.period), true)
    else leave()
  }
  const height = width === null ? undefined : (measured ?? chartHeight(width))
  const { Chart, reached } = useReachedChart()
  const Drawn = Chart ?? TrendStill
  const cursorAt = (width: number, height: number | undefined) => (scales: Scales) => (
    <TrendCursor model={model} frame={frameFor(model, width, height)} scales={scales} />
  )

  return (
    <div
      className={styles.figure}
      ref={ref}
      style={width === null ? undefined : ({ '--chart-height': `${chartHeight(width)}px` } as CSSProperties)}
    >
      <div
        className={styles.plot}
        ref={plotRef}
        role="application"
        aria-roledescription="chart"
        aria-label={`${title}. Chart of ${countOf(model.points.length, 'point')}: move with the arrow keys, Home and End.`}
        {...keyboardStop}
        {...reached}
        onKeyDown={onKeyDown}
      >
        {/* out of the flow: what is drawn has the height of the plot, and must not give it one */}
        <div className={styles.drawing} aria-hidden="true">
          {width ? (
            <Drawn model={model} width={width} height={height}>
              {cursorAt(width, height)}
            </Drawn>
          ) : (
            <AtWidths>{(...room) => <TrendStill model={model} width={room[0]} height={room[1]} />}</AtWidths>
          )}
        </div>
      </div>
      <TrendReading model={model} />
      <SpokenReading model={model} />
      {/* read once, as text: a description of the chart would be read with it and again here */}
      <p className="visually-hidden">{model.summary}</p>
      <div className={styles.lane} data-first-screen="lane">
        <MilestoneLane
          model={model}
          width={width}
          comparable={new Set(changes.map(({ id }) => id))}
          selected={selected}
          onSelect={onSelect}
        />
      </div>
      {width ? (
        <ChartKey model={model} width={width} height={height} />
      ) : (
        <AtWidths>{(...room) => <ChartKey model={model} width={room[0]} height={room[1]} />}</AtWidths>
      )}
    </div>
  )
}

function activeIndex(model: TrendModel): number | null {
  const { month } = useTimeCursor.getState()
  const index = month
    ? periodIndexAt(
        model.points.map(({ period }) => period),
        month,
      )
    : -1
  return index < 0 ? null : index
}

/** What is only a letter on the plot, or found no room on it. */
function ChartKey({
  model,
  width,
  height,
}: {
  model: TrendModel
  width: number
  height: number | undefined
}) {
  const { key } = placeLabels(model, frameFor(model, width, height))
  return key.length > 0 ? <p className={styles.key}>{key.join('. ')}.</p> : null
}
