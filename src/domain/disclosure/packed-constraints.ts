import type { Constraint } from './unknowns.ts'

/** Constraints side by side in plain arrays: an attack goes through them some hundred million times. */
export interface PackedConstraints {
  /** where the terms of each constraint begin, and after the last of them its end */
  starts: Int32Array
  unknowns: Int32Array
  coefficients: Float64Array
  /** what the terms of each constraint come to, at least and at most */
  least: Float64Array
  most: Float64Array
  /** 1 where a constraint holds now */
  isActive: Uint8Array
  /** 1 where a number is a whole one */
  isWhole: Uint8Array
  /** where the constraints of each number begin, and after the last of them its end */
  placeStarts: Int32Array
  places: Int32Array
  turns: Turns
  /** the numbers that the constraint looked at last has narrowed */
  narrowed: Int32Array
}

/** Room for the constraints that wait for their turn, each once, and for how often each has had it. */
export interface Turns {
  /** those that wait, one after another and round past its end */
  ring: Int32Array
  /** in which round each waits, and in which its turns were counted: beginning anew clears nothing */
  waitsIn: Int32Array
  countedIn: Int32Array
  counts: Int32Array
  round: number
}

export function packConstraints(
  constraints: readonly Constraint[],
  size: number,
  isWhole: (unknown: number) => boolean,
): PackedConstraints {
  const starts = new Int32Array(constraints.length + 1)
  const placeStarts = new Int32Array(size + 1)
  let longest = 0
  constraints.forEach(({ unknowns }, place) => {
    starts[place + 1] = (starts[place] ?? 0) + unknowns.length
    longest = Math.max(longest, unknowns.length)
    for (const unknown of unknowns) placeStarts[unknown + 1] = (placeStarts[unknown + 1] ?? 0) + 1
  })
  for (let unknown = 0; unknown < size; unknown++)
    placeStarts[unknown + 1] = (placeStarts[unknown + 1] ?? 0) + (placeStarts[unknown] ?? 0)
  const places = new Int32Array(placeStarts[size] ?? 0)
  const filled = placeStarts.slice()
  const terms = starts[constraints.length] ?? 0
  const termUnknowns = new Int32Array(terms)
  const termCoefficients = new Float64Array(terms)
  constraints.forEach(({ unknowns, coefficients }, place) => {
    termUnknowns.set(unknowns, starts[place])
    termCoefficients.set(coefficients, starts[place])
    for (const unknown of unknowns) {
      const at = filled[unknown] ?? 0
      places[at] = place
      filled[unknown] = at + 1
    }
  })
  return {
    starts,
    unknowns: termUnknowns,
    coefficients: termCoefficients,
    least: Float64Array.from(constraints, ({ lower }) => lower),
    most: Float64Array.from(constraints, ({ upper }) => upper),
    isActive: new Uint8Array(constraints.length).fill(1),
    isWhole: Uint8Array.from({ length: size }, (_, unknown) => (isWhole(unknown) ? 1 : 0)),
    placeStarts,
    places,
    turns: openTurns(constraints.length),
    narrowed: new Int32Array(longest),
  }
}

function openTurns(size: number): Turns {
  return {
    ring: new Int32Array(size),
    waitsIn: new Int32Array(size),
    countedIn: new Int32Array(size),
    counts: new Int32Array(size),
    round: 0,
  }
}
