import type { Figure } from '../figures/figure.ts'
import { addPeriods } from '../periods/period.ts'
import {
  type DisclosureCell,
  isSameTruth,
  quantityNames,
  restsOnCases,
  shareBounds,
  truthsOf,
} from './cells.ts'
import { coarserIdentities } from './coarser-identities.ts'
import type { KeptConstraint } from './kept-constraints.ts'
import { findLinks, type Links, linkedIdentities } from './links.ts'
import { type Identity, partitionsOf } from './partitions.ts'
import { openStandingCells, type StandingCells } from './standing-cells.ts'
import { type Bond, openUnknowns, type Unknowns } from './unknowns.ts'

/** Everything that has been, or is about to be, told to the public, and what binds its true numbers together. */
export interface Ledger {
  cells: DisclosureCell[]
  unknowns: Unknowns
  constraints: KeptConstraint[]
  /** what stands in the edition that was entered last */
  standing: StandingCells
  /**
   * What was told before of a figure: where the same was ever told, that, else what was told of it last. What was taken
   * out, and what stood in an edition that was rolled back, is known still.
   */
  toldBefore: (exact: Figure) => DisclosureCell | undefined
  /** how the measures that stand hang together; null while there are none */
  links: () => Links | null
  /** enters the cells of one edition, which are its own from then on, and what follows from them; answers them with their numbers */
  enter: (cells: readonly Omit<DisclosureCell, 'unknowns'>[]) => DisclosureCell[]
}

/** `knows` leaves out what a reader would know: only tests of what is needed do. */
export function openLedger(knows: (bond: Bond) => boolean = () => true): Ledger {
  const cells: DisclosureCell[] = []
  const unknowns = openUnknowns()
  const constraints: KeptConstraint[] = []
  const standing = openStandingCells()
  /** what was told of each figure last, whether it stands or not */
  const everTold = openStandingCells()
  /** what was told of each figure anew last, and of each such telling the one before it */
  const lastTold = openStandingCells()
  const toldEarlier = new Map<DisclosureCell, DisclosureCell>()
  const known = new Set<string>()

  function toldBefore(exact: Figure): DisclosureCell | undefined {
    const last = lastTold.at(exact.kpi, exact.period, exact.dimension, exact.member)
    for (let cell = last; cell; cell = toldEarlier.get(cell)) if (isSameTruth(cell.exact, exact)) return cell
    return last
  }

  function stand(cell: DisclosureCell) {
    standing.put(cell)
    everTold.put(cell)
  }

  /** A figure that has not changed from one edition to the next is one number, not two. */
  function number(
    cell: Omit<DisclosureCell, 'unknowns'>,
    before: DisclosureCell | undefined,
  ): DisclosureCell {
    const truths = truthsOf(cell.kpi, cell.exact)
    const isUnchanged =
      before !== undefined &&
      knows('editions') &&
      quantityNames.every((name) => {
        const unknown = before.unknowns[name]
        return (unknown === undefined ? undefined : unknowns.truthOf(unknown)) === truths[name]
      })
    if (isUnchanged) return { ...cell, unknowns: before.unknowns }
    const numbered: DisclosureCell = Object.assign(cell, { unknowns: {} })
    for (const name of quantityNames) {
      const truth = truths[name]
      if (truth !== undefined) numbered.unknowns[name] = unknowns.add(truth)
    }
    bindWithin(numbered)
    return numbered
  }

  /** What the numbers behind one figure are to one another. */
  function bindWithin({ unknowns: own, kpi, exact }: DisclosureCell) {
    if (own.remainder !== undefined && own.numerator !== undefined && own.denominator !== undefined)
      constraints.push({ numbers: own, of: exact, share: null, cell: null })
    if (own.n !== undefined && own.value !== undefined && (exact.value ?? 0) <= (exact.n ?? 0))
      constraints.push({
        unknowns: [own.n, own.value],
        coefficients: [1, -1],
        lower: 0,
        upper: Number.POSITIVE_INFINITY,
        why: `a category holds no more than all cases (${kpi.id} ${exact.dimension} ${exact.member} ${exact.period})`,
        cell: null,
      })
  }

  function bindShare(cell: DisclosureCell, place: number) {
    const { numerator, denominator } = cell.unknowns
    const share = shareBounds(cell)
    if (numerator === undefined || denominator === undefined || !share || !knows('shares')) return
    constraints.push({ numbers: cell.unknowns, of: cell.exact, share, cell: place })
  }

  /** Half a day between two waits in whole days is the median of an even number of cases: twice another whole number. */
  function bindHalf({ kpi, exact, shown, allowed, unknowns: { n } }: DisclosureCell, place: number) {
    const told = shown.value ?? allowed.value ?? 0
    const isOfTwo = kpi.percentile === 50 && restsOnCases(kpi) && Math.abs(told % 1) === 0.5
    if (!isOfTwo || n === undefined || unknowns.truthOf(n) % 2 !== 0 || !knows('cases')) return
    constraints.push({
      unknowns: [n, unknowns.add(unknowns.truthOf(n) / 2)],
      coefficients: [1, -2],
      lower: 0,
      upper: 0,
      why: `a median between two cases is of an even number (${kpi.id} ${exact.dimension} ${exact.member} ${exact.period})`,
      cell: place,
    })
  }

  function bind({ terms, isAtLeast, isTold, why, bond }: Identity) {
    if (!knows(bond)) return
    const numbers = terms.map(({ cell, name }) => cell.unknowns[name] ?? -1)
    const [first, second] = numbers
    const key = numbers.join()
    // what holds only while something is told may hold of the same numbers later
    if (known.has(key) && !isTold) return
    if (!isTold) known.add(key)
    const isSame =
      terms.length === 2 && !isAtLeast && !isTold && terms[0]?.coefficient === -(terms[1]?.coefficient ?? 0)
    if (isSame && first !== undefined && second !== undefined) unknowns.unite(first, second)
    else
      constraints.push({
        unknowns: numbers,
        coefficients: terms.map(({ coefficient }) => coefficient),
        lower: 0,
        upper: isAtLeast ? Number.POSITIVE_INFINITY : 0,
        why,
        cell: null,
        ...(isTold && { isTold }),
      })
  }

  const relateStanding = relating(standing, bind)
  const relateEverTold = relating(everTold, bind)

  return {
    cells,
    unknowns,
    constraints,
    standing,
    toldBefore,
    links: () => relateStanding.links(),
    enter(entered) {
      const touched = new Map<string, Set<string>>()
      const numbered = entered.map((cell) => {
        const { kpi, dimension, member, period } = cell.exact
        const before = toldBefore(cell.exact)
        // told once more, it says nothing new
        const isAgain = before !== undefined && knows('editions') && isToldAgain(before, cell)
        if (isAgain && standing.at(kpi, period, dimension, member) === before) return before
        const full = isAgain ? before : number(cell, before)
        stand(full)
        const periods = touched.get(kpi) ?? new Set()
        touched.set(kpi, periods.add(period))
        if (isAgain) return full
        cells.push(full)
        const last = lastTold.at(kpi, period, dimension, member)
        if (last) toldEarlier.set(full, last)
        lastTold.put(full)
        bindShare(full, cells.length - 1)
        bindHalf(full, cells.length - 1)
        return full
      })
      relateStanding.relate(touched)
      // a reader remembers what was taken out; where nothing was, the two are one
      if (standing.hasLost()) relateEverTold.relate(touched)
      return numbered
    },
  }
}

