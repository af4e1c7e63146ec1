import { formatTarget, formatValue, workedOut } from '../../../domain/measures/format.ts'
import { dateOfDayNumber } from '../../../domain/periods/calendar.ts'
import { formatPeriod } from '../../../domain/periods/labels.ts'
import { formatRound } from '../../../domain/trends/axis.ts'
import { sideArrows, sideOfAxis } from '../../../domain/trends/off-scale.ts'
import type { TrendModel } from '../../../domain/trends/trend.ts'
import { gutter, keepOnPlot, type Plot, type Scales } from '../plot.ts'
import { spreadApart } from './boxes.ts'
import { type LabelLayout, type LabelRole, lineHeight, widthOfLabel } from './label-layout.ts'

interface EndText {
  id: string
  role: LabelRole
  /** longest first */
  forms: readonly string[]
  value: number
  /** where it lies beyond the scale, which is said in words with all else that does */
  side: 'above' | 'below' | null
}

/** What the lines at the right edge are, most important first. */
export function endTexts(model: TrendModel): EndText[] {
  return textsOfLines(model).map((text) => {
    const side = sideOfAxis(text.value, model.axis)
    if (side === null) return { ...text, side }
    const shortest = text.forms.at(-1) ?? ''
    return { ...text, forms: [`${shortest} ${sideArrows[side]}`], side }
  })
}

function textsOfLines(model: TrendModel): Omit<EndText, 'side'>[] {
  const texts: Omit<EndText, 'side'>[] = []
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
  const ahead = model.fan.points.at(-1)
  if (ahead) {
    const shown = (value: number) => formatValue(workedOut(model.measure), value)
    const words = `Forecast ${shown(ahead.lower80)} to ${shown(ahead.upper80)}`
    texts.push({
      id: 'forecast',
      role: 'forecast',
      forms: [`${words} by ${formatPeriod(ahead.period)} if nothing changes`, words, 'Forecast'],
      value: ahead.median,
    })
  }
  const step = model.targetSteps.at(-1)
  const level = step?.levels[0]
  if (step && level !== undefined) {
    const words = `Target ${formatTarget(model.measure, step.target)}`
    texts.push({
      id: 'target',
      role: 'target',
      forms: [words],
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
export function endLabels(model: TrendModel, plot: Plot, { y }: Scales): Pick<LabelLayout, 'labels' | 'key'> {
  const texts = endTexts(model)
  const places = spreadApart(
    texts.map(({ value }) => keepOnPlot(y(value), plot) + 5),
    lineHeight,
    plot.y + 10,
    plot.y + plot.height,
  )
  const key: string[] = []
  const labels = texts.flatMap(({ id, role, forms }, index) => {
    const isBold = role !== 'comparator'
    const text = forms.find((form) => widthOfLabel(form, isBold) <= gutter - 9)
    if (text !== forms[0] && forms[0]) key.push(forms[0])
    if (!text) return []
    const spot = { x: plot.x + plot.width + 9, y: places[index] ?? plot.y, anchor: 'start' as const }
    return [{ id, role, text, ...spot }]
  })
  return { labels, key }
}
