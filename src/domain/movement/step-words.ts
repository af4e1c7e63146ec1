import { apart, sideBySide } from '../measures/apart.ts'
import { formatDifference, type Measured } from '../measures/format.ts'
import { formatPeriod } from '../periods/labels.ts'
import { isPresent } from '../spc/observation.ts'
import { type Movement, plainMove } from './find-movement.ts'
import type { MovementInWords } from './movement-words.ts'
import { rowOfStep, stepOf } from './step-of.ts'
import type { FiguresToTell } from './told-movement.ts'

/**
 * A step that a movement took on its way, where it goes on as before: the level that it led to is what is new of it. Null
 * where it took none that noise could not make, where it made so much of the movement that this is said of it anyhow, and
 * where the figures published do not show it.
 *
 * @param since the month from which a change was found
 * @example 3 more a month, and 42 in one → 'rising since Nov 2022, from 168 to 317, 42 of it in Mar 2025'
 */
export function stepToTell(
  measure: Measured,
  { figures, received }: FiguresToTell,
  movement: Movement,
  since: string,
): (MovementInWords & { row: number }) | null {
  const { from, to, direction } = movement
  const values = received ?? figures.values
  const row = rowOfStep(values, movement, figures.periods.indexOf(since))
  if (movement.kind !== 'going-on' || row === null || stepOf(values, movement)) return null
  const sizeIn = (of: FiguresToTell['figures']['values'], start: number, end: number) => {
    const [was, is] = [of[start], of[end]]
    return isPresent(was) && isPresent(is) ? (is - was) * direction : 0
  }
  const pace = sizeIn(values, from, to) / (to - from)
  if (sizeIn(values, row - 1, row) - pace < plainMove(values)) return null
  const [was, first, latest] = [row - 1, from, to].map((place) => figures.values[place])
  const step = sizeIn(figures.values, row - 1, row)
  if (step <= 0 || !isPresent(was) || !isPresent(first) || !isPresent(latest)) return null
  const { by, measure: shown } = apart(measure, step * direction, was)
  const at = (place: number) => formatPeriod(figures.periods[place] ?? '')
  const worded = sideBySide(measure, [first, latest])
  const going = `${direction > 0 ? 'rising' : 'falling'} since ${at(from)}`
  const ofIt = `${formatDifference(shown, by)} of it in ${at(row)}`
  return {
    row,
    title: `${going}, ${ofIt}`,
    clause: `${going}, from ${worded(first)} to ${worded(latest)}, ${ofIt}`,
  }
}
