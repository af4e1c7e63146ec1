import { formatTarget, formatValue } from '../../../domain/measures/format.ts'
import { dateOfDayNumber } from '../../../domain/periods/calendar.ts'
import { formatPeriod } from '../../../domain/periods/labels.ts'
import type { TrendModel } from '../chart-model.ts'
import { formatRound } from '../model/axis.ts'
import { segmentsOf } from '../model/line-rows.ts'
import { shorthandOf } from '../model/point-words.ts'
import { latestPresent } from '../model/points.ts'
import { type Box, boxesAlong, boxOfLabel, firstFit, type LabelSpot, overlaps, spreadApart } from './boxes.ts'
import { fontSize, gutter, type Plot, type Scales } from './plot.ts'

export type LabelRole = 'latest' | 'target' | 'plan' | 'comparator' | 'change' | 'band' | 'note'

export interface PlacedLabel extends LabelSpot {
  id: string
  role: LabelRole
}

export interface LabelLayout {
  labels: PlacedLabel[]
  /** from the latest point up to its value; null where the value stands close enough */
  stem: { x: number; from: number; to: number } | null
  /** what did not fit on the plot, or is only a letter on it: said below */
  key: string[]
}

export const latestFontSize = 18
const lineHeight = fontSize * 1.3

/**
 * Every label of a chart, where it can be read: none on another, none across the line, none outside. What finds
 * no room in any of its forms goes to the key below the plot, never on top of something else.
 */
export function placeLabels(model: TrendModel, plot: Plot, scales: Scales, isNarrow: boolean): LabelLayout {
  const taken: Box[] = obstacles(model, scales)
  const key: string[] = []
  const labels: PlacedLabel[] = []
  const bounds = { left: plot.x, right: plot.x + plot.width, top: plot.y, bottom: plot.y + plot.height }
  const put = (
    id: string,
    role: LabelRole,
    spots: readonly LabelSpot[],
    otherwise: string | null,
    within = bounds,
  ) => {
    const isBold = role === 'latest' || role === 'target' || role === 'plan' || role === 'band'
    const fit = firstFit(spots, taken, within, role === 'latest' ? latestFontSize : fontSize, isBold)
    if (fit) {
      labels.push({ ...fit.spot, id, role })
      taken.push(fit.box)
    } else if (otherwise) key.push(otherwise)
    return fit?.spot ?? null
  }

  const changes = isNarrow ? letterChanges(model, plot, scales) : laneChanges(model, plot, scales)
  labels.push(...changes.labels)
  key.push(...changes.key)

  const latest = latestPresent(model.points)
  let stem: LabelLayout['stem'] = null
  if (latest) {
    const x = scales.x(latest.day)
    const y = scales.y(latest.value)
    const text = [formatValue(model.measure, latest.value), ...shorthandOf(latest)].join(' ')
    const spot = put('latest', 'latest', latestSpots(text, x, y, bounds), null, {
      ...bounds,
      right: bounds.right + (isNarrow ? 10 : 120),
    })
    if (spot) stem = stemTo(spot, x, y)
  }

  if (isNarrow) {
    key.push(...endTexts(model).map(({ forms }) => forms[0]))
  } else {
    const ends = endLabels(model, plot, scales)
    labels.push(...ends.labels)
    key.push(...ends.key)
  }

  for (const step of model.targetSteps) {
    const isLast = step === model.targetSteps.at(-1)
    const level = step.levels[0]
    if (level === undefined || (isLast && !isNarrow)) continue
    const text = `Target ${formatTarget(model.measure, step.target)}`
    put(
      `target-${step.start}`,
      'target',
      besideLine(text, scales.x(step.start), scales.x(step.end), scales.y(level)),
      isLast ? null : text,
    )
  }
  for (const band of model.bands) {
    const middle = (scales.x(band.start) + scales.x(band.end)) / 2
    const forms = [`${band.title}, ${band.when}`, band.title]
    const room = scales.x(band.end) - scales.x(band.start)
    const fits = forms.filter((text) => widthOf(text, true) <= room)
    put(
      `band-${band.id}`,
      'band',
      fits.flatMap((text) => downwards(text, middle, plot)),
      `Band: ${forms[0]}`,
    )
    if (fits.length > 0 && fits[0] !== forms[0]) key.push(`${forms[0]}`)
  }
  for (const run of absences(model)) {
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
      const y = scales.y(point.previousValue ?? point.value ?? 0)
      put(`revised-${point.period}`, 'note', aroundPoint(text, x, y), text)
    }
  }
  return { labels, stem, key }
}

