/** Chances of a few cases, adding up to 1. */
export type Distribution = readonly number[]

/** What is thought before any figure is seen weighs as much as so many series of the family. */
const weightOfThought = 2
/** What is known of the family weighs as much as so many series of one measure. */
const weightOfFamily = 2
const mostRounds = 30
/** Nothing changes any more where all weights together move by less. */
const settled = 1e-3

/**
 * What each member of a family is, of a few cases, where how common each case is among them is not known: estimated
 * from all members (expectation and maximisation, drawn a little towards what was thought before), then in the same way
 * among those of one group, drawn towards the family, and then, for each member, by its own likelihoods (empirical
 * Bayes). Members without likelihoods are as their group is.
 *
 * @param logLikelihoods of each case, for each member
 * @param groups of members that are of a kind, by name; null where a member has none
 */
export function drawnTogether(
  logLikelihoods: readonly (readonly number[] | null)[],
  before: Distribution,
  groups: readonly (string | null)[],
): Distribution[] {
  const members = logLikelihoods.map((logs, index) => ({
    likelihood: logs && relative(logs),
    group: groups[index] ?? null,
  }))
  const ofFamily = commonAmong(members, Float64Array.from(before), weightOfThought)
  const ofGroups = new Map<string | null, Common>([[null, ofFamily]])
  for (const [group, own] of Map.groupBy(members, (member) => member.group))
    if (group !== null && own.length > 1)
      ofGroups.set(group, commonAmong(own, ofFamily.chances, weightOfFamily))
  return members.map(({ likelihood, group }) => {
    const common = ofGroups.get(group) ?? ofFamily
    return likelihood === null ? [...common.chances] : posteriorBeside(likelihood, common)
  })
}

interface Member {
  likelihood: Float64Array | null
  group: string | null
}

interface Common {
  chances: Float64Array
  /** what the chances rest on: as many series, with what was thought before */
  weight: number
}

function commonAmong(members: readonly Member[], before: Float64Array, weight: number): Common {
  const known = members.map(({ likelihood }) => likelihood).filter((likelihood) => likelihood !== null)
  let chances = before
  for (let round = 0; round < mostRounds; round += 1) {
    const sums = before.map((chance) => chance * weight)
    for (const likelihood of known) addPosterior(sums, likelihood, chances)
    const next = sums.map((sum) => sum / (known.length + weight))
    const moved = next.reduce((sum, chance, index) => sum + Math.abs(chance - (chances[index] ?? 0)), 0)
    chances = next
    if (moved < settled) break
  }
  return { chances, weight: known.length + weight }
}

/** By what the others show: else a series among few would be taken at its own word twice. */
function posteriorBeside(likelihood: Float64Array, { chances, weight }: Common): number[] {
  const own = new Float64Array(chances.length)
  addPosterior(own, likelihood, chances)
  const others = chances.map((chance, index) => Math.max(0, chance * weight - (own[index] ?? 0)))
  own.fill(0)
  addPosterior(own, likelihood, others)
  return [...own]
}

function relative(logs: readonly number[]): Float64Array {
  const largest = Math.max(...logs)
  return Float64Array.from(logs, (log) => Math.exp(log - largest))
}

function addPosterior(sums: Float64Array, likelihood: Float64Array, common: Float64Array): void {
  let total = 0
  for (let index = 0; index < common.length; index += 1)
    total += (likelihood[index] ?? 0) * (common[index] ?? 0)
  const scale = 1 / total
  for (let index = 0; index < common.length; index += 1)
    sums[index] = (sums[index] ?? 0) + (likelihood[index] ?? 0) * (common[index] ?? 0) * scale
}
