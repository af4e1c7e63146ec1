import type { ReactNode } from 'react'
import { CartesianGrid, Line, LineChart, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts'
import type { TrendModel } from '../../domain/trends/trend.ts'
import { AxisTitle, GridLine, TimeTick, timeWords, ValueTick, valueWords } from './AxisMarks.tsx'
import { BandMarks } from './ChangeMarks.tsx'
import styles from './chart.module.css'
import { LineMark } from './LineMark.tsx'
import { frameFor, type Scales } from './plot.ts'
import { MarksOverLine, MarksUnderLine } from './TrendMarks.tsx'

export interface TrendChartProps {
  model: TrendModel
  width: number
  /** that of its width, where it is not given */
  height?: number | undefined
  /** what lies over the chart, on its own scales */
  children?: (scales: Scales) => ReactNode
}

/** No room of the library's own between an axis and its words, and no line of its own: the marks have both. */
const axis = {
  type: 'number',
  allowDataOverflow: true,
  axisLine: false,
  tickLine: false,
  interval: 0,
} as const
const ticks = { tickSize: 0, tickMargin: 0 } as const
/** Where they are written they are drawn: nothing is lifted over what comes after it. */
const inOrder = { zIndex: 0 } as const

/**
 * The picture alone: its words, its table and its keys are the panel's. The library has scales, axes, grid and line;
 * what they look like are the marks of the picture (decision 0047).
 */
export function TrendChart({ model, width, height, children }: TrendChartProps) {
  const frame = frameFor(model, width, height)
  const { plot, margin } = frame
  const values = valueWords(model, frame)
  const times = timeWords(model, frame)
  return (
    <LineChart
      className={styles.chart ?? ''}
      width={frame.width}
      height={frame.height}
      // the axes take their own room
      margin={{ ...margin, left: 0, bottom: 0 }}
      data={model.line}
      accessibilityLayer={false}
    >
      <OnScales>{(scales) => <BandMarks model={model} plot={plot} scales={scales} />}</OnScales>
      <CartesianGrid
        {...inOrder}
        vertical={false}
        syncWithTicks
        horizontal={({ x1, x2, y1, index }) => (
          <GridLine from={x1} to={x2} y={y1} isAxis={model.axis.ticks[index] === model.axis.lower} />
        )}
      />
      <YAxis
        {...axis}
        {...ticks}
        {...inOrder}
        width={margin.left}
        domain={[model.axis.lower, model.axis.upper]}
        ticks={model.axis.ticks}
        tick={({ x, y, index }) => <ValueTick x={Number(x)} y={Number(y)} words={values[index] ?? null} />}
      />
      <AxisTitle model={model} width={width} />
      <XAxis
        {...axis}
        {...ticks}
        {...inOrder}
        height={margin.bottom}
        dataKey="day"
        domain={[model.firstDay, model.lastDay]}
        ticks={times.map(({ day }) => day)}
        tick={({ x, y, index }) => {
          const time = times[index]
          return time ? <TimeTick x={Number(x)} y={Number(y)} time={time} /> : null
        }}
      />
      <OnScales>{(scales) => <MarksUnderLine model={model} frame={frame} scales={scales} />}</OnScales>
      <Line
        {...inOrder}
        dataKey="value"
        type="linear"
        shape={({ points }) => <LineMark points={points ?? []} />}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <OnScales>{(scales) => <MarksOverLine model={model} frame={frame} scales={scales} />}</OnScales>
      {children && <OnScales>{children}</OnScales>}
    </LineChart>
  )
}

/** Marks on the scales on which the library draws the line. */
function OnScales({ children }: { children: (scales: Scales) => ReactNode }) {
  const [x, y] = [useXAxisScale(), useYAxisScale()]
  if (!x || !y) return null
  // every number has a place on a scale of numbers; the library allows for scales of names
  return children({ x: (day) => x(day) ?? Number.NaN, y: (value) => y(value) ?? Number.NaN })
}
