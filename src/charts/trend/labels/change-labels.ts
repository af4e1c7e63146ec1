import type { TrendModel } from '../../../domain/trends/trend.ts'
import { fontSize, type Plot, type Scales } from '../plot.ts'
import { type Box, boxOfLabel, firstFit, overlaps } from './boxes.ts'
import { type LabelLayout, lineHeight, type PlacedLabel } from './label-layout.ts'

/** Notes of change in lanes above the plot, the lowest lane first. */
export function laneChanges(
  model: TrendModel,
  plot: Plot,
  { x }: Scales,
): Pick<LabelLayout, 'labels' | 'key'> {
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

/** Letters above the rules, explained in the key: a phone has no room for more. */
export function letterChanges(
  model: TrendModel,
  plot: Plot,
  { x }: Scales,
): Pick<LabelLayout, 'labels' | 'key'> {
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
