import { formatTarget, formatValue } from '../../../domain/measures/format.ts'
import { dateOfDayNumber } from '../../../domain/periods/calendar.ts'
import { formatPeriod } from '../../../domain/periods/labels.ts'
import { sideOfAxis } from '../../../domain/trends/off-scale.ts'
import { shorthandOf } from '../../../domain/trends/point-words.ts'
import { latestPresent } from '../../../domain/trends/points.ts'
import type { TrendModel } from '../../../domain/trends/trend.ts'
import { type Frame, fontSize, keepOnPlot, scalesFor } from '../plot.ts'
import { absences } from './absences.ts'
import { type Box, boxOfLabel, firstFit, type LabelSpot } from './boxes.ts'
import { laneChanges, letterChanges } from './change-labels.ts'
import { endLabels, endTexts } from './end-labels.ts'
import {
  type LabelLayout,
  type LabelRole,
  latestFontSize,
  lineHeight,
  type PlacedLabel,
  widthOfLabel,
} from './label-layout.ts'
import {
  aroundPoint,
  besideEdge,
  besideLine,
  besideRibbon,
  downwards,
  latestSpots,
  stemTo,
} from './label-spots.ts'
import { limitObstacles, obstacles, ownLine } from './obstacles.ts'

/**
 * Every label of a chart, where it can be read: none on another, none across the line, none outside. What finds
 * no room in any of its forms goes to the key below the plot, never on top of something else.
 */
