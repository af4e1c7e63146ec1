import type { TrendModel } from '../../domain/trends/trend.ts'
import { ActualMarks } from './ActualMarks.tsx'
import { AxisMarks } from './AxisMarks.tsx'
import { BandMarks, RuleMarks } from './ChangeMarks.tsx'
import { Clipped } from './Clipped.tsx'
import { ComparisonMarks } from './ComparisonMarks.tsx'
import { FanMarks } from './FanMarks.tsx'
import { LabelMarks } from './LabelMarks.tsx'
import { LimitMarks } from './LimitMarks.tsx'
import { placeLabels } from './labels/place-labels.ts'
import { PromiseMarks } from './PromiseMarks.tsx'
import type { Frame, Scales } from './plot.ts'

export interface TrendMarksProps {
  model: TrendModel
  frame: Frame
  scales: Scales
}

/** What lies under the line of the measure: what happened, the axes, and what the figures are held against. */
export function MarksUnderLine({ model, frame, scales }: TrendMarksProps) {
  const { plot } = frame
  return (
    <>
      <BandMarks model={model} plot={plot} scales={scales} />
      <AxisMarks model={model} frame={frame} scales={scales} />
      <Clipped isNeeded={model.offScale.length > 0} plot={plot}>
        <LimitMarks model={model} plot={plot} scales={scales} />
        <PromiseMarks model={model} scales={scales} />
        <FanMarks model={model} scales={scales} />
      </Clipped>
      <RuleMarks model={model} plot={plot} scales={scales} />
      <ComparisonMarks model={model} plot={plot} scales={scales} />
    </>
  )
}

/** What lies over the line: its points, and the words. */
export function MarksOverLine({ model, frame, scales }: TrendMarksProps) {
  const { plot, isNarrow } = frame
  return (
    <>
      <ActualMarks model={model} plot={plot} scales={scales} />
      <LabelMarks layout={placeLabels(model, plot, scales, isNarrow)} />
    </>
  )
}
