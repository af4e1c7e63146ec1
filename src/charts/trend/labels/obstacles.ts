import { segmentsOf } from '../../../domain/trends/line-rows.ts'
import type { TrendModel } from '../../../domain/trends/trend.ts'
import type { Scales } from '../plot.ts'
import { type Box, boxesAlong } from './boxes.ts'

/** The measure's own line. */
export function ownLine({ line }: TrendModel, { x, y }: Scales): Box[] {
  return segmentsOf(line).flatMap((segment) =>
    boxesAlong(segment.map((at) => ({ x: x(at.day), y: y(at.value) }))),
  )
}

/** What no label may lie across: lines, and the rules of recorded changes. */
export function obstacles(model: TrendModel, scales: Scales): Box[] {
  const { x, y } = scales
  const lines = [
    model.planned.map((at) => ({ x: x(at.day), y: y(at.value) })),
    ...model.comparators.map((line) => line.points.map((at) => ({ x: x(at.day), y: y(at.value) }))),
    [
      ...(model.fan.origin ? [{ day: model.fan.origin.day, median: model.fan.origin.value }] : []),
      ...model.fan.points,
    ].map(({ day, median }) => ({ x: x(day), y: y(median) })),
    ...[model.comparison?.before, model.comparison?.after].map((side) =>
      side
        ? [
            { x: x(side.start), y: y(side.mean) },
            { x: x(side.end), y: y(side.mean) },
          ]
        : [],
    ),
    ...model.targetSteps.flatMap((step) =>
      step.levels.map((level) => [
        { x: x(step.start), y: y(level) },
        { x: x(step.end), y: y(level) },
      ]),
    ),
  ]
  const chosen = model.comparison ? [model.comparison] : []
  const rules = [...model.rules, ...chosen].map(({ day }) => ({
    left: x(day) - 3,
    right: x(day) + 3,
    top: y(model.axis.upper),
    bottom: y(model.axis.lower),
  }))
  return [...ownLine(model, scales), ...lines.flatMap((line) => boxesAlong(line)), ...rules]
}

/** Limits and means, broken where limits start again. */
export function limitObstacles({ limits }: TrendModel, { x, y }: Scales): Box[] {
  const lines = limits.flatMap(({ start, end, mean, drawnLower, drawnUpper }) =>
    [mean, drawnLower, drawnUpper]
      .filter((level) => level !== null)
      .map((level) => [
        { x: x(start), y: y(level) },
        { x: x(end), y: y(level) },
      ]),
  )
  return lines.flatMap((line) => boxesAlong(line))
}
