import { proposedPolicy } from '../disclosure/policy.ts'
import { isPresent, type Observation, presentValues } from '../spc/observation.ts'
import { holdsOfLate, isMostlyBack, type Movement } from './find-movement.ts'

/** Published figures about a level lie so much of the movement apart, since rounding alone can move them. */
const shareOfLevelShown = 1 / 4

/**
 * Whether a movement that was found in other figures of the same rows can be told in these: the figures at its ends are
 * there, lie the way that is told, and those since bear out how it goes on.
 *
 * @example falling from row 0 to 3, halted: 130 110 95 90 90 → false, the last is no higher; 130 110 95 90 95 → true
 */
export function showsMovement(
  values: readonly Observation[],
  { kind, from, to, direction }: Movement,
): boolean {
  const [was, is] = [values[from], values[to]]
  if (!isPresent(was) || !isPresent(is) || (is - was) * direction <= 0) return false
  const since = presentValues(values.slice(to))
  const latest = since.at(-1) ?? is
  switch (kind) {
    case 'going-on':
      return holdsOfLate(values, direction)
    case 'come-back':
      return isMostlyBack(was, is, latest) && since.every((value) => (value - is) * direction <= 0)
    case 'levelled':
      return Math.max(...since) - Math.min(...since) <= Math.abs(is - was) * shareOfLevelShown
    case 'halted':
      return since.slice(1).every((value) => (value - is) * direction < 0)
    case 'turned-back':
      return since.slice(1).every((value, row) => (value - (since[row] ?? value)) * direction < 0)
  }
}

/**
 * A movement from its first figure to where it ended, and nothing of how it goes on, which rounding hides: null where these
 * figures do not lie that way, and where one is withheld or so few that it could be narrowed.
 *
 * @param received the same rows before they were rounded or withheld
 * @example rising from row 0 to the latest: 400 410 430 430 430, which stand still of late → rose from row 0 to 4
 */
export function whereItLed(
  values: readonly Observation[],
  received: readonly Observation[],
  { kind, from, to, direction }: Movement,
): Movement | null {
  const [was, is] = [values[from], values[to]]
  if (!isPresent(was) || !isPresent(is) || (is - was) * direction <= 0) return null
  const isFew = values.some((value, row) => {
    if (row < from) return false
    return isPresent(value) ? value < proposedPolicy.wholeIntervalBelow : isPresent(received[row])
  })
  if (isFew) return null
  return { kind: 'halted', from, to, direction, figuresSince: 0, hadEnded: kind !== 'going-on' }
}
