import { proposedPolicy } from '../disclosure/policy.ts'
import type { Measured } from '../measures/format.ts'
import { isPresent, type Observation } from '../spc/observation.ts'
import { findMovement, type Movement } from './find-movement.ts'
import {
  type DatedFigures,
  isFasterSince,
  type MovementInWords,
  paceChangeInWords,
} from './movement-words.ts'
import { showsMovement } from './shows-movement.ts'

/** What a reader sees, and where that is rounded for publication the same as it was received, of the same periods. */
export interface FiguresToTell {
  figures: DatedFigures
  received: readonly Observation[] | null
}

/**
 * Since when figures have moved is a verdict: of rounded ones that of the figures received, where those published show
 * it, so that nobody reads of another month. Where some are so few that it could narrow one, nothing is told of it.
 */
export function movementToTell({ figures, received }: FiguresToTell): Movement | null {
  if (received === null) return findMovement(figures.values)
  const movement = findMovement(received)
  const isFew = (value: Observation) => !isPresent(value) || value < proposedPolicy.wholeIntervalBelow
  if (!movement || figures.values.slice(movement.from).some(isFew)) return null
  return showsMovement(figures.values, movement) ? movement : null
}

/** That it moves faster, or more slowly, is told where figures received and figures published both say it. */
export function paceToTell(
  measure: Measured,
  { figures, received }: FiguresToTell,
  movement: Movement,
  since: string,
): MovementInWords | null {
  const start = figures.periods.indexOf(since)
  const told = paceChangeInWords(measure, figures, movement, start)
  if (received === null) return told
  const exact = { ...figures, values: received }
  const isAlike = isFasterSince(exact, movement, start) === isFasterSince(figures, movement, start)
  return isAlike && paceChangeInWords(measure, exact, movement, start) !== null ? told : null
}
