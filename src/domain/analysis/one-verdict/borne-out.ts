import type { Seen } from '../../findings/method-words.ts'
import { showsMovement, whereItLed } from '../../movement/shows-movement.ts'
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
 * What was seen in the figures received, as far as those published show it; null where they do not. Signs of a chart are
 * never: they speak of figures that are not shown. Of a movement that may be chance, of which the figures published do not
 * show how it goes on, it is told where it led.
 *
 * @param received the same rows as they were received
 */
export function shownIn(
  { periods, values }: SeriesGrid,
  received: readonly Observation[],
  seen: Seen,
): Seen | null {
  switch (seen.kind) {
    case 'movement': {
      if (showsMovement(values, seen.movement)) return seen
      const led = seen.isBeyondChance ? null : whereItLed(values, received, seen.movement)
      return led && { ...seen, movement: led }
    }
    case 'moved':
      return showsMovement(values, seen.movement) ? seen : null
    case 'year': {
      const [was, is] = [values[periods.indexOf(yearBefore(periods.at(-1) ?? ''))], values.at(-1)]
      const isThatWay = isPresent(was) && isPresent(is) && (is - was) * Math.sign(seen.lower + seen.upper) > 0
      return isThatWay ? seen : null
    }
    case 'nothing':
      return seen
    case 'outside':
    case 'trend':
    case 'near':
    case 'side':
    case 'level':
    case 'climb':
      return null
  }
}
