import { figuresBehind, toldOf } from '../../disclosure/figures-behind.ts'
import type { Series } from '../../figures/figure.ts'
import { borough, meetsTarget, targetAt } from '../../measures/measure.ts'
import { monthOf } from '../../periods/calendar.ts'
import { judgePosition } from '../../trajectory/judge-position.ts'
import type { MeasureContext } from '../chart-series.ts'
import type { HiddenByRounding } from '../edition-analysis.ts'

/**
 * Whether the latest figure of the whole meets its target, and where it stands on its plan, are told where that holds
 * whatever the figure published was before it was rounded.
 *
 * @example 330 published, of 328 to 332, a target of 329 → the target is hidden
 */
export function hiddenSides({ kpi, plan, asOf }: MeasureContext, published: Series): HiddenByRounding[] {
  const latest = published.points.at(-1)
  if (published.dimension !== borough.dimension || !latest || latest.value === null) return []
  const { value } = latest
  const behind = figuresBehind(kpi, value)
  const target = targetAt(kpi.targets, monthOf(asOf))
  const isMet = (figure: number) => target && meetsTarget(figure, target, kpi.direction)
  const standing = (figure: number) => {
    const position = judgePosition({ kpi, isWhole: true, plan, asOf }, { ...latest, value: figure })
    return position.kind === 'position' ? position.standing : null
  }
  return [
    ...(toldOf(isMet, value, behind) === 'hidden' ? (['target'] as const) : []),
    ...(toldOf(standing, value, behind) === 'hidden' ? (['plan'] as const) : []),
  ]
}
