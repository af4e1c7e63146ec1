import type { ScheduledLoad } from '../../../api/loads.ts'

const leastMs = 20_000
const mostMs = 60 * 60_000

/** In how many milliseconds something is looked at again: soon after the first of its times; false where it has none. */
export function soonAfter(times: readonly string[]): number | false {
  if (times.length === 0) return false
  const first = Math.min(...times.map((time) => Date.parse(time)))
  return Math.min(mostMs, Math.max(leastMs, first - Date.now() + leastMs))
}

/** The same of loads: of those that wait for their time. */
export function nextLook(scheduled: readonly (ScheduledLoad | undefined)[] = []): number | false {
  return soonAfter(scheduled.flatMap((one) => (one?.state === 'waiting' ? [one.at] : [])))
}
