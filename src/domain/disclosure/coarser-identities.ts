import { borough } from '../measures/measure.ts'
import { quantityNames } from './cells.ts'
import { monthsBehind } from './coarser-figures.ts'
import { holds, type Identity } from './partitions.ts'
import type { StandingCells } from './standing-cells.ts'

/**
 * What figures of quarters, and of twelve months, are to the months that they add up. Windows of twelve months overlap:
 * that two of them differ by the months that only one holds follows from both being bound to their months.
 */
export function coarserIdentities(standing: StandingCells, isTouched: (kpi: string) => boolean): Identity[] {
  return [...standing.kpis.values()].flatMap(({ id, adds }) => {
    if (!adds || !(isTouched(id) || isTouched(adds.kpi))) return []
    return standing.periodsOf(id).flatMap((period) => {
      const sum = standing.at(id, period, borough.dimension, borough.member)
      const parts = monthsBehind(period, adds.span).map((month) =>
        standing.at(adds.kpi, month, borough.dimension, borough.member),
      )
      if (!sum || !parts.every((part) => part !== undefined)) return []
      return quantityNames
        .map(
          (name): Identity => ({
            terms: [
              { cell: sum, name, coefficient: -1 },
              ...parts.map((cell) => ({ cell, name, coefficient: 1 })),
            ],
            why: `the ${adds.span} months to the end of ${period} add up (${name} of ${adds.kpi})`,
            bond: 'periods',
          }),
        )
        .filter(holds)
    })
  })
}
