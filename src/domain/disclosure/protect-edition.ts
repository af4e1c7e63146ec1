import { type Figure, figureKey } from '../figures/figure.ts'
import { borough, comparatorDimension } from '../measures/measure.ts'
import { attackByWorlds, type Disclosure, keyOf } from './attack.ts'
import {
  type DisclosureCell,
  type DisclosureKpi,
  isSameTruth,
  type ReadingOfWithheld,
  restsOnCases,
} from './cells.ts'
import { leaveOutCountsOfParts } from './counts-of-parts.ts'
import { judgedOf } from './give-reasons.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { hideWhatIsCertain, mendGroup } from './mend-group.ts'
import { standingOfPeriod, withholdBeside } from './missing-beside.ts'
import { buildNetwork, networksOf } from './network.ts'
import { inOrderToTell } from './order-to-tell.ts'
import { withholdPartsOfFew } from './parts-of-few.ts'
import { type DisclosurePolicy, isSmall, proposedPolicy } from './policy.ts'
import { mayHoldDimension, needsProtection, protectFigure, withhold } from './protect.ts'
import type { Judged } from './withholding.ts'
import { openWorlds } from './worlds.ts'

/** What is told to the public, edition after edition. */
export interface ProtectedEditions {
  /** what an earlier edition has told already; answers what that was, figure by figure */
  recall: (
    kpis: ReadonlyMap<string, DisclosureKpi>,
    told: readonly { exact: Figure; shown: Figure }[],
  ) => DisclosureCell[]
  /**
   * The figures of a new edition as the public may see them, in the order in which they may be told. `isProtectedAnew` names measures of which also
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
  /** which rule hid what of each figure that this edition judged anew: for officers, and for nobody else */
  judged: Judged[]
  /** how many figures only what others give away of them has withheld */
  withheldForOthers: number
  /** what could still be worked out, and no hiding in this edition would mend */
  left: Disclosure[]
  /** what somebody could narrow who guesses why each [c] stands where it stands, and no hiding would mend */
  guessed: Disclosure[]
}

export function openProtectedEditions(
  policy: DisclosurePolicy = proposedPolicy,
  ledger: Ledger = openLedger(),
): ProtectedEditions {
  return {
    ledger,
    recall(kpis, told) {
      const isPartOfSmall = partsOfSmall(
        ledger,
        told.map(({ exact }) => exact),
        policy,
      )
      const cells = ledger.enter(
        inOrder(told, ({ exact }) => exact).flatMap(({ exact, shown }) => {
          const kpi = kpis.get(exact.kpi)
          if (!kpi || !isAttacked(exact)) return []
          const isPart = isPartOfSmall(kpi, exact) || wasPartOfSmall(ledger.toldBefore(exact), exact)
          const allowed = isPart ? withhold(exact) : (protectFigure(kpi, exact, policy) ?? shown)
          // a measure that has come to need protection since was published as it is
          const asItWas = wasToldAsItIs(kpi, exact, shown, allowed)
            ? { ...kpi, sdc: 'already-published' as const }
            : kpi
          return [cellOf(asItWas, exact, allowed, shown, isPart)]
        }),
      )
      withholdPartsOfFew(ledger, cells, policy)
      return cells
    },
    protect(kpis, figures, isProtectedAnew = () => false) {
      const told = new Map<Figure, Figure>()
      const earlier = ledger.cells.length
      const isPartOfSmall = partsOfSmall(ledger, figures, policy)
      const entered = inOrder(figures, (figure) => figure).flatMap((exact): NewCell[] => {
        const kpi = kpis.get(exact.kpi)
        if (!kpi) throw new Error(`a figure names ${exact.kpi}, which has no definition`)
        const allowed = protectFigure(kpi, exact, policy)
        if (!allowed) return []
        if (!isAttacked(exact)) {
          told.set(exact, allowed)
          return []
        }
        const before = ledger.toldBefore(exact)
        const isPart = isPartOfSmall(kpi, exact) || wasPartOfSmall(before, exact)
        const ruled = isPart ? withhold(allowed) : allowed
        const isTold = before && isSameTruth(before.exact, exact) && !isProtectedAnew(exact.kpi)
        if (isTold) return [cellOf(kpi, exact, ruled, toldAgain(before.shown, exact), isPart)]
        return [cellOf(kpi, exact, before ? keepHidden(ruled, exact, before) : ruled, null, isPart)]
      })
      const stoodSo = entered.map(({ exact }) => standsSo(ledger, exact))
      const cells = ledger.enter(entered)
      // of one that comes again after it was taken out, officers are told again why it is withheld
      const isJudged = cells.map(({ isFrozen }, place) => !isFrozen || !stoodSo[place])
      withholdPartsOfFew(ledger, cells, policy)
      leaveOutCountsOfParts(ledger, cells)
      withholdBeside(ledger, cells)
      const fresh = cells.filter(({ isFrozen }) => !isFrozen)
      const guessed = mend(ledger, fresh, 'reason', policy)
      // where a guess cannot be kept from narrowing something, nobody may be certain of it at least
      if (guessed.length > 0) keepFromCertainty(ledger, guessed, policy)
      withholdBeside(ledger, cells)
      const left = certainOnlyNow(ledger, guessed, ledger.cells.slice(0, earlier), policy)
      for (const cell of cells) cell.isFrozen = true
      cells.forEach(({ shown }, place) => {
        const exact = entered[place]?.exact
        if (!exact) return
        const isMarkedMissing = exact.availability === 'missing' && isWithheld(shown)
        told.set(exact, toldAgain(shown, (isMarkedMissing && standingOfPeriod(ledger, exact)) || exact))
      })
      return {
        figures: inOrderToTell(kpis, asReceived(figures, told)),
        judged: cells.flatMap((cell, place) => (isJudged[place] ? [judgedOf(cell, policy)] : [])),
        withheldForOthers: cells.filter((cell) => isWithheld(cell.shown) && !isWithheld(cell.allowed)).length,
        left,
        guessed,
      }
    },
  }
}

