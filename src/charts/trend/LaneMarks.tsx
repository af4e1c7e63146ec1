import { dateOfDayNumber } from '../../domain/periods/calendar.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import type { TrendModel } from '../../domain/trends/trend.ts'
import { iconShapes } from '../../ui/icon-shapes.tsx'
import { wordsWidth } from '../type/words-width.ts'
import styles from './chart.module.css'
import { type LaneRow, laneRowHeight, placeLane } from './place-lane.ts'
import { fontSize, frameFor, scalesFor } from './plot.ts'

export const laneHeadHeight = 24
const footHeight = 22

export interface Lane {
  rows: LaneRow[]
  /** where the axis of the plot begins */
  from: number
  /** where the edition's own day lies; null where that is not on the plot */
  edition: { x: number; words: string } | null
}

/** The milestones that stand on the plot of this width, a row each; null where there are none. */
export function layLane(model: TrendModel, width: number): Lane | null {
  const { plot } = frameFor(model, width)
  const { x } = scalesFor(model, plot)
  const within = model.milestones.filter(
    ({ currentDay }) => currentDay >= model.firstDay && currentDay <= model.lastDay,
  )
  if (within.length === 0) return null
  const isEditionShown = model.asOfDay >= model.firstDay && model.asOfDay <= model.lastDay
  const edition = isEditionShown
    ? {
        x: x(model.asOfDay),
        words: `This edition's data, ${formatDate(dateOfDayNumber(model.asOfDay))}`,
      }
    : null
  return { rows: placeLane(within, x, plot, width, edition?.x ?? null), from: plot.x, edition }
}

export function laneHeight({ rows }: Lane): number {
  return laneHeadHeight + rows.length * laneRowHeight + footHeight
}

/** Milestones as drawn: promised date, slip, date and status as they are, words. */
export function LaneMarks({ lane, width }: { lane: Lane; width: number }) {
  const { rows, edition, from } = lane
  const bottom = laneHeadHeight + rows.length * laneRowHeight
  return (
    <g>
      <text className={`${styles.label} ${styles.strong}`} x={0} y={14}>
        Milestones
      </text>
      <text className={styles.label} x={90} y={14}>
        hollow diamond: date first promised; line: slip; shape: current date and status
      </text>
      <g transform={`translate(0 ${laneHeadHeight})`}>
        {edition && <path className={styles.now} d={`M${edition.x} 0V${bottom - laneHeadHeight}`} />}
        {rows.map((row) => (
          <LaneRowMarks key={row.milestone.id} row={row} from={from} width={width} />
        ))}
      </g>
      {edition && <EditionWords words={edition.words} x={edition.x} y={bottom + 16} width={width} />}
    </g>
  )
}

function LaneRowMarks({ row, from, width }: { row: LaneRow; from: number; width: number }) {
  const { milestone, y, baselineX, isBaselineOn, currentX, text } = row
  return (
    <g>
      <path className={styles.laneRule} d={`M${from} ${y + laneRowHeight / 2}H${width}`} />
      {Math.abs(currentX - baselineX) > 13 && (
        <>
          <path className={styles.slip} d={`M${baselineX} ${y}H${currentX}`} />
          {isBaselineOn && <path className={styles.baseline} d={`M${baselineX} ${y - 5}l5 5l-5 5l-5 -5Z`} />}
        </>
      )}
      <circle className={styles.knock} cx={currentX} cy={y} r={9} />
      <svg
        aria-hidden="true"
        className={`icon tone-${milestone.delivery}`}
        x={currentX - 8}
        y={y - 8}
        width={16}
        height={16}
        viewBox="0 0 24 24"
      >
        {iconShapes[milestone.delivery]}
      </svg>
      <text className={`${styles.label} ${styles.ink}`} x={text.x} y={y + 5} textAnchor={text.anchor}>
        {text.title}
        <tspan className={styles.mutedSpan}>: {text.detail}</tspan>
      </text>
    </g>
  )
}

function EditionWords({ words, x, y, width }: { words: string; x: number; y: number; width: number }) {
  const half = wordsWidth(words, 'text', fontSize) / 2
  return (
    <text className={styles.label} x={Math.min(Math.max(x, half), width - half)} y={y} textAnchor="middle">
      {words}
    </text>
  )
}
