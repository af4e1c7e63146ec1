/** Chances of a few cases, adding up to 1. */
export type Distribution = readonly number[]

/** What is thought before any figure is seen weighs as much as so many series of the family. */
const priorSeries = 2
const mostRounds = 30
/** Nothing changes any more where all weights together move by less. */
const settled = 1e-3

/**
 * What each member of a family is, of a few cases, where how common each case is among them is not known: estimated
 * from all members (expectation and maximisation, drawn a little towards what was thought before), and then, for each
 * member, by its own likelihoods (empirical Bayes). Members without likelihoods are as the family is.
 *
 * @param logLikelihoods of each case, for each member
 */
export function drawnTogether(
  logLikelihoods: readonly (readonly number[] | null)[],
  before: Distribution,
): Distribution[] {
  const likelihoods = logLikelihoods.map((logs) => logs && relative(logs))
  const known = likelihoods.filter((likelihood) => likelihood !== null)
  let common = Float64Array.from(before)
  for (let round = 0; round < mostRounds; round += 1) {
    const sums = Float64Array.from(before, (weight) => weight * priorSeries)
    for (const likelihood of known) addPosterior(sums, likelihood, common)
    const next = sums.map((sum) => sum / (known.length + priorSeries))
    const moved = next.reduce((sum, weight, index) => sum + Math.abs(weight - (common[index] ?? 0)), 0)
    common = next
    if (moved < settled) break
  }
  return likelihoods.map((likelihood) => {
    if (likelihood === null) return [...common]
    const own = new Float64Array(common.length)
    addPosterior(own, likelihood, common)
    return [...own]
  })
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
