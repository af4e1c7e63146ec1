/** Chances of a few cases, adding up to 1. */
export type Distribution = readonly number[]

/** What is thought before any figure is seen weighs as much as so many series of the family. */
const priorSeries = 2
const rounds = 100

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
  let common = [...before]
  for (let round = 0; round < rounds; round += 1) {
    const sums = before.map((weight) => weight * priorSeries)
    for (const likelihood of known) addPosterior(sums, likelihood, common)
    common = sums.map((sum) => sum / (known.length + priorSeries))
  }
  return likelihoods.map((likelihood) => {
    if (likelihood === null) return common
    const own = common.map(() => 0)
    addPosterior(own, likelihood, common)
    return own
  })
}

function relative(logs: readonly number[]): number[] {
  const largest = Math.max(...logs)
  return logs.map((log) => Math.exp(log - largest))
}

function addPosterior(sums: number[], likelihood: readonly number[], common: readonly number[]): void {
  let total = 0
  for (let index = 0; index < common.length; index += 1)
    total += (likelihood[index] ?? 0) * (common[index] ?? 0)
  for (let index = 0; index < common.length; index += 1)
    sums[index] = (sums[index] ?? 0) + ((likelihood[index] ?? 0) * (common[index] ?? 0)) / total
}
