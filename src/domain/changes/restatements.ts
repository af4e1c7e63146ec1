import { type FigureVersion, figureKey } from '../figures/figure.ts'

/** A final figure that an edition replaced. */
export interface Restatement {
  kpi: string
  dimension: string
  member: string
  period: string
  edition: number
  before: number | null
  after: FigureVersion
}

/**
 * Every restatement among the versions of some figures: a final figure that got another value, or was taken
 * back, in a later edition (docs/decisions/0003). A provisional figure that settles is none, nor is a missing
 * one that arrives.
 *
 * @example final 94 in edition 1, 82 in edition 3 → one, of edition 3, with 94 before it
 */
export function findRestatements(versions: readonly FigureVersion[]): Restatement[] {
  const histories = Map.groupBy(versions, figureKey)
  return [...histories.values()].flatMap((history) => {
    const ordered = history.toSorted((a, b) => a.firstEdition - b.firstEdition)
    return ordered.flatMap((after, index) => {
      const before = ordered[index - 1]
      if (!before || before.provisional || before.availability !== 'present') return []
      if (before.value === after.value) return []
      const { kpi, dimension, member, period, firstEdition } = after
      return [{ kpi, dimension, member, period, edition: firstEdition, before: before.value, after }]
    })
  })
}
