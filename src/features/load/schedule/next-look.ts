import type { ScheduledLoad } from '../../../api/loads.ts'

const leastMs = 20_000
const mostMs = 60 * 60_000

/** In how many milliseconds what waits is asked about again: soon after its time; false where nothing waits. */
export function nextLook(scheduled: readonly (ScheduledLoad | undefined)[] = []): number | false {
  const times = scheduled.flatMap((one) => (one?.state === 'waiting' ? [Date.parse(one.at)] : []))
  if (times.length === 0) return false
  return Math.min(mostMs, Math.max(leastMs, Math.min(...times) - Date.now() + leastMs))
}
