import type { Figure } from '../figures/figure.ts'
import { borough, comparatorDimension } from '../measures/measure.ts'
import { type DisclosureCell, type QuantityName, quantityNames } from './cells.ts'
import type { StandingCells } from './standing-cells.ts'
import type { Bond } from './unknowns.ts'

/** Σ coefficient × number = 0 of numbers behind figures, with what a reader would say of it. */
export interface Identity {
  terms: readonly { cell: DisclosureCell; name: QuantityName; coefficient: number }[]
  /** at least zero instead of zero: a count since April never falls within its year */
  isAtLeast?: boolean
  /** of one that holds only while some figures are told to be missing: whether they are */
  isTold?: () => boolean
  why: string
  bond: Bond
}

/**
 * The breakdowns of a measure in a period whose members add up to the whole, each of its numbers by itself.
 * Several categories for one case have no whole; of a median only the cases are added up. A breakdown that
 * does not add up in its figures says nothing of a single one of them, unless a member is missing.
 * What a definition says of it (`addsUp`) adds to that and takes nothing that the figures bear out away: a reader
 * would find it there.
 */
export function partitionsOf(standing: StandingCells, kpi: string, period: string): Identity[] {
  const whole = standing.at(kpi, period, borough.dimension, borough.member)
  if (!whole) return []
  const found: Identity[] = []
  let isFirst = true
  for (const [dimension, members] of standing.dimensionsAt(kpi, period)) {
    if (!isBreakdown(dimension)) continue
    const bond = isFirst ? 'parts' : 'totals'
    isFirst = false
    for (const name of quantityNames) {
      if (whole.unknowns[name] === undefined) continue
      const sum = sumOf(members, name, whole)
      // where no member has a number, nothing is known of any
      if (sum.length === 1) continue
      const told = {
        why: `${dimension} adds up to the whole of ${kpi} (${name}, ${period})`,
        bond: bondOf(name, bond),
      }
      const missing = [...members.values()].filter(({ unknowns }) => unknowns[name] === undefined)
      const isAddedUp = holds({ terms: sum })
      if (isAddedUp && missing.length === 0) found.push({ ...told, terms: sum })
      else if (isAddedUp) found.push({ ...told, terms: sum, isTold: () => missing.every(isToldMissing) })
      if (isAddedUp ? missing.length === 0 : !isNoMore(standing, whole, dimension, name, missing.length > 0))
        continue
      const most: Identity = {
        ...told,
        terms: sum.toReversed().map((term) => ({ ...term, coefficient: -term.coefficient })),
        isAtLeast: true,
      }
      if (holds(most)) found.push(most)
    }
  }
  return found
}

const isBreakdown = (dimension: string) =>
  dimension !== borough.dimension && dimension !== comparatorDimension

/** What is missing is taken for none where the others make up the whole; of what is withheld nobody would. */
const isToldMissing = ({ shown }: DisclosureCell) => shown.availability === 'missing'

/** The members that have a number, less that of the whole. */
function sumOf(members: ReadonlyMap<string, DisclosureCell>, name: QuantityName, whole: DisclosureCell) {
  const there = [...members.values()].filter(({ unknowns }) => unknowns[name] !== undefined)
  return [...there.map((cell) => ({ cell, name, coefficient: 1 })), { cell: whole, name, coefficient: -1 }]
}

/** Whether members that do not make up the whole are taken to be no more than it, since others have no number. */
function isNoMore(
  standing: StandingCells,
  whole: DisclosureCell,
  dimension: string,
  name: QuantityName,
  hasMissing: boolean,
): boolean {
  const { addsUp } = whole.kpi
  if (addsUp?.includes(dimension)) return true
  // where one case may be in several groups, only figures that add up elsewhere say more
  if (hasMissing && (!addsUp || addsUpSomewhere(standing, whole.exact, dimension, name))) return true
  return lacksMembers(standing, whole, dimension, name)
}

function addsUpSomewhere(
  standing: StandingCells,
  { kpi }: Figure,
  dimension: string,
  name: QuantityName,
): boolean {
  return standing.periodsOf(kpi).some((at) => {
    const [members, whole] = [membersAt(standing, kpi, at, dimension), wholeOf(standing, kpi, at)]
    return (
      whole?.unknowns[name] !== undefined && members.size > 1 && holds({ terms: sumOf(members, name, whole) })
    )
  })
}

const wholeOf = (standing: StandingCells, kpi: string, at: string) =>
  standing.at(kpi, at, borough.dimension, borough.member)

const membersAt = (standing: StandingCells, kpi: string, at: string, dimension: string) =>
  standing.dimensionsAt(kpi, at).get(dimension) ?? new Map<string, DisclosureCell>()

/** Whether a breakdown has members elsewhere that have no row here, and adds up in a period in which it has all of them. */
function lacksMembers(
  standing: StandingCells,
  { exact: { kpi, period } }: DisclosureCell,
  dimension: string,
  name: QuantityName,
): boolean {
  const membersIn = (at: string) => membersAt(standing, kpi, at, dimension)
  const periods = standing.periodsOf(kpi)
  const all = new Set(periods.flatMap((at) => [...membersIn(at).keys()]))
  if (membersIn(period).size === all.size) return false
  return periods.some((at) => {
    const [members, whole] = [membersIn(at), wholeOf(standing, kpi, at)]
    if (members.size < all.size || whole?.unknowns[name] === undefined) return false
    return holds({ terms: sumOf(members, name, whole) })
  })
}

/** Numbers of cases and counts behind shares are known by what they belong to. */
export function bondOf(name: QuantityName, otherwise: Bond): Bond {
  if (name === 'n') return 'cases'
  return name === 'value' ? otherwise : 'shares'
}

/** Fractions of full-time posts add up to within a thousandth. */
const exactEnough = 1e-3

/** Whether the true numbers bear an identity out: only then can it tell anybody something true. */
export function holds({ terms, isAtLeast }: Pick<Identity, 'terms' | 'isAtLeast'>): boolean {
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
