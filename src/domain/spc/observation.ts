/** One value of a series, or null where it is missing; zero is a real observation. */
export type Observation = number | null

/** Missing means absent or not a finite number. The one answer to "is this value missing?" in statistics. */
export function isPresent(value: Observation | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

export function presentValues(values: readonly Observation[]): number[] {
  return values.filter(isPresent)
}