/** Days that an earlier edition told more finely were protected all the same. */
function wasToldAsItIs(kpi: DisclosureKpi, exact: Figure, shown: Figure, allowed: Figure): boolean {
  const now = restsOnCases(kpi) && allowed.value !== null ? { ...allowed, value: shown.value } : allowed
  return shown.value !== null && isSameTruth(exact, shown) && !isSameTruth(now, shown)
}

/** What was withheld as a part of a small whole is read as that, also where the whole has been restated. */
function wasPartOfSmall(before: DisclosureCell | undefined, exact: Figure): boolean {
  return before?.isPartOfSmall === true && isSameTruth(before.exact, exact)
}

function standsSo({ standing }: Ledger, exact: Figure): boolean {
  const cell = standing.at(exact.kpi, exact.period, exact.dimension, exact.member)
  return cell !== undefined && isSameTruth(cell.exact, exact)
}

type NewCell = Omit<DisclosureCell, 'unknowns'>

/** A cell of which something has been told already, or nothing yet. */
function cellOf(
  kpi: DisclosureKpi,
  exact: Figure,
  allowed: Figure,
  alreadyTold: Figure | null,
  isPartOfSmall: boolean,
): NewCell {
  return {
    kpi,
    exact,
    allowed,
    shown: alreadyTold ?? allowed,
    hidden: null,
    isPartOfSmall,
    isFrozen: alreadyTold !== null,
  }
}

/**
 * What is hidden must not depend on the order in which figures come: a database remembers them in another than they
 * were received in. The whole of each measure comes first.
 */
function inOrder<Told>(told: readonly Told[], figureOf: (one: Told) => Figure): Told[] {
  return told
    .map((one) => {
      const figure = figureOf(one)
      return { one, key: `${figure.dimension === borough.dimension ? 0 : 1} ${figureKey(figure)}` }
    })
    .sort((first, second) => (first.key < second.key ? -1 : 1))
    .map(({ one }) => one)
}

/** Lists, legends and tables follow the order in which figures were received, the same for every audience but for inOrderToTell. */
function asReceived(received: readonly Figure[], told: ReadonlyMap<Figure, Figure>): Figure[] {
  return received.flatMap((exact) => told.get(exact) ?? [])
}

