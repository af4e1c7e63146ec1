import type { Seen } from '../../findings/method-words.ts'
import { holdsOfLate, type Movement } from '../../movement/find-movement.ts'
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
      return false
  }
}

/** The figures at its ends are published, lie the way that is told, and those since bear out how it goes on. */
function showsMovement(values: readonly Observation[], { kind, from, to, direction }: Movement): boolean {
  const [was, is] = [values[from], values[to]]
  if (!isPresent(was) || !isPresent(is) || (is - was) * direction <= 0) return false
  const since = presentValues(values.slice(to))
  switch (kind) {
    case 'going-on':
      return holdsOfLate(values, direction)
    case 'halted':
      return since.slice(1).every((value) => (value - is) * direction < 0)
    case 'turned-back':
      return since.slice(1).every((value, row) => (value - (since[row] ?? value)) * direction < 0)
  }
}
