/**
 * The calendar day of an instant where the organisation is, whatever zone the reader is in.
 * @example ('2025-06-14T23:30:00Z', 'Europe/London') → '2025-06-15'
 */
export function dayOf(instant: string, timezone: string): string {
  const options = { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const parts = new Intl.DateTimeFormat('en-GB', options).formatToParts(new Date(instant))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
