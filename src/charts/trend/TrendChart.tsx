import { Line, LineChart, useXAxisScale, useYAxisScale, XAxis, YAxis, ZIndexLayer } from 'recharts'
import type { TrendModel } from '../../domain/trends/trend.ts'
import styles from './chart.module.css'
import { type Frame, frameFor } from './plot.ts'
import { MarksOverLine, MarksUnderLine } from './TrendMarks.tsx'

export interface TrendChartProps {
  model: TrendModel
  width: number
}

const underLine = 50
const overLine = 600

/** The picture alone: its words, its table and its keys are the panel's. */
export function TrendChart({ model, width }: TrendChartProps) {
  const frame = frameFor(model, width)
  return (
    <LineChart
      className={styles.chart ?? ''}
      width={frame.width}
      height={frame.height}
      margin={frame.margin}
      data={model.line}
      accessibilityLayer={false}
    >
      <XAxis dataKey="day" type="number" domain={[model.firstDay, model.lastDay]} allowDataOverflow hide />
      <YAxis type="number" domain={[model.axis.lower, model.axis.upper]} allowDataOverflow hide />
      <ZIndexLayer zIndex={underLine}>
        <Layer of={MarksUnderLine} model={model} frame={frame} />
      </ZIndexLayer>
      <Line
        dataKey="value"
        type="linear"
        className={styles.actual ?? ''}
        stroke="var(--chart-actual)"
        strokeWidth="var(--chart-actual-width)"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
        connectNulls={false}
      />
      <ZIndexLayer zIndex={overLine}>
        <Layer of={MarksOverLine} model={model} frame={frame} />
      </ZIndexLayer>
    </LineChart>
  )
}

/** One layer of marks, on the scales on which the library draws the line. */
function Layer({ of: Marks, model, frame }: { of: typeof MarksUnderLine; model: TrendModel; frame: Frame }) {
  const [x, y] = [useXAxisScale(), useYAxisScale()]
  if (!x || !y) return null
  // every number has a place on a scale of numbers; the library allows for scales of names
  const scales = { x: (day: number) => x(day) ?? Number.NaN, y: (value: number) => y(value) ?? Number.NaN }
  return <Marks model={model} frame={frame} scales={scales} />
}
