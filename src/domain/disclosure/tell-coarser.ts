import type { Figure } from '../figures/figure.ts'
import { borough } from '../measures/measure.ts'
import { addPeriods } from '../periods/period.ts'
import { cutsOf, type Plan } from '../plans/plan.ts'
import type { DisclosureCell, DisclosureKpi } from './cells.ts'
import { quantityNames } from './cells.ts'
import {
  type CoarserSpan,
  canBeCoarser,
  coarserFigures,
  coarserSpans,
  type MonthFigure,
  monthsBehind,
} from './coarser-figures.ts'
import type { Ledger } from './ledger.ts'
import { buildNetwork } from './network.ts'
import { type DisclosurePolicy, isSmall, proposedPolicy } from './policy.ts'
import { needsProtection, protectFigure, withhold } from './protect.ts'
import { isSafeToTell } from './tellable.ts'

/** A measure of which the public is told quarters, or twelve months at a time, since some of its months are withheld. */
export interface CoarserSeries {
  kpi: string
  span: CoarserSpan
  /** as the public sees them, by quarters, in order; shares without their counts */
  figures: Figure[]
}

/** What coarser figures follow from. */
export interface CoarserOf {
  kpis: readonly DisclosureKpi[]
  plan: Pick<Plan, 'interventions'>
}

/** Months, up to the latest, one of which withheld is reason enough. */
const recentMonths = 12
/** Of a series so many of its figures must be told, the latest among them: else months are taken together further. */
const leastTold = 0.8

/**
 * Coarser figures of the measures of which a month of the last year is withheld: quarters where they can be told, else
 * the twelve months to the end of each quarter. Each figure is told only if nothing more could then be worked out, the
 * latest first; a series of which too little could be told is not told at all. What is told stays in the ledger.
 */
export function tellCoarser(
  ledger: Ledger,
  { kpis, plan }: CoarserOf,
  policy: DisclosurePolicy = proposedPolicy,
): CoarserSeries[] {
  let asked = kpis.filter((kpi) => canBeCoarser(kpi) && isPartlyWithheld(ledger, kpi.id))
  const told: CoarserSeries[] = []
  for (const span of coarserSpans) {
    const offered = asked.flatMap((kpi) => offerOf(ledger, kpi, span, cutsOf(plan, kpi.id), policy) ?? [])
    tellWhatIsSafe(ledger, offered, policy)
    const kept = offered.filter(isWorthTelling)
    for (const offer of offered) settle(offer, kept.includes(offer))
    told.push(...kept.map(seriesOf))
    asked = asked.filter(({ id }) => !kept.some(({ kpi }) => kpi.id === id))
  }
  return told.sort((one, other) => placeOf(kpis, one) - placeOf(kpis, other))
}

/** What an earlier edition has told of quarters; asked after its months have been recalled. */
export function recallCoarser(
  ledger: Ledger,
  { kpis, plan }: CoarserOf,
  told: readonly CoarserSeries[],
  policy: DisclosurePolicy = proposedPolicy,
): void {
  for (const { kpi: id, span, figures } of told) {
    const kpi = kpis.find((one) => one.id === id)
    if (!kpi) continue
    const shown = new Map(figures.map((figure) => [figure.period, figure]))
    const exact = coarserFigures(kpi, monthsOf(ledger, id), span, cutsOf(plan, id))
    ledger.enter(
      exact.flatMap((figure) => {
        const own = shown.get(figure.period)
        return own ? [cellOf(kpi, span, figure, { ...own, kpi: idOf(id, span) }, policy)] : []
      }),
    )
  }
}

interface Offer {
  kpi: DisclosureKpi
  span: CoarserSpan
  cells: DisclosureCell[]
  /** those of which nothing has been told yet */
  fresh: DisclosureCell[]
}

function isPartlyWithheld({ standing }: Ledger, kpi: string): boolean {
  const latest = standing.periodsOf(kpi).at(-1)
  if (latest === undefined) return false
  return Array.from({ length: recentMonths }, (_, step) => addPeriods(latest, -step)).some(
    (month) =>
      standing.at(kpi, month, borough.dimension, borough.member)?.shown.availability === 'suppressed',
  )
}

function monthsOf({ standing }: Ledger, kpi: string): Map<string, MonthFigure> {
  return new Map(
    standing.periodsOf(kpi).flatMap((period) => {
      const cell = standing.at(kpi, period, borough.dimension, borough.member)
      return cell ? [[period, cell.exact] as const] : []
    }),
  )
}

