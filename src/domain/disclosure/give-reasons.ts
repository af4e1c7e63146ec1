import { type Figure, figureKey } from '../figures/figure.ts'
import type { DisclosureCell } from './cells.ts'
import type { AttackNetwork } from './network.ts'
import { type DisclosurePolicy, isSmall } from './policy.ts'
import { ruleAgainst } from './protect.ts'
import type { FigurePlace, HiddenFor, Judged, Withholding } from './withholding.ts'

/** A reason names the nearest of what a number could be worked out from, and no more than are read. */
const mostNamed = 12

/** The figures by which a number was narrowed last: of those that hold it, where bounds alone did not narrow it. */
export function givenAwayBy(
  { bounds, constraints, constraintsOf, isActive, cellsOf }: AttackNetwork,
  found: DisclosureCell,
  unknown: number,
): HiddenFor {
  const narrowed = [bounds.lowerBy[unknown] ?? -1, bounds.upperBy[unknown] ?? -1].filter(
    (place) => place >= 0,
  )
  const binding = (narrowed.length > 0 ? narrowed : constraintsOf(unknown))
    .flatMap((place) => constraints[place] ?? [])
    .filter(isActive)
  const others = binding.flatMap(({ unknowns }) => unknowns.filter((other) => other !== unknown))
  const places = new Map<string, FigurePlace>()
  for (const other of others) {
    const cells = cellsOf(other)
    const cell = cells.find(({ exact }) => exact.kpi === found.exact.kpi) ?? cells[0]
    if (cell) places.set(figureKey(cell.exact), placeOf(cell.exact))
  }
  return { protects: placeOf(found.exact), from: [...places.values()].slice(0, mostNamed) }
}

/** What is hidden of a figure once an edition is protected, and by which rule. */
export function judgedOf(cell: DisclosureCell, policy: DisclosurePolicy): Judged {
  const place = placeOf(cell.exact)
  const found = rulingOf(cell, policy)
  return { ...place, withholding: found && { ...place, ...found } }
}

type Ruling = Pick<Withholding, 'hides' | 'rule' | 'against'>

function rulingOf(cell: DisclosureCell, policy: DisclosurePolicy): Ruling | null {
  const { kpi, exact, allowed, shown, hidden, isPartOfSmall } = cell
  if (exact.availability !== 'present') return null
  if (shown.availability === 'suppressed') {
    const own = ruleAgainst(kpi, exact, policy)
    if (own) return { hides: 'figure', rule: own, against: null }
    if (isPartOfSmall) return { hides: 'figure', rule: 'small-whole', against: null }
    return { hides: 'figure', rule: 'others', against: hidden?.get('value') ?? null }
  }
  const lost = (['numerator', 'denominator', 'n'] as const).filter(
    (name) => exact[name] !== null && shown[name] === null,
  )
  if (lost.length === 0) return null
  if (lost.some((name) => allowed[name] !== null))
    return {
      hides: 'counts',
      rule: 'others',
      against: lost.flatMap((name) => hidden?.get(name) ?? [])[0] ?? null,
    }
  const isFew = lost.some((name) => isSmall(exact[name] ?? 0, policy))
  return { hides: 'counts', rule: isFew ? 'small-count' : 'earlier', against: null }
}

function placeOf({ kpi, dimension, member, period }: Figure): FigurePlace {
  return { kpi, dimension, member, period }
}
