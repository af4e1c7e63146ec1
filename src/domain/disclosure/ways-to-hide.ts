import type { Figure } from '../figures/figure.ts'
import { borough } from '../measures/measure.ts'
import { type DisclosureCell, isDivided, quantityNames, restsOnCases } from './cells.ts'
import type { Demand } from './demands.ts'
import { givenAwayBy } from './give-reasons.ts'
import type { Ledger } from './ledger.ts'
import type { AttackNetwork } from './network.ts'
import { needsProtection, withhold } from './protect.ts'
import type { HiddenFor } from './withholding.ts'

/**
 * How far away a figure may stand that is hidden against a disclosure. First along the reasons that led to it;
 * reasons are overwritten where two numbers narrow each other in turn, so then along whatever binds them.
 */
export const reaches = [
  { along: 'reasons', steps: 3 },
  { along: 'reasons', steps: 8 },
  { along: 'constraints', steps: 2 },
  { along: 'constraints', steps: 4 },
] as const
/** Where several numbers together give one away, there are no reasons to follow. */
export const nearReach: Reach = { along: 'constraints', steps: 2 }
/** Where what is near does not do: restated figures next to others that an earlier edition has told. */
export const farReach: Reach = { along: 'constraints', steps: 4 }
export type Reach = { along: 'reasons' | 'constraints'; steps: number }

export interface Hiding {
  cost: number
  hide: () => void
  show: () => void
}

/**
 * What may be hidden against a disclosure, the least missed first: a count behind a share or a median; then a
 * share; then the count of a part, small ones first; the whole last of all. A number that several figures tell
 * is hidden in all of them, since hiding it in one would hide nothing.
 */
export function waysToHide(
  { cells, unknowns }: Ledger,
  network: AttackNetwork,
  group: number,
  { cell: found, name: foundName }: Demand,
  reach: Reach,
): Hiding[] {
  const near = nearby(network, unknowns.find(found.unknowns[foundName] ?? 0), reach)
  const ways: Hiding[] = []
  const against = givenAwayBy(network, found, unknowns.find(found.unknowns[foundName] ?? 0))
  const tellers = new Map<number, { cell: DisclosureCell; name: Hidden }[]>()
  for (const place of network.groups.get(group)?.cells ?? []) {
    const cell = cells[place]
    // what is published elsewhere is known whether it is shown here or not
    if (!cell || cell.isFrozen || cell.shown.value === null || !needsProtection(cell.kpi)) continue
    let isNear = false
    for (const name of quantityNames) {
      const root = cell.unknowns[name] === undefined ? -1 : unknowns.find(cell.unknowns[name])
      if (!near.has(root)) continue
      isNear = true
      if (name === 'remainder' || cell.shown[name] === null) continue
      const told = tellers.get(root) ?? []
      tellers.set(root, told)
      told.push({ cell, name })
    }
    if (isNear && (isDivided(cell.kpi) || restsOnCases(cell.kpi)))
      // a share or a median is missed less than the count of a place: what it rests on is still shown
      ways.push(hidingOf(against, [{ cell, name: 'value' }], 1 + 0.25 * sizeOf(cell) + costOfWhole(cell)))
  }
  for (const told of tellers.values()) {
    const behind = told.filter(({ name }) => name !== 'value')
    const counts = told.filter(({ name }) => name === 'value')
    const whole = Math.max(...told.map(({ cell }) => costOfWhole(cell)))
    // of categories, the number of cases is what each of them is read against
    const [base] = behind.filter(({ cell: { kpi } }) => kpi.aggregation === 'X')
    const costOfBehind = base ? 1 + sizeOf(base.cell) : whole > 0 ? 0.5 : 0
    if (behind.length > 0) ways.push(hidingOf(against, behind, costOfBehind))
    const [first] = counts
    if (first) ways.push(hidingOf(against, told, 1 + sizeOf(first.cell) + whole))
  }
  return ways.sort((one, other) => one.cost - other.cost)
}

function costOfWhole({ exact }: DisclosureCell): number {
  return exact.dimension === borough.dimension ? 1e6 : 0
}

type Hidden = 'value' | 'numerator' | 'denominator' | 'n'

/** Hides some of what is told and shows it again, whatever else has been hidden of the same cells meanwhile. */
function hidingOf(
  against: HiddenFor,
  told: readonly { cell: DisclosureCell; name: Hidden }[],
  cost: number,
): Hiding {
  const put = (isHidden: boolean) => {
    for (const { cell, name } of told) {
      if (isHidden) cell.hidden = (cell.hidden ?? new Map()).set(name, against)
      else cell.hidden?.delete(name)
      cell.shown = withoutHidden(cell)
    }
  }
  return { cost, hide: () => put(true), show: () => put(false) }
}

function withoutHidden({ allowed, hidden }: DisclosureCell): Figure {
  if (hidden?.has('value')) return withhold(allowed)
  const shown = { ...allowed }
  for (const name of hidden?.keys() ?? []) shown[name] = null
  return shown
}

function sizeOf({ exact }: DisclosureCell): number {
  return Math.abs(exact.n ?? exact.denominator ?? exact.value ?? 0)
}

/** The numbers within reach of one. */
export function nearby(network: AttackNetwork, unknown: number, { along, steps }: Reach): Set<number> {
  const { bounds, constraints, constraintsOf } = network
  const found = new Set([unknown])
  let edge = [unknown]
  for (let step = 0; step < steps; step++) {
    const next: number[] = []
    for (const one of edge) {
      const binding =
        along === 'reasons' ? [bounds.lowerBy[one] ?? -1, bounds.upperBy[one] ?? -1] : constraintsOf(one)
      for (const by of binding)
        for (const other of constraints[by]?.unknowns ?? [])
          if (!found.has(other)) {
            found.add(other)
            next.push(other)
          }
    }
    edge = next
  }
  return found
}
