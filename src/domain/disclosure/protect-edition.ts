import { type Figure, figureKey } from '../figures/figure.ts'
import { comparatorDimension } from '../measures/measure.ts'
import { type Disclosure, disclosuresIn } from './attack.ts'
import type { DisclosureCell, DisclosureKpi } from './cells.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { type AttackNetwork, buildNetwork } from './network.ts'
import { type DisclosurePolicy, proposedPolicy } from './policy.ts'
import { mayHoldDimension, protectFigure } from './protect.ts'
import { type Hiding, reaches, waysToHide } from './ways-to-hide.ts'

/** What is told to the public, edition after edition. */
export interface ProtectedEditions {
  /** what an earlier edition has told already */
  recall: (
    kpis: ReadonlyMap<string, DisclosureKpi>,
    told: readonly { exact: Figure; shown: Figure }[],
  ) => void
  /**
   * The figures of a new edition as the public may see them. `isProtectedAnew` names measures of which also
   * what has not changed is judged again.
   */
  protect: (
    kpis: ReadonlyMap<string, DisclosureKpi>,
    figures: readonly Figure[],
    isProtectedAnew?: (kpi: string) => boolean,
  ) => ProtectedFigures
  ledger: Ledger
}

export interface ProtectedFigures {
  figures: Figure[]
  /** how many figures only what others give away of them has withheld */
  withheldForOthers: number
  /** what could still be worked out, and no hiding in this edition would mend */
  left: Disclosure[]
}

export function openProtectedEditions(policy: DisclosurePolicy = proposedPolicy): ProtectedEditions {
  const ledger = openLedger()
  return {
    ledger,
    recall(kpis, told) {
      ledger.enter(
        told.flatMap(({ exact, shown }) => {
          const kpi = kpis.get(exact.kpi)
          if (!kpi || !isAttacked(exact)) return []
          const allowed = protectFigure(kpi, exact, policy) ?? shown
          // a measure that has come to need protection since was published as it is
          const asItWas = wasToldAsItIs(exact, shown, allowed)
            ? { ...kpi, sdc: 'already-published' as const }
            : kpi
          return [cellOf(asItWas, exact, allowed, shown)]
        }),
      )
    },
    protect(kpis, figures, isProtectedAnew = () => false) {
      const passed: Figure[] = []
      const entered = figures.flatMap((exact): NewCell[] => {
        const kpi = kpis.get(exact.kpi)
        if (!kpi) throw new Error(`a figure names ${exact.kpi}, which has no definition`)
        const allowed = protectFigure(kpi, exact, policy)
        if (!allowed) return []
        if (!isAttacked(exact)) {
          passed.push(allowed)
          return []
        }
        const before = ledger.standing.at(exact.kpi, exact.period, exact.dimension, exact.member)
        const isTold = before && isSameTruth(before.exact, exact) && !isProtectedAnew(exact.kpi)
        if (isTold) return [cellOf(kpi, exact, allowed, told(before.shown, exact))]
        return [cellOf(kpi, exact, before ? keepHidden(allowed, exact, before) : allowed, null)]
      })
      const cells = ledger.enter(entered)
      const left = mend(ledger, cells, policy)
      for (const cell of cells) cell.isFrozen = true
      return {
        figures: [...passed, ...cells.map(({ shown }) => shown)],
        withheldForOthers: cells.filter((cell) => isWithheld(cell.shown) && !isWithheld(cell.allowed)).length,
        left,
      }
    },
  }
}

function wasToldAsItIs(exact: Figure, shown: Figure, allowed: Figure): boolean {
  return shown.value !== null && isSameTruth(exact, shown) && !isSameTruth(allowed, shown)
}

type NewCell = Omit<DisclosureCell, 'unknowns'>

/** A cell of which something has been told already, or nothing yet. */
function cellOf(kpi: DisclosureKpi, exact: Figure, allowed: Figure, alreadyTold: Figure | null): NewCell {
  return {
    kpi,
    exact,
    allowed,
    shown: alreadyTold ?? allowed,
    hidden: new Set(),
    isFrozen: alreadyTold !== null,
  }
}

