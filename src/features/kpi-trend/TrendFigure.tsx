import { type KeyboardEvent, lazy, type PointerEvent, Suspense, useState } from 'react'
import { Loading } from '../../ui/states.tsx'
import { ChangeList } from './ChangeList.tsx'
import { MilestoneLane } from './chart/MilestoneLane.tsx'
import type { TrendModel } from './chart-model.ts'
import { keyboardStop } from './keyboard-stop.ts'
import { placeLabels } from './layout/place-labels.ts'
import { chartHeight, frameFor, scalesFor } from './layout/plot.ts'
import { MilestoneList } from './MilestoneList.tsx'
import type { ChangeItem } from './model/comparison.ts'
import { readPoint } from './model/point-words.ts'
import styles from './TrendFigure.module.css'
import { useWidth } from './use-width.ts'

// the chart library is fetched when there is something to draw
const TrendChart = lazy(() =>
  import('./chart/TrendChart.tsx').then((module) => ({ default: module.TrendChart })),
)

export interface TrendFigureProps {
  model: TrendModel
  title: string
  changes: readonly ChangeItem[]
  /** the change whose before and after is drawn */
  selected: string | null
  onSelect: (id: string | null) => void
}

/** The chart with its reading line, its key, its milestones and its words for those who do not see it. */
export function TrendFigure({ model, title, changes, selected, onSelect }: TrendFigureProps) {
  const [ref, width] = useWidth()
  const [active, setActive] = useState<number | null>(null)
  const [announced, setAnnounced] = useState('')
  const last = model.points.length - 1
  const shown = model.points[Math.min(active ?? last, last)]
  const reading = shown ? readPoint(model.measure, shown) : ''

  const moveTo = (index: number) => {
    const point = model.points[Math.min(Math.max(index, 0), last)]
    if (!point) return
    setActive(model.points.indexOf(point))
    setAnnounced(readPoint(model.measure, point))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = keyTarget(event.key, active, last)
    if (target === undefined) return
    event.preventDefault()
    if (target === null) setActive(null)
    else moveTo(target)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!width) return
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    setActive(nearestPoint(model, width, x))
  }

  return (
    <div className={styles.figure} ref={ref}>
      <p className={styles.reading}>{reading}</p>
      <div
        className={styles.plot}
        role="application"
        aria-roledescription="chart"
        aria-label={`${title}. Chart of ${model.points.length} points: move with the arrow keys, Home and End.`}
        aria-describedby="trend-summary"
        {...keyboardStop}
        style={{ height: width ? chartHeight(width) : undefined }}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setActive(null)}
        onFocus={() => setAnnounced('')}
      >
        {width && (
          <Suspense fallback={<Loading label="Loading trend" height={`${chartHeight(width)}px`} />}>
            <div aria-hidden="true">
              <TrendChart
                model={model}
                width={width}
                activePeriod={active === null ? null : (shown?.period ?? null)}
              />
            </div>
          </Suspense>
        )}
      </div>
      <p className="visually-hidden" aria-live="polite">
        {announced}
      </p>
      <p className="visually-hidden" id="trend-summary">
        {model.summary}
      </p>
      {width && <ChartKey model={model} width={width} />}
      {width && (
        <div className={styles.lane}>
          <MilestoneLane
            model={model}
            width={width}
            comparable={new Set(changes.map(({ id }) => id))}
            selected={selected}
            onSelect={onSelect}
          />
        </div>
      )}
      <MilestoneList milestones={model.milestones} className={styles.list ?? ''} />
      <ChangeList changes={changes} selected={selected} onSelect={onSelect} />
    </div>
  )
}

/** Where a key leads; null leaves the points, undefined is not ours. */
function keyTarget(key: string, active: number | null, last: number): number | null | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return active === null ? last : active - 1
    case 'ArrowRight':
    case 'ArrowUp':
      return active === null ? last : active + 1
    case 'Home':
      return 0
    case 'End':
      return last
    case 'Escape':
      return active === null ? undefined : null
    default:
      return undefined
  }
}

function nearestPoint(model: TrendModel, width: number, x: number): number {
  const scales = scalesFor(model, frameFor(model, width).plot)
  let nearest = 0
  model.points.forEach(({ day }, index) => {
    const best = model.points[nearest]
    if (best && Math.abs(scales.x(day) - x) < Math.abs(scales.x(best.day) - x)) nearest = index
  })
  return nearest
}

/** What is only a letter on the plot, or found no room on it. */
function ChartKey({ model, width }: { model: TrendModel; width: number }) {
  const frame = frameFor(model, width)
  const { key } = placeLabels(model, frame.plot, scalesFor(model, frame.plot), frame.isNarrow)
  return key.length > 0 ? <p className={styles.key}>{key.join('. ')}.</p> : null
}
