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

/** Constraints that wait for their turn, each once, and how often each has had it. */
export interface Turns {
  begin: () => void
  ask: (place: number) => void
  /** the next that has not had more than so many turns; -1 where none waits */
  take: (most: number) => number
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
  const ring = new Int32Array(size)
  // in which round each waits, and in which its turns were counted: beginning anew clears nothing
  const waitsIn = new Int32Array(size)
  const countedIn = new Int32Array(size)
  const counts = new Int32Array(size)
  let round = 0
  let first = 0
  let waiting = 0
  return {
    begin() {
      round += 1
      first = 0
      waiting = 0
    },
    ask(place) {
      if (waitsIn[place] === round) return
      waitsIn[place] = round
      const at = first + waiting
      ring[at < size ? at : at - size] = place
      waiting += 1
    },
    take(most) {
      while (waiting > 0) {
        const place = ring[first] ?? 0
        first = first + 1 < size ? first + 1 : 0
        waiting -= 1
        waitsIn[place] = 0
        const count = countedIn[place] === round ? (counts[place] ?? 0) : 0
        countedIn[place] = round
        counts[place] = count + 1
        if (count <= most) return place
      }
      return -1
    },
  }
}