function widthOf(text: string, isBold = false): number {
  const box = boxOfLabel({ text, x: 0, y: 0, anchor: 'start' }, fontSize, isBold)
  return box.right - box.left
}

function obstacles(model: TrendModel, { x, y }: Scales): Box[] {
  const lines = [
    ...segmentsOf(model.line).map((segment) => segment.map((at) => ({ x: x(at.day), y: y(at.value) }))),
    model.planned.map((at) => ({ x: x(at.day), y: y(at.value) })),
    ...model.comparators.map((line) => line.points.map((at) => ({ x: x(at.day), y: y(at.value) }))),
    ...model.targetSteps.flatMap((step) =>
      step.levels.map((level) => [
        { x: x(step.start), y: y(level) },
        { x: x(step.end), y: y(level) },
      ]),
    ),
  ]
  const rules = model.rules.map(({ day }) => ({
    left: x(day) - 3,
    right: x(day) + 3,
    top: y(model.axis.upper),
    bottom: y(model.axis.lower),
  }))
  return [...lines.flatMap((line) => boxesAlong(line)), ...rules]
}

function latestSpots(text: string, x: number, y: number, bounds: Box): LabelSpot[] {
  const heights = [12, 22, 34, 48, 64, 84, 108]
  const spots: LabelSpot[] = []
  for (const height of heights) {
    for (const anchor of ['middle', 'start', 'end'] as const) {
      const shift = anchor === 'start' ? -8 : anchor === 'end' ? 8 : 0
      if (y - height > bounds.top) spots.push({ text, x: x + shift, y: y - height, anchor })
      if (y + height + 12 < bounds.bottom) spots.push({ text, x: x + shift, y: y + height + 12, anchor })
    }
  }
  return spots
}

function stemTo(spot: LabelSpot, x: number, y: number): LabelLayout['stem'] {
  const isAbove = spot.y < y
  const from = isAbove ? y - 7 : y + 7
  const to = isAbove ? spot.y + 4 : spot.y - latestFontSize * 0.8
  return Math.abs(to - from) > 6 && isAbove === to < from ? { x, from, to } : null
}

function besideLine(text: string, from: number, to: number, y: number): LabelSpot[] {
  const spots: LabelSpot[] = []
  for (const dy of [fontSize + 2, -7]) {
    spots.push({ text, x: from + 3, y: y + dy, anchor: 'start' })
    spots.push({ text, x: to - 3, y: y + dy, anchor: 'end' })
    spots.push({ text, x: (from + to) / 2, y: y + dy, anchor: 'middle' })
  }
  return spots
}

function downwards(text: string, x: number, plot: Plot): LabelSpot[] {
  return Array.from({ length: 14 }, (_, step) => ({
    text,
    x,
    y: plot.y + 24 + (step * (plot.height - 40)) / 14,
    anchor: 'middle' as const,
  }))
}

function aroundPoint(text: string, x: number, y: number): LabelSpot[] {
  return [
    { text, x: x + 7, y: y + 4, anchor: 'start' },
    { text, x: x - 7, y: y + 4, anchor: 'end' },
    { text, x, y: y - 10, anchor: 'middle' },
    { text, x, y: y - 28, anchor: 'middle' },
    { text, x, y: y + 22, anchor: 'middle' },
    { text, x, y: y + 44, anchor: 'middle' },
  ]
}

interface Absence {
  from: number
  to: number
  text: string
}

/** Neighbouring missing or withheld periods share one note. */
function absences(model: TrendModel): Absence[] {
  const runs: (Absence & { first: string; mark: string; end: number })[] = []
  model.points.forEach((point, index) => {
    if (point.value !== null) return
    const mark = point.availability === 'suppressed' ? 'withheld [c]' : 'missing [x]'
    const name = formatPeriod(point.period)
    const before = runs.at(-1)
    if (before && before.end === index - 1 && before.mark === mark) {
      before.end = index
      before.to = point.day
      before.text = `${before.first} to ${name} ${mark}`
    } else
      runs.push({ from: point.day, to: point.day, text: `${name} ${mark}`, first: name, mark, end: index })
  })
  return runs
}

