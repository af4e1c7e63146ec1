import { type Extent, extentOf, isFar, sideOf } from '../figures/within-scale.ts'
import { formatTarget, formatValue, type Measured } from '../measures/format.ts'
import { dateOfDayNumber } from '../periods/calendar.ts'
import { formatPeriod } from '../periods/labels.ts'
import { formatRound, type ValueAxis } from './axis.ts'
import type { ComparatorLine } from './comparators.ts'
import type { Fan } from './forecast.ts'
import type { LimitStretch } from './limits.ts'
import type { TrendPoint } from './points.ts'
import type { TargetStep } from './target-steps.ts'

/**
 * The levels that an axis is made for: the figures, and what they are held against where that would not flatten them.
 *
 * @example figures 24 to 36, levels 40 and 9,000 → 24, 36, 40
 */
export function levelsOnScale(figures: readonly number[], levels: readonly number[]): number[] {
  const extent = extentOf(figures)
  return extent ? [extent.low, extent.high, ...levels.filter((level) => !isFar(level, extent))] : [...levels]
}

/** An arrow for those who look, at the end of a short text. */
export const sideArrows = { above: '\u2191', below: '\u2193' } as const

export function sideOfAxis(value: number, { lower, upper }: Pick<ValueAxis, 'lower' | 'upper'>) {
  return sideOf(value, extentOfAxis({ lower, upper }))
}

function extentOfAxis({ lower, upper }: Pick<ValueAxis, 'lower' | 'upper'>): Extent {
  return { low: lower, high: upper }
}

/** What of a trend is drawn on its scale. */
interface Drawn {
  measure: Measured
  axis: ValueAxis
  points: readonly TrendPoint[]
  targetSteps: readonly TargetStep[]
  planned: readonly { day: number; value: number }[]
  limits: readonly LimitStretch[]
  comparators: readonly ComparatorLine[]
  fan: Fan
}

/**
 * What belongs to a chart and lies beyond its scale, in words: nothing leaves a picture unsaid.
 *
 * @example 'Target 9,000, far above this scale'; '1 figure lies above this scale: 9,000 (Jan 2025)'
 */
export function offScaleInWords(model: Drawn): string[] {
  const { measure, axis } = model
  const shown = (value: number) => formatValue(measure, value)
  return [
    ...figuresInWords(measure, model.points, axis),
    ...unique(
      model.targetSteps.flatMap(({ target, levels }) =>
        levels.flatMap((level) => far(`Target ${formatTarget(measure, target)}`, level, axis)),
      ),
    ),
    ...planInWords(model),
    ...model.limits.flatMap(({ words, when, mean, drawnLower, drawnUpper }) =>
      sidesOf([mean, drawnLower, drawnUpper], axis).map(
        (side) => `${words}, ${when}: partly ${side} this scale`,
      ),
    ),
    ...model.comparators.flatMap(({ label, points, isAnnual }) => {
      const last = points.at(-1)
      return last ? far(`${label} ${shown(last.value)}${isAnnual ? ', annual' : ''}`, last.value, axis) : []
    }),
    ...sidesOf(
      model.fan.points.flatMap(({ lower95, upper95 }) => [lower95, upper95]),
      axis,
    ).map((side) => `The forecast reaches ${side} this scale`),
  ]
}

const mostNamed = 6

function figuresInWords(measure: Measured, points: readonly TrendPoint[], axis: ValueAxis): string[] {
  return (['above', 'below'] as const).flatMap((side) => {
    const off = points.flatMap(({ value, label }) =>
      value !== null && sideOfAxis(value, axis) === side ? [`${formatValue(measure, value)} (${label})`] : [],
    )
    if (off.length === 0) return []
    const more = off.length > mostNamed ? ` and ${off.length - mostNamed} more` : ''
    const count = off.length === 1 ? '1 figure lies' : `${off.length} figures lie`
    return [`${count} ${side} this scale: ${off.slice(0, mostNamed).join(', ')}${more}`]
  })
}

function planInWords({ measure, axis, planned }: Drawn): string[] {
  const last = planned.at(-1)
  if (
    !last ||
    sidesOf(
      planned.map(({ value }) => value),
      axis,
    ).length === 0
  )
    return []
  const by = formatPeriod(dateOfDayNumber(last.day).slice(0, 7))
  const side = sideOfAxis(last.value, axis)
  const words = `Plan ${formatRound(measure, last.value)} by ${by}`
  return [side ? `${words}, far ${side} this scale` : `${words}, partly beyond this scale`]
}

function far(words: string, level: number, axis: ValueAxis): string[] {
  const side = sideOfAxis(level, axis)
  return side ? [`${words}, far ${side} this scale`] : []
}

function sidesOf(levels: readonly (number | null)[], axis: ValueAxis): ('above' | 'below')[] {
  return unique(levels.flatMap((level) => (level === null ? [] : (sideOfAxis(level, axis) ?? []))))
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}
