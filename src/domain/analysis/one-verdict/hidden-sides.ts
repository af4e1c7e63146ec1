import { figuresBehind, toldOf } from '../../disclosure/figures-behind.ts'
import type { Series } from '../../figures/figure.ts'
import { borough, meetsTarget, targetAt } from '../../measures/measure.ts'
import { monthOf } from '../../periods/calendar.ts'
import { judgePosition } from '../../trajectory/judge-position.ts'
import type { MeasureContext } from '../chart-series.ts'
import { type HiddenByRounding, hiddenByRounding } from '../edition-analysis.ts'

/**
 * Whether the latest figure of the whole meets its target, and where it stands on its plan, are told where the figure
 * published and the one received say the same, and
 * nothing that is protected could be worked out from it (untoldSides).
 *
 * @example 330 published, 328 received, a target of 329 → the target is hidden
 */
export function hiddenSides(
  { kpi, plan, asOf }: MeasureContext,
  published: Series,
  received: Series,
  untold: readonly HiddenByRounding[],
): HiddenByRounding[] {
  const latest = published.points.at(-1)
  if (published.dimension !== borough.dimension || !latest || latest.value === null) return []
  const own = received.points.find(({ period }) => period === latest.period)
  const behind = figuresBehind(kpi.unit, latest, own?.value ?? null)
  const target = targetAt(kpi.targets, monthOf(asOf))
  const sides: Partial<Record<HiddenByRounding, (value: number) => unknown>> = {
    target: (value) => target && meetsTarget(value, target, kpi.direction),
    plan: (value) => {
      const position = judgePosition({ kpi, isWhole: true, plan, asOf }, { ...latest, value })
      return position.kind === 'position' ? position.standing : null
    },
  }
  const isHidden = (side: HiddenByRounding) => {
    const judge = sides[side]
    return untold.includes(side) || (judge && toldOf(judge, latest.value ?? 0, behind) === 'hidden')
  }
  return hiddenByRounding.filter(isHidden)
}
