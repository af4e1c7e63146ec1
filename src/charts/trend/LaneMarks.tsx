import { dateOfDayNumber } from '../../domain/periods/calendar.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import type { LaneMilestone } from '../../domain/trends/lane.ts'
import type { TrendModel } from '../../domain/trends/trend.ts'
import { iconShapes } from '../../ui/icon-shapes.tsx'
import { wordsWidth } from '../type/words-width.ts'
import styles from './chart.module.css'
import { type LaneRow, laneRowHeight, placeLane } from './place-lane.ts'
import { fontSize, frameFor, scalesFor } from './plot.ts'

export interface Lane {
  rows: LaneRow[]
  rowHeight: number
  headHeight: number
  footHeight: number
  title: string
  /** what its shapes mean; on a page its list says it */
  legend: string | null
  /** where the axis of the plot begins */
  from: number
  /** where the edition's own day lies, and the height of its words; null where that is not on the plot */
  edition: { x: number; words: string } | null
}

/** A picture stands by itself; on a page the lane is part of the first screen, and its list stands below. */
const inPicture = { rowHeight: laneRowHeight, headHeight: 24, footHeight: 22 }
const onPage = { rowHeight: 24, headHeight: 22, footHeight: 0 }
const mostOnPage = 4
const legendForms = [
  'hollow diamond: date first promised; line: slip; shape: current date and status',
  'hollow: first promised; line: slip; shape: as it stands',
]

/** The milestones that stand on the plot of this width, a row each; null where there are none. */
export function layLane(model: TrendModel, width: number): Lane | null {
  return lay(model, width, standingOn(model), inPicture, {
    title: 'Milestones',
    legend: legendForms.find((form) => 90 + wordsWidth(form, 'text', fontSize) <= width) ?? null,
  })
}

/** On a page: no more than four, since all of them stand in words below. */
export function layPageLane(model: TrendModel, width: number): Lane | null {
  const standing = standingOn(model)
  const shown = weightiest(standing, model.asOfDay)
  const rest =
    shown.length < standing.length ? `: ${shown.length} of ${standing.length}, all of them below` : ''
  return lay(model, width, shown, onPage, { title: `Milestones${rest}`, legend: null })
}

function standingOn({ milestones, firstDay, lastDay }: TrendModel): LaneMilestone[] {
  return milestones.filter(({ currentDay }) => currentDay >= firstDay && currentDay <= lastDay)
}

/** What is off track first, then what lies nearest to the day of the edition; in the order of their dates. */
function weightiest(milestones: readonly LaneMilestone[], asOfDay: number): LaneMilestone[] {
  const weight = ({ delivery, currentDay }: LaneMilestone) =>
    delivery === 'late' ? -1 : Math.abs(currentDay - asOfDay)
  const chosen = new Set([...milestones].sort((a, b) => weight(a) - weight(b)).slice(0, mostOnPage))
  return milestones.filter((milestone) => chosen.has(milestone))
}

function lay(
  model: TrendModel,
  width: number,
  milestones: readonly LaneMilestone[],
  sizes: typeof inPicture,
  words: Pick<Lane, 'title' | 'legend'>,
): Lane | null {
  if (milestones.length === 0) return null
  const { plot } = frameFor(model, width)
  const { x } = scalesFor(model, plot)
  const isEditionShown = model.asOfDay >= model.firstDay && model.asOfDay <= model.lastDay
  const edition = isEditionShown
    ? {
        x: x(model.asOfDay),
        words: `This edition's data, ${formatDate(dateOfDayNumber(model.asOfDay))}`,
      }
    : null
  const rows = placeLane(milestones, x, plot, width, edition?.x ?? null, sizes.rowHeight)
  return { rows, ...sizes, ...words, from: plot.x, edition }
}

export function laneHeight({ rows, rowHeight, headHeight, footHeight }: Lane): number {
  return headHeight + rows.length * rowHeight + footHeight
}

/** Milestones as drawn: promised date, slip, date and status as they are, words. */
export function LaneMarks({ lane, width }: { lane: Lane; width: number }) {
  const { rows, rowHeight, headHeight, footHeight, title, legend, edition, from } = lane
  const bottom = headHeight + rows.length * rowHeight
  return (
    <g>
      <text className={`${styles.label} ${styles.strong}`} x={0} y={14}>
        {title}
      </text>
      {legend && (
        <text className={styles.label} x={90} y={14}>
          {legend}
        </text>
      )}
      <g transform={`translate(0 ${headHeight})`}>
        {edition && <path className={styles.now} d={`M${edition.x} 0V${bottom - headHeight}`} />}
        {rows.map((row) => (
          <LaneRowMarks key={row.milestone.id} row={row} rowHeight={rowHeight} from={from} width={width} />
        ))}
      </g>
      {edition && (
        <EditionWords
          {...edition}
          y={footHeight > 0 ? bottom + 16 : 14}
          from={footHeight > 0 ? 0 : wordsWidth(title, 'strong', fontSize) + 16}
          to={width}
        />
      )}
    </g>
  )
}

interface LaneRowProps {
  row: LaneRow
  rowHeight: number
  from: number
  width: number
}

function LaneRowMarks({ row, rowHeight, from, width }: LaneRowProps) {
  const { milestone, y, baselineX, isBaselineOn, currentX, text } = row
  return (
    <g>
      <path className={styles.laneRule} d={`M${from} ${y + rowHeight / 2}H${width}`} />
      {Math.abs(currentX - baselineX) > 13 && (
        <>
          <path className={styles.slip} d={`M${baselineX} ${y}H${currentX}`} />
          {isBaselineOn && <path className={styles.baseline} d={`M${baselineX} ${y - 5}l5 5l-5 5l-5 -5Z`} />}
        </>
      )}
      <circle className={styles.knock} cx={currentX} cy={y} r={9} />
      <svg
        aria-hidden="true"
        className={`icon tone-${milestone.colour}`}
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

interface EditionWordsProps {
  words: string
  x: number
  y: number
  /** where they may begin, and must have ended */
  from: number
  to: number
}

function EditionWords({ words, x, y, from, to }: EditionWordsProps) {
  const half = wordsWidth(words, 'text', fontSize) / 2
  return (
    <text
      className={styles.label}
      x={Math.min(Math.max(x, from + half), to - half)}
      y={y}
      textAnchor="middle"
    >
      {words}
    </text>
  )
}