export function placeLabels(model: TrendModel, { plot, isNarrow }: Frame): LabelLayout {
  // its own measure of the frame: the key below is wanted before anything is drawn
  const scales = scalesFor(model, plot)
  const taken: Box[] = [...obstacles(model, scales), ...limitObstacles(model, scales)]
  const key: string[] = [...model.offScale]
  const labels: PlacedLabel[] = []
  const bounds = { left: plot.x, right: plot.x + plot.width, top: plot.y, bottom: plot.y + plot.height }
  const put = (
    id: string,
    role: LabelRole,
    spots: readonly LabelSpot[],
    otherwise: string | null,
    within = bounds,
    against: readonly Box[] = taken,
  ) => {
    const isBold =
      role === 'latest' || role === 'target' || role === 'plan' || role === 'band' || role === 'side'
    const fit = firstFit(spots, against, within, role === 'latest' ? latestFontSize : fontSize, isBold)
    if (fit) {
      labels.push({ ...fit.spot, id, role })
      taken.push(fit.box)
    } else if (otherwise) key.push(otherwise)
    return fit?.spot ?? null
  }

  const changes = isNarrow ? letterChanges(model, plot, scales) : laneChanges(model, plot, scales)
  labels.push(...changes.labels)
  const notes = changes.labels.map((label) => boxOfLabel(label, fontSize))
  taken.push(...notes)
  key.push(...changes.key)

  // the names of lines have one place each, so that the latest figure gives way to them
  const ends = isNarrow ? null : endLabels(model, plot, scales)
  const endBoxes = (ends?.labels ?? []).map((label) => boxOfLabel(label, fontSize, true))
  taken.push(...endBoxes)

  const latest = latestPresent(model.points)
  let stem: LabelLayout['stem'] = null
  if (latest) {
    const x = scales.x(latest.day)
    const y = keepOnPlot(scales.y(latest.value), plot)
    const text = [formatValue(model.measure, latest.value), ...shorthandOf(latest)].join(' ')
    const spots = latestSpots(text, x, y, bounds)
    // it may stand on the plot's upper edge: nothing else is there but notes of change
    const within = { ...bounds, top: bounds.top - 16, right: bounds.right + (isNarrow ? 10 : 120) }
    const spot =
      put('latest', 'latest', spots, null, within) ??
      // it has to be somewhere: rather across a limit or a rule than nowhere, never across its own line
      put('latest', 'latest', spots, null, within, [...notes, ...endBoxes, ...ownLine(model, scales)])
    if (spot) stem = stemTo(spot, x, y)
  }

  for (const point of model.points) {
    if (point.value === null || point.period === latest?.period) continue
    const y = scales.y(point.value)
    const edge = keepOnPlot(y, plot)
    if (y === edge) continue
    put(
      `off-${point.period}`,
      'note',
      besideEdge(formatValue(model.measure, point.value), scales.x(point.day), edge, y < edge),
      null,
      { ...bounds, top: bounds.top - 16 },
    )
  }

  if (isNarrow) {
    key.push(...endTexts(model).flatMap(({ forms, side }) => (side === null ? (forms[0] ?? []) : [])))
  }
  labels.push(...(ends?.labels ?? []))
  key.push(...(ends?.key ?? []))

  for (const side of [model.comparison?.before, model.comparison?.after]) {
    if (!side) continue
    const spots = besideLine(side.words, scales.x(side.start), scales.x(side.end), scales.y(side.mean))
    put(`side-${side.start}`, 'side', spots, `${side.words} (mean)`)
  }
  for (const stretch of model.limits) {
    // limits beyond the scale are said with all else that is
    if (
      [stretch.mean, stretch.drawnLower, stretch.drawnUpper].some(
        (level) => level !== null && sideOfAxis(level, model.axis),
      )
    )
      continue
    const spots = besideRibbon(stretch.words, stretch, plot, scales)
    // a phone has room for the lines alone
    put(`limits-${stretch.start}`, 'limit', isNarrow ? [] : spots, `${stretch.words}, ${stretch.when}`)
  }
  for (const step of model.targetSteps) {
    const isLast = step === model.targetSteps.at(-1)
    const level = step.levels[0]
    if (level === undefined || (isLast && !isNarrow) || sideOfAxis(level, model.axis)) continue
    const text = `Target ${formatTarget(model.measure, step.target)}`
    put(
      `target-${step.start}`,
      'target',
      besideLine(text, scales.x(step.start), scales.x(step.end), scales.y(level)),
      isLast ? null : `${text} to ${formatPeriod(dateOfDayNumber(step.end - 1).slice(0, 7))}`,
    )
  }
  for (const band of model.bands) {
    const middle = (scales.x(band.start) + scales.x(band.end)) / 2
    const forms = [`${band.title}, ${band.when}`, band.title]
    const room = scales.x(band.end) - scales.x(band.start)
    const fits = forms.filter((text) => widthOfLabel(text, true) <= room)
    put(
      `band-${band.id}`,
      'band',
      fits.flatMap((text) => downwards(text, middle, plot)),
      `Band: ${forms[0]}`,
    )
    if (fits.length > 0 && fits[0] !== forms[0]) key.push(`${forms[0]}`)
  }
  for (const run of absences(model.points)) {
    const x = (scales.x(run.from) + scales.x(run.to)) / 2
    const y = bounds.bottom - 16
    put(
      `absent-${run.from}`,
      'note',
      [
        { text: run.text, x, y, anchor: 'middle' },
        { text: run.text, x: x + 8, y, anchor: 'start' },
        { text: run.text, x: x - 8, y, anchor: 'end' },
        { text: run.text, x, y: y - lineHeight, anchor: 'middle' },
      ],
      run.text,
    )
  }
  if (model.showRevisions) {
    for (const point of model.points) {
      if (!point.revised) continue
      const text =
        point.previousValue === null
          ? `${formatPeriod(point.period)} revised [r]`
          : `${formatPeriod(point.period)} revised from ${formatValue(model.measure, point.previousValue)} [r]`
      const x = scales.x(point.day)
      const y = keepOnPlot(scales.y(point.previousValue ?? point.value ?? 0), plot)
      put(`revised-${point.period}`, 'note', aroundPoint(text, x, y), text)
    }
  }
  return { labels, stem, key }
}
