/**
 * The calendar day of an instant where the organisation is, whatever zone the reader is in.
 * @example ('2025-06-14T23:30:00Z', 'Europe/London') → '2025-06-15'
 */
export function dayOf(instant: string, timezone: string): string {
  const parts = formatOf(timezone).formatToParts(new Date(instant))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** Made once for each zone: making one costs more than all it formats. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, made)
  return made
}
