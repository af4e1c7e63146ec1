import { isPresent, type Observation } from '../spc/observation.ts'
import { type Movement, movementSince } from './find-movement.ts'

/** So many figures at the end decide whether a movement goes on; more would double the work each. */
const latest = 7

/**
 * Whether figures before they were rounded tell the same of a movement as those after, wherever within the rounding
 * they lie: whether it goes on, and where it ended. Each of the last seven is tried at both of its ends, in every
 * combination; those before only matter where one lay as far, and are tried all together. A figure that is withheld
 * may be the furthest.
 *
 * @param step what figures are rounded to: 1 for whole percents
 * @example falling to 25, 29, 29, 29 in whole percents → going on or no lower since, by tenths: false; 38 34 30 26 → true
 */
export function isPlainBesideRounding(
  values: readonly Observation[],
  movement: Movement,
  step: number,
): boolean {
  if (step === 0) return true
  if (!values.slice(movement.from).every(isPresent)) return false
  const rows = [...values.keys()].filter((row) => row > movement.from)
  const late = rows.slice(-latest)
  const early = new Set(rows.slice(0, -latest))
  const isAlike = (moved: (row: number) => number) => {
    const other = movementSince(
      values.map((value, row) => (isPresent(value) ? value + moved(row) : value)),
      movement.from,
      movement.direction,
    )
    return other?.kind === movement.kind && other.to === movement.to
  }
  return [-step / 2, step / 2].every((ofEarly) =>
    Array.from({ length: 2 ** late.length }, (_, which) => which).every((which) =>
      isAlike((row) => {
        if (early.has(row)) return ofEarly
        const place = late.indexOf(row)
        return place < 0 ? 0 : ((which >> place) & 1 ? step : -step) / 2
      }),
    ),
  )
}
