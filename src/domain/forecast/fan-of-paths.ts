import type { Forecast, ForecastMonth } from './forecast.ts'
import { simulatePaths } from './simulate-paths.ts'

/** What is drawn of a month ahead. */
export type Interval = Pick<ForecastMonth, 'median' | 'lower80' | 'upper80' | 'lower95' | 'upper95'>

/**
 * Median and intervals of each month ahead, read from the paths on which the chances of a target are counted: those of
 * a list follow a turn, which one line through three years does not.
 *
 * @example rising by 7 for 30 months, falling by 7 for twelve → a median that goes on falling
 */
export function fanOfPaths({ joint }: Pick<Forecast, 'joint'>): Interval[] {
  const { count, steps, values: drawn } = simulatePaths(joint)
  return joint.seasonal.map((_, step) => {
    const values = new Float64Array(count).map((_, path) => drawn[path * steps + step] ?? 0).sort()
    const at = (share: number) => joint.scale.fromScale(values[Math.round(share * (count - 1))] ?? 0)
    return {
      median: at(0.5),
      lower80: at(0.1),
      upper80: at(0.9),
      lower95: at(0.025),
      upper95: at(0.975),
    }
  })
}
