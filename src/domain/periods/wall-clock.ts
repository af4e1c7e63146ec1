/** Minutes as a form gives them, without a zone: '2025-12-04T09:30'. */
export const wallClock = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/

/**
 * The instant at which clocks of a zone show a time, as ISO text; null where they never do, on a day that is none or
 * in the hour that is left out in spring. Of the hour that comes twice in autumn it is the first.
 *
 * @example ('2025-06-05T09:30', 'Europe/London') → '2025-06-05T08:30:00Z'
 */
export function instantAt(shown: string, timezone: string): string | null {
  if (!wallClock.test(shown)) return null
  const asUtc = Date.parse(`${shown}:00Z`)
  if (Number.isNaN(asUtc)) return null
  // offsets of a zone, some hours before and after: one of them is the right one
  const found = [-12, 12]
    .map((hours) => asUtc - offsetAt(asUtc + hours * hourMs, timezone))
    .filter((instant) => shownAt(instant, timezone) === shown)
  return found.length > 0 ? `${new Date(Math.min(...found)).toISOString().slice(0, 19)}Z` : null
}

const hourMs = 3_600_000

/** What clocks of a zone show at an instant. @example '2025-06-05T09:30' */
export function shownAt(instant: number, timezone: string): string {
  return new Date(instant + offsetAt(instant, timezone)).toISOString().slice(0, 16)
}

/** By how many milliseconds clocks of a zone are ahead of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  const options = {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const
  const parts = new Intl.DateTimeFormat('en-GB', options).formatToParts(instant)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return shown - Math.floor(instant / 60_000) * 60_000
}