/** Notes of change in lanes above the plot, the lowest lane first. */
function laneChanges(model: TrendModel, plot: Plot, { x }: Scales): Pick<LabelLayout, 'labels' | 'key'> {
  const labels: PlacedLabel[] = []
  const key: string[] = []
  const taken: Box[] = []
  const bounds = { left: 0, right: plot.x + plot.width + 120, top: 18, bottom: plot.y }
  for (const rule of model.rules) {
    const spots = rule.forms.flatMap((text) =>
      [plot.y - 8, plot.y - 8 - lineHeight].flatMap((y) => [
        { text, x: x(rule.day) + 4, y, anchor: 'start' as const },
        { text, x: x(rule.day) - 4, y, anchor: 'end' as const },
      ]),
    )
    const fit = firstFit(spots, taken, bounds, fontSize)
    if (!fit) {
      key.push(rule.forms[0] ?? rule.reason)
      continue
    }
    taken.push(fit.box, { left: x(rule.day) - 2, right: x(rule.day) + 2, top: fit.spot.y, bottom: plot.y })
    labels.push({ ...fit.spot, id: `change-${rule.id}`, role: 'change' })
  }
  return { labels, key }
}

function letterChanges(model: TrendModel, plot: Plot, { x }: Scales): Pick<LabelLayout, 'labels' | 'key'> {
  const taken: Box[] = []
  const labels: PlacedLabel[] = model.rules.map((rule, index) => {
    const text = String.fromCharCode(65 + index)
    const low = { text, x: x(rule.day), y: plot.y - 6, anchor: 'middle' as const }
    const isFree = !taken.some((box) => overlaps(box, boxOfLabel(low, fontSize)))
    const spot = isFree ? low : { ...low, y: low.y - lineHeight }
    taken.push(boxOfLabel(spot, fontSize))
    return { ...spot, id: `change-${rule.id}`, role: 'change' }
  })
  return {
    labels,
    key: model.rules.map((rule, index) => `${String.fromCharCode(65 + index)} ${rule.forms[0] ?? ''}`),
  }
}

interface EndText {
  id: string
  role: LabelRole
  /** longest first */
  forms: readonly [string, string]
  value: number
}

/** What the lines at the right edge are, most important first. */
function endTexts(model: TrendModel): EndText[] {
  const texts: EndText[] = []
  const plan = model.planned.at(-1)
  if (plan) {
    const planWords = `Plan ${formatRound(model.measure, plan.value)}`
    texts.push({
      id: 'plan',
      role: 'plan',
      forms: [`${planWords} by ${formatPeriod(dateOfDayNumber(plan.day).slice(0, 7))}`, planWords],
      value: plan.value,
    })
  }
  const step = model.targetSteps.at(-1)
  const level = step?.levels[0]
  if (step && level !== undefined) {
    const words = `Target ${formatTarget(model.measure, step.target)}`
    texts.push({
      id: 'target',
      role: 'target',
      forms: [words, words],
      value: level,
    })
  }
  for (const line of model.comparators) {
    const last = line.points.at(-1)
    if (!last) continue
    const words = `${line.label} ${formatValue(model.measure, last.value)}`
    texts.push({
      id: `comparator-${line.member}`,
      role: 'comparator',
      forms: [`${words}${line.isAnnual ? ', annual' : ''}`, words],
      value: last.value,
    })
  }
  return texts
}

/** In the gutter right of the plot, pushed apart; what its room makes shorter is said whole in the key. */
function endLabels(model: TrendModel, plot: Plot, { y }: Scales): Pick<LabelLayout, 'labels' | 'key'> {
  const texts = endTexts(model)
  const places = spreadApart(
    texts.map(({ value }) => y(value) + 5),
    lineHeight,
    plot.y + 10,
    plot.y + plot.height,
  )
  const key: string[] = []
  const labels = texts.flatMap(({ id, role, forms }, index) => {
    const isBold = role !== 'comparator'
    const text = forms.find((form) => widthOf(form, isBold) <= gutter - 9)
    if (text !== forms[0]) key.push(forms[0])
    if (!text) return []
    const spot = { x: plot.x + plot.width + 9, y: places[index] ?? plot.y, anchor: 'start' as const }
    return [{ id, role, text, ...spot }]
  })
  return { labels, key }
}