/** Binds what follows from the cells of some measures and periods to one another, as links between measures show it now. */
function relating(cells: StandingCells, bind: (identity: Identity) => void) {
  let links: Links | null = null
  const relate = (touched: ReadonlyMap<string, ReadonlySet<string>>) => {
    for (const identity of coarserIdentities(cells, (kpi) => touched.has(kpi))) bind(identity)
    // what sums of months are to anything else follows from their months
    if (touched.size > 0 && [...touched.keys()].every((kpi) => cells.kpis.get(kpi)?.adds)) return
    const before = JSON.stringify(links)
    const found = findLinks(cells)
    links = found
    const isNew = JSON.stringify(found) !== before
    for (const kpi of cells.kpis.keys()) {
      const periods = touched.get(kpi)
      for (const period of periods ?? [])
        for (const identity of partitionsOf(cells, kpi, period)) bind(identity)
      for (const period of isNew ? cells.periodsOf(kpi) : neighbours(periods ?? new Set()))
        for (const identity of linkedIdentities(cells, found, kpi, period)) bind(identity)
    }
  }
  return { relate, links: () => links }
}

function isToldAgain(before: DisclosureCell, now: Omit<DisclosureCell, 'unknowns'>): boolean {
  return (
    before.kpi.sdc === now.kpi.sdc &&
    before.isPartOfSmall === now.isPartOfSmall &&
    before.allowed.availability === now.allowed.availability &&
    isSameTruth(before.exact, now.exact) &&
    now.isFrozen &&
    isSameTruth(before.shown, now.shown)
  )
}

/** A list of a month is bound to that of the month after, a total since April to the next, and a month to its quarter. */
function neighbours(periods: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  for (const period of periods) {
    found.add(period)
    found.add(addPeriods(period, 1))
  }
  return found
}
