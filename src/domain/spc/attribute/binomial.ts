/**
 * Chances of 0 to `trials` successes. Worked out from the logarithm of each term, so that thousands of trials are
 * no trouble: the far tails become 0, which is what they come to.
 */
export function binomialChances(trials: number, chance: number): number[] {
  if (chance <= 0 || chance >= 1) {
    return Array.from({ length: trials + 1 }, (_, count) => Number(count === (chance <= 0 ? 0 : trials)))
  }
  const odds = Math.log(chance) - Math.log1p(-chance)
  let logChance = trials * Math.log1p(-chance)
  return Array.from({ length: trials + 1 }, (_, count) => {
    if (count > 0) logChance += Math.log((trials - count + 1) / count) + odds
    return Math.exp(logChance)
  })
}

/**
 * The smallest number of heads of fair coins that has at least this chance of being reached from below.
 *
 * @example 59 coins, 0.05 → 23
 */
export function fewestInTail(coins: number, tail: number): number {
  let sum = 0
  for (const [count, chance] of binomialChances(coins, 0.5).entries()) {
    sum += chance
    if (sum >= tail) return count
  }
  return coins
}
