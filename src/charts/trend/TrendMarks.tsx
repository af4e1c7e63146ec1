import type { TrendModel } from '../../domain/trends/trend.ts'
import { ActualMarks } from './ActualMarks.tsx'
import { RuleMarks } from './ChangeMarks.tsx'
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

/** What lies between the grid and the line of the measure: what its figures are held against. */
export function MarksUnderLine({ model, frame: { plot }, scales }: TrendMarksProps) {
  return (
    <>
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
  return (
    <>
      <ActualMarks model={model} plot={frame.plot} scales={scales} />
      <LabelMarks layout={placeLabels(model, frame)} />
    </>
  )
}
