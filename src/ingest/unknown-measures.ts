import type { Propose } from './say-cell.ts'

/** Why no figure can be read of a measure. */
export interface UnknownMeasure {
  message: string
  remedy: string
}

/** The first row of an unknown measure is told for all of its rows, so that what else is wrong is still seen. */
export interface UnknownMeasures {
  /** null where it was told already */
  why: (id: string) => UnknownMeasure | null
}

/** @param refused ids whose definitions were read and have faults of their own, with the lines of kpis.csv */
export function createUnknownMeasures(
  known: ReadonlyMap<string, unknown>,
  refused: ReadonlyMap<string, number>,
  propose: Propose,
): UnknownMeasures {
  const told = new Set<string>()
  return {
    why(id) {
      if (told.has(id)) return null
      told.add(id)
      const line = refused.get(id)
      if (line !== undefined)
        return {
          message: 'kpi_id is a measure whose definition has a fault',
          remedy: `put line ${line} of kpis.csv right; its figures are looked at when that is read`,
        }
      const meant = propose(id, known.keys())
      return {
        message: 'kpi_id is no known measure',
        remedy: meant
          ? `did you mean ${meant}? A new measure is defined in kpis.csv`
          : 'define it in kpis.csv; its other rows are not listed',
      }
    },
  }
}
