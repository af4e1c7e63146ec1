import { capital } from '../measures/letter-case.ts'
import { isNearNought } from '../measures/near-nought.ts'
import type { Frequency } from '../periods/period.ts'
import type { CountedChange, RatioEffect, Tally } from './compare-counts.ts'
import { wayOfRatio } from './compare-counts.ts'

/** From twice as many on a multiple is plainer than a percentage. */
const twice = 2
/** Multiples beyond this are so unsure that no more than that is told. */
const mostTimes = 100
const mostPercent = 1000

/**
 * Few counts before and after, as a percentage, a multiple or in words. Nothing is ever "100% lower": where there are
 * none, that is said.
 *
 * @param event its name and period, as in ‘Surge team in place’ (May 2025)
 * @example 0.36 (0.17 to 0.83) → 'After ‘Surge team in place’ (May 2025), the number is 64% lower than the trend before
 * leads to. The 98% interval is 17% to 83% lower.'
 */
export function writeCounted(event: string, frequency: Frequency, change: CountedChange): string {
  const { before, after } = change
  if (after.events === 0) return noneAfter(event, frequency, change)
  if (before.events === 0) return noneBefore(event, frequency, change)
  if (startsNearNought(change)) return fromNearNought(event, frequency, change)
  const { level, slope, growthBefore } = change
  const claims = [
    level.isClaimed
      ? `the number is ${timesInWords(level)} the trend before leads to. ${intervalInWords(level)}`
      : null,
    slope?.isClaimed && growthBefore !== null ? growthInWords(slope, growthBefore, frequency) : null,
  ].filter((words) => words !== null)
  const [first, second] = claims
  if (first === undefined) return `There is no evidence that level or direction changed after ${event}.`
  return `After ${event}, ${first}${second === undefined ? '' : ` ${capital(second)}`}`
}

/** @example 'After ‘Surge team in place’ (May 2025), there were none in 15 months. Before it, there were 3 a month. …' */
function noneAfter(event: string, frequency: Frequency, { level, before, after }: CountedChange): string {
  const facts = `After ${event}, there were none in ${after.periods} ${frequency}s. Before it, there ${usualInWords(before, frequency)}.`
  if (!level.isClaimed) return `${facts} So few before are no evidence that the level changed.`
  return `${facts} The ${percent(level.confidence)} interval is from ${lowerInWords(level.upper ?? 1)} lower to none at all.`
}

function noneBefore(event: string, frequency: Frequency, { level, before, after }: CountedChange): string {
  const facts = `After ${event}, there ${usualInWords(after, frequency)}. Before it, there were none in ${before.periods} ${frequency}s.`
  return level.isClaimed
    ? `${facts} That is more than chance makes.`
    : `${facts} So few after are no evidence that the level changed.`
}

/** The months before, or what their trend leads to. */
function startsNearNought({ level, before, after }: CountedChange): boolean {
  const ledTo = after.events / after.periods / (level.size ?? 1)
  return isNearNought(before.events / before.periods) || isNearNought(ledTo)
}

/** @example '… there were 8 a month on average. Before it, there was one in 24 months. That is more than the trend before leads to.' */
function fromNearNought(
  event: string,
  frequency: Frequency,
  { level, slope, before, after }: CountedChange,
): string {
  const claims = [
    level.isClaimed
      ? `That is ${wayOfRatio(level) > 0 ? 'more' : 'fewer'} than the trend before leads to.`
      : null,
    slope?.isClaimed
      ? `The number goes ${wayOfRatio(slope) > 0 ? 'up' : 'down'} since, beside that trend.`
      : null,
  ].filter((words) => words !== null)
  if (claims.length === 0) return `There is no evidence that level or direction changed after ${event}.`
  const facts = `After ${event}, there ${usualInWords(after, frequency)}. Before it, there ${usualInWords(before, frequency)}.`
  return [facts, ...claims].join(' ')
}

/** An average where there is one a period or more; below that, how many there were in all. */
function usualInWords({ events, periods }: Tally, frequency: Frequency): string {
  const mean = events / periods
  if (!isNearNought(mean)) return `were ${Number(mean.toFixed(1))} a ${frequency} on average`
  return `${events === 1 ? 'was one' : `were ${events}`} in ${periods} ${frequency}s`
}

/** @example 0.36 → '64% lower than', 2.4 → '2.4 times what' */
function timesInWords({ size }: RatioEffect): string {
  const times = size ?? 1
  if (times >= twice) return `${timesShown(times)} times what`
  return times > 1 ? `${higherInWords(times)} higher than` : `${lowerInWords(times)} lower than`
}

function intervalInWords(effect: RatioEffect): string {
  const [lower, upper] = [effect.lower, effect.upper ?? effect.lower]
  const start = `The ${percent(effect.confidence)} interval is`
  if (wayOfRatio(effect) < 0) return `${start} ${span(lowerInWords(upper), lowerInWords(lower))} lower.`
  return (effect.size ?? 1) >= twice
    ? `${start} ${span(timesShown(lower), timesShown(upper))} times.`
    : `${start} ${span(higherInWords(lower), higherInWords(upper))} higher.`
}

function span(least: string, most: string): string {
  return least === most ? least : `${least} to ${most}`
}

/** What is left is never none, since there were some: 99.7% is 'over 99%'. */
function lowerInWords(times: number): string {
  const share = Math.round(100 * (1 - times))
  if (share >= 100) return 'over 99%'
  return share < 1 ? 'under 1%' : `${share}%`
}

function higherInWords(times: number): string {
  const share = Math.round(100 * (times - 1))
  if (share > mostPercent) return 'over 1,000%'
  return share < 1 ? 'under 1%' : `${share}%`
}

function timesShown(times: number): string {
  if (times > mostTimes) return `over ${mostTimes}`
  return `${Number(times.toFixed(times < 10 ? 1 : 0))}`
}

/** @example a rise of 3% a month, multiplied by 0.92 → '… from a rise of 3% a month to a fall of 5% a month. …' */
function growthInWords(slope: RatioEffect, growthBefore: number, frequency: Frequency): string {
  const after = growthBefore * (slope.size ?? 1)
  return `the number goes from ${growth(growthBefore, frequency)} to ${growth(after, frequency)}. The ${percent(slope.confidence)} interval of the difference is ${span(...endsOf(slope))} a ${frequency} ${wayOfRatio(slope) > 0 ? 'upwards' : 'downwards'}.`
}

function endsOf(slope: RatioEffect): [string, string] {
  const [lower, upper] = [slope.lower, slope.upper ?? slope.lower]
  return wayOfRatio(slope) > 0
    ? [finePercent(lower - 1), finePercent(upper - 1)]
    : [finePercent(1 - upper), finePercent(1 - lower)]
}

function growth(times: number, frequency: Frequency): string {
  const moved = times - 1
  if (Math.abs(moved) < 0.0005) return `no change from ${frequency} to ${frequency}`
  return `a ${moved > 0 ? 'rise' : 'fall'} of ${finePercent(Math.abs(moved))} a ${frequency}`
}

function finePercent(share: number): string {
  return share < 0.0005 ? 'under 0.1%' : `${Number((100 * share).toFixed(1))}%`
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))}%`
}
