import type { TrendModel } from '../../domain/trends/trend.ts'
import { AxisMarks } from './AxisMarks.tsx'
import { BandMarks } from './ChangeMarks.tsx'
import { Clipped } from './Clipped.tsx'
import { LineMark } from './LineMark.tsx'
import { type Frame, scalesFor } from './plot.ts'
import { MarksOverLine, MarksUnderLine } from './TrendMarks.tsx'

/** The marks of the chart in a frame, without the library that moves them. */
export function StillMarks({ model, frame }: { model: TrendModel; frame: Frame }) {
  const { plot } = frame
  const scales = scalesFor(model, plot)
  const points = model.line.map(({ day, value }) => ({
    x: scales.x(day),
    y: value === null ? null : scales.y(value),
  }))
  return (
    <>
      <BandMarks model={model} plot={plot} scales={scales} />
      <AxisMarks model={model} frame={frame} scales={scales} />
      <MarksUnderLine model={model} frame={frame} scales={scales} />
      <Clipped isNeeded={model.offScale.length > 0} plot={plot}>
        <LineMark points={points} />
      </Clipped>
      <MarksOverLine model={model} frame={frame} scales={scales} />
    </>
  )
}