/** Enters the figures of a span with nothing told that was not told before; null where they could not be told. */
function offerOf(
  ledger: Ledger,
  kpi: DisclosureKpi,
  span: CoarserSpan,
  cuts: readonly string[],
  policy: DisclosurePolicy,
): Offer | null {
  const months = monthsOf(ledger, kpi.id)
  const exact = coarserFigures(kpi, months, span, cuts)
  if (
    !isOfferable(
      kpi,
      exact,
      (quarter) => monthsBehind(quarter, span).map((month) => months.get(month)),
      policy,
    )
  )
    return null
  const cells = ledger.enter(
    exact.map((figure) => {
      const before = ledger.standing.at(idOf(kpi.id, span), figure.period, borough.dimension, borough.member)
      const isTold = before !== undefined && !isSilent(before) && isSameSum(before.exact, figure)
      return cellOf(kpi, span, figure, isTold ? standingOf(before.shown, figure) : null, policy)
    }),
  )
  const fresh = cells.filter(({ isFrozen }) => !isFrozen)
  for (const cell of fresh) cell.shown = withhold(cell.allowed)
  return { kpi, span, cells, fresh }
}

/**
 * The rules for single figures must leave enough of them. A quarter of 1 to 4 that several months make up would say of
 * each that it is less than 4.
 */
function isOfferable(
  kpi: DisclosureKpi,
  exact: readonly Figure[],
  partsOf: (quarter: string) => (MonthFigure | undefined)[],
  policy: DisclosurePolicy,
): boolean {
  if (exact.length === 0) return false
  const isShown = exact.map((figure) => protectFigure(kpi, figure, policy)?.availability === 'present')
  if (isShown.at(-1) !== true || isShown.filter(Boolean).length < leastTold * exact.length) return false
  return !exact.some(
    ({ period, value }) =>
      kpi.unit === 'count' &&
      isSmall(value ?? 0, policy) &&
      partsOf(period).filter((part) => part?.value !== 0).length > 1,
  )
}

function cellOf(
  kpi: DisclosureKpi,
  span: CoarserSpan,
  figure: Figure,
  told: Figure | null,
  policy: DisclosurePolicy,
): Omit<DisclosureCell, 'unknowns'> {
  const id = idOf(kpi.id, span)
  const exact = { ...figure, kpi: id }
  const ruled = protectFigure(kpi, exact, policy) ?? withhold(exact)
  // the share alone is told: counts of a quarter would say more of its months than a reader needs
  const allowed = { ...ruled, numerator: null, denominator: null }
  return {
    kpi: {
      ...kpi,
      id,
      frequency: 'quarter',
      aggregation: kpi.unit === 'count' ? 'S' : 'W',
      adds: { kpi: kpi.id, span },
    },
    exact,
    allowed,
    shown: told ?? allowed,
    hidden: null,
    isPartOfSmall: false,
    isFrozen: told !== null,
  }
}

/** A name that no measure has: those of files hold no spaces. */
const idOf = (kpi: string, span: CoarserSpan) => `${kpi} (${span} months)`

function isSameSum(one: Figure, other: Figure): boolean {
  return (
    one.value === other.value && one.numerator === other.numerator && one.denominator === other.denominator
  )
}

function isSilent({ kpi }: DisclosureCell): boolean {
  return !needsProtection(kpi)
}

function standingOf(shown: Figure, { provisional, asAt }: Figure): Figure {
  return { ...shown, provisional, asAt }
}

/** All at once where that is safe; else by halves, the latest of each measure first: what is told of one is known then. */
function tellWhatIsSafe(ledger: Ledger, offered: readonly Offer[], policy: DisclosurePolicy) {
  const cells = offered
    .flatMap(({ fresh }) => fresh.toReversed())
    .filter(({ allowed }) => allowed.value !== null)
  if (cells.length === 0) return
  const network = buildNetwork(ledger, 'reason', policy, cells)
  const unprovable = new Set<string>()
  const tell = (some: readonly DisclosureCell[]) => {
    const numbers = some.flatMap(({ unknowns }) => quantityNames.flatMap((name) => unknowns[name] ?? []))
    const put = (isTold: boolean) => {
      for (const cell of some) cell.shown = isTold ? cell.allowed : withhold(cell.allowed)
    }
    const isSafe = isSafeToTell(ledger, network, new Set(numbers.map(ledger.unknowns.find)), put, unprovable)
    put(isSafe)
    if (isSafe || some.length === 1) return
    const middle = Math.ceil(some.length / 2)
    tell(some.slice(0, middle))
    tell(some.slice(middle))
  }
  tell(cells)
}

function isWorthTelling({ cells }: Offer): boolean {
  const told = cells.filter(({ shown }) => shown.value !== null)
  return cells.at(-1)?.shown.value != null && told.length >= leastTold * cells.length
}

/** Of what is not told after all nothing is said, so nothing must be protected. */
function settle({ cells, fresh }: Offer, isTold: boolean) {
  for (const cell of isTold ? [] : fresh) {
    cell.shown = withhold(cell.allowed)
    cell.kpi = { ...cell.kpi, sdc: 'none' }
  }
  for (const cell of cells) cell.isFrozen = true
}

function seriesOf({ kpi, span, cells }: Offer): CoarserSeries {
  return { kpi: kpi.id, span, figures: cells.map(({ shown }) => ({ ...shown, kpi: kpi.id })) }
}

function placeOf(kpis: readonly { id: string }[], { kpi }: CoarserSeries): number {
  return kpis.findIndex(({ id }) => id === kpi)
}
