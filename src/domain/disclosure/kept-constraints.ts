import type { Figure } from '../figures/figure.ts'
import type { DisclosureCell, ShareBounds } from './cells.ts'
import type { Constraint } from './unknowns.ts'

/**
 * Constraints as a ledger keeps them. Those on the numbers behind one share are by far the most: they are kept as what
 * they follow from, and made where they are looked at.
 */
export type KeptConstraint = Constraint | OfOneShare

interface OfOneShare {
  /** its numerator and denominator, and what is left over where there is that */
  numbers: DisclosureCell['unknowns']
  of: Figure
  /** what is told of the share; null for what its numbers are to one another, told or not */
  share: ShareBounds | null
  /** they hold only while the figure of this cell is shown */
  cell: number | null
}

/** The numbers that a kept constraint holds together. */
export function numbersOf(kept: KeptConstraint): readonly number[] {
  if (!('numbers' in kept)) return kept.unknowns
  const { numerator = 0, denominator = 0, remainder } = kept.numbers
  return remainder === undefined ? [numerator, denominator] : [numerator, remainder, denominator]
}

export function madeOf(kept: KeptConstraint): readonly Constraint[] {
  if (!('numbers' in kept)) return [kept]
  return kept.share ? constraintsOfShare(kept, kept.share) : [sumOfShare(kept)]
}

function sumOfShare({ numbers, of }: OfOneShare): Constraint {
  const { numerator = 0, denominator = 0, remainder = 0 } = numbers
  return {
    unknowns: [numerator, remainder, denominator],
    coefficients: [1, 1, -1],
    lower: 0,
    upper: 0,
    why: `a numerator and its remainder make the denominator (${of.kpi} ${of.dimension} ${of.member} ${of.period})`,
    cell: null,
  }
}

function constraintsOfShare({ numbers, of, cell }: OfOneShare, share: ShareBounds): Constraint[] {
  const { numerator = 0, denominator = 0, remainder } = numbers
  const why = `the share shown for ${of.kpi} ${of.dimension} ${of.member} ${of.period}`
  const { base, lower, upper, isOpenAbove } = share
  const open = isOpenAbove ? 1 : 0
  /** factor × first − times × second is this at most */
  const made = (first: number, factor: number, second: number, times: number, most: number): Constraint => ({
    unknowns: [first, second],
    coefficients: [factor, -times],
    lower: Number.NEGATIVE_INFINITY,
    upper: most,
    why,
    cell,
  })
  const own = [made(denominator, lower, numerator, base, 0), made(numerator, base, denominator, upper, -open)]
  if (remainder === undefined) return own
  // the same of what is left over: three numbers narrow one another where two bounds alone would not
  return [
    ...own,
    made(remainder, base, denominator, base - lower, 0),
    made(denominator, base - upper, remainder, base, -open),
    made(remainder, lower, numerator, base - lower, 0),
    made(numerator, base - upper, remainder, upper, -open),
  ]
}