const isWithheld = ({ availability }: Figure) => availability === 'suppressed'

/** Figures of other places are published by others, and bound to none of ours. */
function isAttacked({ dimension }: Figure): boolean {
  return dimension !== comparatorDimension && mayHoldDimension(dimension)
}

/** What was told of a figure that has not changed, with what is new of its standing. */
function toldAgain(shown: Figure, { provisional, asAt }: Pick<Figure, 'provisional' | 'asAt'>): Figure {
  if (shown.provisional === provisional && shown.asAt === asAt) return shown
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
function mend(
  ledger: Ledger,
  wanted: readonly DisclosureCell[],
  reading: ReadingOfWithheld,
  policy: DisclosurePolicy,
): Disclosure[] {
  const left: Disclosure[] = []
  for (const network of networksOf(ledger, reading, policy, wanted)) {
    const worlds = openWorlds(network, ledger.unknowns)
    for (const group of network.groups.keys()) left.push(...mendGroup(ledger, network, worlds, group))
  }
  return left
}

function keepFromCertainty(ledger: Ledger, guessed: readonly Disclosure[], policy: DisclosurePolicy) {
  const cells = guessed.map(({ cell }) => cell)
  const unproven = mend(ledger, cells, asPublished.reading, policy)
  if (unproven.length === 0) return
  const network = buildNetwork(ledger, asPublished.reading, policy, cells)
  const worlds = openWorlds(network, ledger.unknowns)
  for (const one of unproven) hideWhatIsCertain(ledger, network, worlds, one)
}

/**
 * A zero tells of others where the whole is withheld for being small: four parts, each marked [c] in a whole of 1 to
 * 4, would be one each. So all parts of such a whole are withheld, none included, and each may be 0 to 4.
 */
function partsOfSmall(
  { standing }: Ledger,
  figures: readonly Figure[],
  policy: DisclosurePolicy,
): (kpi: DisclosureKpi, figure: Figure) => boolean {
  const wholes = new Map<string, Figure>()
  for (const figure of figures)
    if (figure.dimension === borough.dimension) wholes.set(`${figure.kpi} ${figure.period}`, figure)
  return (kpi, { dimension, period }) => {
    if (kpi.unit !== 'count' || dimension === borough.dimension || !needsProtection(kpi)) return false
    const whole = wholes.get(`${kpi.id} ${period}`) ?? standing.wholeAt(kpi.id, period, 'value')?.exact
    return isSmall(whole?.value ?? 0, policy)
  }
}

/** What the public is told of [c]: that it may be any number. */
const asPublished = { reading: 'any', certainty: 'certain' } as const

/**
 * What stops publication: what a reader of everything public knows for certain, and did not know before it. What
 * somebody could narrow who guesses the reason of each [c] is hidden wherever there is something left to hide, and
 * stops nothing where there is not.
 */
function certainOnlyNow(
  ledger: Ledger,
  left: readonly Disclosure[],
  earlier: readonly DisclosureCell[],
  policy: DisclosurePolicy,
): Disclosure[] {
  if (left.length === 0) return []
  const cells = left.map(({ cell }) => cell)
  const isLeft = new Set(left.map(keyOf))
  const certain = attackByWorlds(ledger, { ...asPublished, policy, wanted: cells }).filter((found) =>
    isLeft.has(keyOf(found)),
  )
  if (certain.length === 0) return []
  const before = openLedger()
  const isWanted = new Set(certain.map(({ cell: { exact } }) => figureKey(exact)))
  const known = before
    .enter(earlier.map((cell) => ({ ...cell })))
    .filter(({ exact }) => isWanted.has(figureKey(exact)))
  const possible = new Map(
    attackByWorlds(before, { ...asPublished, policy, wanted: known }).map((found) => [
      keyOf(found),
      found.possible,
    ]),
  )
  return certain.filter((found) => {
    const then = possible.get(keyOf(found))
    return !then || found.possible.lower > then.lower || found.possible.upper < then.upper
  })
}
