import { Line, LineChart, usePlotArea, XAxis, YAxis, ZIndexLayer } from 'recharts'
import type { TrendModel } from '../../domain/trends/trend.ts'
import { ActualMarks } from './ActualMarks.tsx'
import { AxisMarks } from './AxisMarks.tsx'
import { BandMarks, RuleMarks } from './ChangeMarks.tsx'
import { Clipped } from './Clipped.tsx'
import { ComparisonMarks } from './ComparisonMarks.tsx'
import styles from './chart.module.css'
import { FanMarks } from './FanMarks.tsx'
import { LabelMarks } from './LabelMarks.tsx'
import { LimitMarks } from './LimitMarks.tsx'
import { placeLabels } from './labels/place-labels.ts'
import { PromiseMarks } from './PromiseMarks.tsx'
import { type Frame, frameFor, type Scales, scalesFor } from './plot.ts'

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
        <UnderLine model={model} frame={frame} />
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
        <OverLine model={model} frame={frame} />
      </ZIndexLayer>
    </LineChart>
  )
}

/** Scales of the plot area that the library has settled on. */
function useScales(model: TrendModel): Scales | null {
  const plot = usePlotArea()
  return plot ? scalesFor(model, plot) : null
}

function UnderLine({ model, frame }: { model: TrendModel; frame: Frame }) {
  const scales = useScales(model)
  if (!scales) return null
  return (
    <>
      <BandMarks model={model} plot={frame.plot} scales={scales} />
      <AxisMarks model={model} frame={frame} scales={scales} />
      <Clipped isNeeded={model.offScale.length > 0} plot={frame.plot}>
        <LimitMarks model={model} plot={frame.plot} scales={scales} />
        <PromiseMarks model={model} scales={scales} />
        <FanMarks model={model} scales={scales} />
      </Clipped>
      <RuleMarks model={model} plot={frame.plot} scales={scales} />
      <ComparisonMarks model={model} plot={frame.plot} scales={scales} />
    </>
  )
}

function OverLine({ model, frame }: { model: TrendModel; frame: Frame }) {
  const scales = useScales(model)
  if (!scales) return null
  const layout = placeLabels(model, frame.plot, scales, frame.isNarrow)
  return (
    <>
      <ActualMarks model={model} plot={frame.plot} scales={scales} />
      <LabelMarks layout={layout} />
    </>
  )
}
