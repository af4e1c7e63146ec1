import loadHighs, { type Highs } from 'highs'
import { waysToMeet } from '../../src/domain/disclosure/attack.ts'
import type { Demand } from '../../src/domain/disclosure/demands.ts'
import type { Ledger } from '../../src/domain/disclosure/ledger.ts'
import { type AttackNetwork, buildNetwork } from '../../src/domain/disclosure/network.ts'
import type { DisclosurePolicy, Interval } from '../../src/domain/disclosure/policy.ts'

export interface AuditResult {
  /** how many values had to be possible */
  asked: number
  /** of these, shown possible by a solution that was found for another */
  alreadySeen: number
  solved: number
  /** values that are not possible: something can be worked out after all */
  failed: Demand[]
  /** how often the solver could not say in its time: counted as failed */
  undecided: number
}

/** Long enough for any of the demonstration's; a value that takes longer is reported as undecided. */
const secondsForOne = 5

/**
 * Proves what the narrowing of bounds alone cannot: that there are whole numbers which agree with everything
 * public and in which each number in question has each value that it must be able to have. Every solution
 * shows a value of every number in its group, so few need a solution of their own.
 */
export async function auditExactly(
  ledger: Ledger,
  policy: DisclosurePolicy,
  isAudited: (group: number) => boolean = () => true,
): Promise<AuditResult> {
  const highs = await loadHighs()
  const network = buildNetwork(ledger, 'reason', policy)
  const result: AuditResult = { asked: 0, alreadySeen: 0, solved: 0, failed: [], undecided: 0 }
  for (const group of network.groups.keys()) {
    if (!isAudited(group)) continue
    network.narrowGroup(group)
    const demands = network.demandsIn(group)
    if (demands.length > 0) auditGroup(highs, ledger, network, group, demands, result)
  }
  return result
}

function auditGroup(
  highs: Highs,
  ledger: Ledger,
  network: AttackNetwork,
  group: number,
  demands: readonly Demand[],
  result: AuditResult,
) {
  const found = network.groups.get(group)
  if (!found) return
  const columns = new Map(found.unknowns.map((unknown, column) => [unknown, column]))
  // the true numbers are a solution
  const seen = found.unknowns.map((unknown) => new Set([ledger.unknowns.truthOf(unknown)]))
  const isSeen = (unknown: number, { lower, upper }: Interval) =>
    [...(seen[columns.get(unknown) ?? -1] ?? [])].some((value) => value >= lower && value <= upper)

  highs.withModel((model) => {
    model.options.set({ output_flag: false, time_limit: secondsForOne })
    for (const unknown of found.unknowns) {
      model.addVar(
        network.bounds.lower[unknown] ?? 0,
        Math.min(network.bounds.upper[unknown] ?? 0, highs.infinity),
      )
      if (network.isWhole(unknown))
        model.changeColIntegrality(columns.get(unknown) ?? 0, highs.constants.variableType.integer)
    }
    for (const place of found.constraints) {
      const constraint = network.constraints[place]
      if (!constraint || !network.isActive(constraint)) continue
      model.addRow(Math.max(constraint.lower, -highs.infinity), Math.min(constraint.upper, highs.infinity), {
        indices: constraint.unknowns.map((unknown) => columns.get(unknown) ?? 0),
        values: [...constraint.coefficients],
      })
    }
    /** Whether the number can lie in an interval; what the solver cannot say in its time is taken not to be. */
    function isPossible(unknown: number, wanted: Interval): boolean {
      if (isSeen(unknown, wanted)) {
        result.alreadySeen += 1
        return true
      }
      const own = { lower: network.bounds.lower[unknown] ?? 0, upper: network.bounds.upper[unknown] ?? 0 }
      const lower = Math.max(own.lower, wanted.lower)
      const upper = Math.min(own.upper, wanted.upper, highs.infinity)
      if (lower > upper) return false
      const column = columns.get(unknown) ?? 0
      model.changeColBounds(column, lower, upper)
      model.run()
      result.solved += 1
      const status = model.getModelStatus()
      const isSolved = status === highs.constants.modelStatus.optimal
      if (isSolved)
        model.getSolution().colValue.forEach((value, place) => {
          const other = found?.unknowns[place]
          if (other !== undefined) seen[place]?.add(network.isWhole(other) ? Math.round(value) : value)
        })
      model.changeColBounds(column, own.lower, Math.min(own.upper, highs.infinity))
      if (!isSolved && status !== highs.constants.modelStatus.infeasible) result.undecided += 1
      return isSolved
    }

    for (const demand of demands) {
      result.asked += 1
      const answers = waysToMeet(demand, network.isWhole(demand.unknown)).map((ways) =>
        ways.some((way) => isPossible(demand.unknown, way)),
      )
      if (!answers.every(Boolean)) result.failed.push(demand)
    }
  })
}
