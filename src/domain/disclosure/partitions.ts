import { borough, comparatorDimension } from '../measures/measure.ts'
import { type DisclosureCell, type QuantityName, quantityNames } from './cells.ts'
import type { StandingCells } from './standing-cells.ts'
import type { Bond } from './unknowns.ts'

/** Σ coefficient × number = 0 of numbers behind figures, with what a reader would say of it. */
export interface Identity {
  terms: readonly { cell: DisclosureCell; name: QuantityName; coefficient: number }[]
  /** at least zero instead of zero: a count since April never falls within its year */
  isAtLeast?: boolean
  why: string
  bond: Bond
}

/**
 * The breakdowns of a measure in a period whose members add up to the whole, each of its numbers by itself.
 * Several categories for one case have no whole; of a median only the cases are added up. A breakdown that
 * does not add up in its figures says nothing of a single one of them.
 */
export function partitionsOf(standing: StandingCells, kpi: string, period: string): Identity[] {
  const whole = standing.at(kpi, period, borough.dimension, borough.member)
  if (!whole) return []
  const found: Identity[] = []
  let isFirst = true
  for (const [dimension, members] of standing.dimensionsAt(kpi, period)) {
    if (dimension === borough.dimension || dimension === comparatorDimension) continue
    const cells = [...members.values()]
    const bond = isFirst ? 'parts' : 'totals'
    isFirst = false
    for (const name of quantityNames) {
      if (whole.unknowns[name] === undefined) continue
      const identity: Identity = {
        terms: [
          ...cells.map((cell) => ({ cell, name, coefficient: 1 })),
          { cell: whole, name, coefficient: -1 },
        ],
        why: `${dimension} adds up to the whole of ${kpi} (${name}, ${period})`,
        bond: bondOf(name, bond),
      }
      if (holds(identity)) found.push(identity)
    }
  }
  return found
}

/** Numbers of cases and counts behind shares are known by what they belong to. */
export function bondOf(name: QuantityName, otherwise: Bond): Bond {
  if (name === 'n') return 'cases'
  return name === 'value' ? otherwise : 'shares'
}

/** Fractions of full-time posts add up to within a thousandth. */
const exactEnough = 1e-3

/** Whether the true numbers bear an identity out: only then can it tell anybody something true. */
export function holds({ terms, isAtLeast }: Identity): boolean {
  let sum = 0
  for (const { cell, name, coefficient } of terms) {
    if (cell.unknowns[name] === undefined) return false
    sum += coefficient * truthOf(cell, name)
  }
  return isAtLeast ? sum >= -exactEnough : Math.abs(sum) < exactEnough
}

/** The true number of a cell; the caller knows that there is one. */
export function truthOf({ exact }: DisclosureCell, name: QuantityName): number {
  return name === 'remainder' ? (exact.denominator ?? 0) - (exact.numerator ?? 0) : (exact[name] ?? 0)
}
