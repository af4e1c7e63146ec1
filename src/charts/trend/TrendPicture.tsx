import type { PictureSize } from '../../domain/exhibits/exhibit.ts'
import { numberInWords } from '../../domain/measures/format.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import { outsideInWords } from '../../domain/trends/lane.ts'
import type { TrendModel } from '../../domain/trends/trend.ts'
import { wordsWidth } from '../type/words-width.ts'
import { wrapWords } from '../type/wrap-words.ts'
import styles from './chart.module.css'
import { type Lane, LaneMarks, laneHeight, layLane } from './LaneMarks.tsx'
import { placeLabels } from './labels/place-labels.ts'
import { fontSize, frameFor } from './plot.ts'
import { StillMarks } from './StillMarks.tsx'

const keyLine = 20
const laneGap = 12
/** the plot is not squeezed below this to make room for milestones */
const leastChart = 260
/** a lower one has one lane for notes of change, or none where there is nothing to note */
const lowChart = 240

export interface TrendPictureProps {
  model: TrendModel
  size: PictureSize
}

/**
 * The trend as a picture that stands by itself: the marks of the chart on the page, without the library that
 * moves them, with milestones and key inside. The same model and size give the same picture, to the byte.
 */
export function TrendPicture({ model, size: { width, height } }: TrendPictureProps) {
  const fullLane = layLane(model, width)
  const outside = outsideInWords(model.outside)
  const lane = fullLane && height - laneHeight(fullLane) - laneGap >= leastChart ? fullLane : null
  const forChart = height - (lane ? laneHeight(lane) + laneGap : 0)
  const { key, chartHeight } = fitKey(model, width, forChart, [
    ...(fullLane && !lane ? [laneInWords(fullLane)] : []),
    ...(outside ? [outside] : []),
  ])
  return (
    <g className={styles.chart} fontFamily="var(--font-text)" fontSize={fontSize}>
      <StillMarks model={model} frame={pictureFrame(model, width, chartHeight)} />
      {key.map((line, index) => (
        <text key={line} className={styles.label} x={0} y={chartHeight + index * keyLine + 14}>
          {line}
        </text>
      ))}
      {lane && (
        <g transform={`translate(0 ${forChart + laneGap})`}>
          <LaneMarks lane={lane} width={width} />
        </g>
      )}
    </g>
  )
}

function pictureFrame(model: TrendModel, width: number, height: number) {
  const top = height >= lowChart ? undefined : model.rules.length > 0 ? 48 : 30
  return frameFor(model, width, height, top)
}

/** @example 'Six milestones not drawn, one off track: Second OT clinic open' */
function laneInWords({ rows }: Lane): string {
  const late = rows.filter(({ milestone }) => milestone.delivery === 'late')
  const [first] = late
  const count = `${capital(numberInWords(rows.length))} ${rows.length === 1 ? 'milestone' : 'milestones'} not drawn`
  if (!first) return count
  return late.length === 1
    ? `${count}, one off track: ${first.milestone.title}`
    : `${count}, ${numberInWords(late.length)} off track`
}

/** The key takes room from the plot, on which then fewer labels find theirs: until what is left out has its line. */
function fitKey(model: TrendModel, width: number, height: number, leftOut: readonly string[]) {
  let lines = 0
  for (;;) {
    const chartHeight = height - lines * keyLine
    const key = keyOf(model, width, chartHeight, leftOut)
    if (key.length <= lines || chartHeight < 2 * keyLine) return { key, chartHeight }
    lines = key.length
  }
}

/** What is only a letter on the plot or not drawn at all, in lines of this width. */
function keyOf(model: TrendModel, width: number, height: number, leftOut: readonly string[]): string[] {
  const frame = pictureFrame(model, width, height)
  const { key } = placeLabels(model, frame)
  const lines: string[] = []
  for (const entry of [...key, ...leftOut]) {
    const longer = [lines.at(-1), entry].filter(Boolean).join('. ')
    if (lines.length > 0 && wordsWidth(longer, 'text', fontSize) <= width) lines[lines.length - 1] = longer
    else lines.push(...wrapWords(entry, width, 'text', fontSize))
  }
  return lines
}