const isWithheld = ({ availability }: Figure) => availability === 'suppressed'

/** Figures of other places are published by others, and bound to none of ours. */
function isAttacked({ dimension }: Figure): boolean {
  return dimension !== comparatorDimension && mayHoldDimension(dimension)
}

function isSameTruth(one: Figure, other: Figure): boolean {
  return (
    one.value === other.value &&
    one.numerator === other.numerator &&
    one.denominator === other.denominator &&
    one.n === other.n &&
    one.availability === other.availability
  )
}

/** What was told of a figure that has not changed, with what is new of its standing. */
function told(shown: Figure, { provisional, asAt }: Figure): Figure {
  return { ...shown, provisional, asAt }
}

/** A count behind a figure that has not changed, and was left out, is left out again. */
function keepHidden(shown: Figure, exact: Figure, before: DisclosureCell): Figure {
  const kept = { ...shown }
  for (const name of ['numerator', 'denominator', 'n'] as const)
    if (before.exact[name] === exact[name] && before.shown[name] === null) kept[name] = null
  return kept
}

/** Hides, group by group, what is least missed until nothing more can be worked out; says what no hiding mends. */
function mend(ledger: Ledger, entered: readonly DisclosureCell[], policy: DisclosurePolicy): Disclosure[] {
  const network = buildNetwork(
    ledger,
    'any',
    policy,
    entered.filter(({ isFrozen }) => !isFrozen),
  )
  return [...network.groups.keys()].flatMap((group) => mendGroup(ledger, network, group, policy))
}

function mendGroup(
  ledger: Ledger,
  network: AttackNetwork,
  group: number,
  policy: DisclosurePolicy,
): Disclosure[] {
  const find = () => {
    network.narrowGroup(group)
    return disclosuresIn(ledger, network, group, policy)
  }
  const hidden: Hiding[] = []
  const unmendable = new Set<string>()
  for (let found = find(); ; found = find()) {
    const next = found.find((disclosure) => !unmendable.has(keyOf(disclosure)))
    if (!next) break
    const hiding = chooseHiding(ledger, network, group, next, found, find)
    if (hiding) {
      hiding.hide()
      hidden.push(hiding)
    } else unmendable.add(keyOf(next))
  }
  showAgain(hidden, find)
  return find()
}

const keyOf = ({ cell: { exact }, name }: Disclosure) => `${figureKey(exact)} ${name}`

/** What was hidden on the way and is not needed in the end is shown again, the most missed first. */
function showAgain(hidden: Hiding[], find: () => Disclosure[]) {
  const left = find().length
  for (const { hide, show } of hidden.toSorted((one, other) => other.cost - one.cost)) {
    show()
    if (find().length > left) hide()
  }
}

/**
 * The least missed figure whose hiding leaves less to be found; where none does so alone, the one that leaves
 * the most possible of the number in question. Null where nothing is left to hide.
 */
function chooseHiding(
  ledger: Ledger,
  network: AttackNetwork,
  group: number,
  disclosure: Disclosure,
  found: readonly Disclosure[],
  find: () => Disclosure[],
): Hiding | null {
  const root = ledger.unknowns.find(disclosure.cell.unknowns[disclosure.name] ?? 0)
  let best: { hiding: Hiding; width: number } | null = null
  const width = () => Math.min(1e6, network.bounds.upper[root] ?? 0) - (network.bounds.lower[root] ?? 0)
  const before = width()
  for (const reach of reaches) {
    for (const hiding of waysToHide(ledger, network, group, disclosure, reach)) {
      hiding.hide()
      const now = find()
      const isLess = now.length < found.length
      const wider = width()
      hiding.show()
      if (isLess) {
        find()
        return hiding
      }
      if (wider > (best?.width ?? before)) best = { hiding, width: wider }
    }
    // the reasons are those of what is shown: worked out again before they are followed further
    find()
  }
  return best?.hiding ?? null
}
