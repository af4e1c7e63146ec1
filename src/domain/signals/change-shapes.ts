export type ShapeKind = 'step' | 'spike' | 'drift' | 'variation'

/** A change that is looked for. */
export interface Candidate {
  kind: ShapeKind
  /** rows from the end at which it begins: 1 is the last row */
  months: number
  /** its part of the chance of a false alarm; those of a series add up to 1 */
  share: number
}

export const variationMonths = 6

/**
 * Every shape has a part of the chance of a false alarm, by how much is asked of it: most for a step of half a year, the
 * span that reviews ask about most, for a jump in the last month and for a year's drift. Steps of other lengths are
 * mostly seen by these. How they were chosen: docs/calculations.md#emerging-issues.
 */
const sought: readonly Candidate[] = [
  { kind: 'spike', months: 1, share: 0.19 },
  { kind: 'step', months: 3, share: 0.12 },
  { kind: 'step', months: 4, share: 0.04 },
  { kind: 'step', months: 6, share: 0.27 },
  { kind: 'step', months: 9, share: 0.02 },
  { kind: 'step', months: 12, share: 0.03 },
  { kind: 'drift', months: 6, share: 0.02 },
  { kind: 'drift', months: 12, share: 0.31 },
  { kind: 'variation', months: variationMonths, share: 0.02 },
]

/** The lengths that steps are sought at, shortest first. */
export const soughtSteps: readonly number[] = sought
  .flatMap(({ kind, months }) => (kind === 'step' ? [months] : []))
  .sort((a, b) => a - b)

/** A jump that is tested by itself has the share that every spike has. */
export const spikeShare = 0.17

/** What is looked for in so many rows: what lasts for more than a third of them leaves no past to compare with. */
export function candidatesOf(rows: number): Candidate[] {
  const fitting = sought.filter(({ months }) => months <= Math.floor(rows / 3))
  const total = fitting.reduce((sum, { share }) => sum + share, 0)
  return fitting.map((candidate) => ({ ...candidate, share: candidate.share / total }))
}

/** What a change of a kind adds to each row, for a change of size 1; one of variation adds nothing. */
export function shapeAt({ kind, months }: Candidate, rowsFromEnd: number): number {
  if (kind === 'variation' || rowsFromEnd > months) return 0
  return kind === 'drift' ? (months - rowsFromEnd + 1) / months : 1
}
