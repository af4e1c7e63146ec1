/** One value of a series, or null where it is missing; zero is a real observation. */
export type Observation = number | null

/** Missing means absent or not a finite number. The one answer to "is this value missing?" in statistics. */
export function isPresent(value: Observation | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** Where more of a series is missing than this, a figure that is withheld may be the one that matters. */
const largestMissingShare = 0.25

/** Whether over a quarter of the rows from the first value to the last are missing. @example 5, null, null, 5 → true */
export function isFullOfGaps(values: readonly Observation[]): boolean {
  const known = values.slice(values.findIndex(isPresent), values.findLastIndex(isPresent) + 1)
  return known.length - presentValues(known).length > known.length * largestMissingShare
}

export function presentValues(values: readonly Observation[]): number[] {
  return values.filter(isPresent)
}

/** Each figure less the one before; missing where either is. */
export function changesOf(values: readonly Observation[]): Observation[] {
  return values.map((value, row) => {
    const before = values[row - 1]
    return isPresent(value) && isPresent(before) ? value - before : null
  })
}
