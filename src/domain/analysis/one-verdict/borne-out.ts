import type { Seen } from '../../findings/method-words.ts'
import { showsMovement } from '../../movement/shows-movement.ts'
import { yearBefore } from '../../periods/period.ts'
import { isPresent, type Observation, presentValues } from '../../spc/observation.ts'
import { medianOf } from '../../statistics/centre.ts'
import type { SeriesGrid } from '../series-grid.ts'

/** Of a claim: the latest figure published lies that way from the middle of those published. */
export function liesThatWay(values: readonly Observation[], direction: -1 | 0 | 1): boolean {
  const latest = values.at(-1)
  return direction === 0 || (isPresent(latest) && (latest - medianOf(presentValues(values))) * direction > 0)
}

/**
 * Whether what was seen in the figures received can be told in those published. Signs of a chart cannot: they speak of
 * figures that are not shown.
 */
export function isToldIn({ periods, values }: SeriesGrid, seen: Seen): boolean {
  switch (seen.kind) {
    case 'movement':
    case 'moved':
      return showsMovement(values, seen.movement)
    case 'year': {
      const [was, is] = [values[periods.indexOf(yearBefore(periods.at(-1) ?? ''))], values.at(-1)]
      return isPresent(was) && isPresent(is) && (is - was) * Math.sign(seen.lower + seen.upper) > 0
    }
    case 'nothing':
      return true
    case 'outside':
    case 'trend':
    case 'near':
    case 'side':
    case 'level':
    case 'climb':
      return false
  }
}
