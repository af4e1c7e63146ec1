import type { ChartRow } from './chart-rows.ts'
import type { RecentChange } from './compare-recent.ts'

/** So few rows without any are no end, whatever came before. */
const fewestRows = 6
const bearable = 0.01

/**
 * Whether events have ended: none in the latest rows, for longer than chance keeps all of them in the rows before. Given
 * all events, each falls into those rows with the chance that is their share of the denominators, if nothing has
 * changed; so all do with that chance to the power of their number. No window is chosen, since the row of the last event
 * says it all. Events come in clusters, so the same is asked of rows with an event, each of which could be any row:
 * the larger chance counts, at 1%. Null where none has come at all, or fewer than six rows stand on either side.
 *
 * @example 28 events in 14 of 20 rows, and none in 22 rows since → fewer, 22 rows
 */
export function rowsSinceLast(rows: readonly ChartRow[]): RecentChange | null {
  const before = rows.findLastIndex(({ events }) => events > 0) + 1
  const since = rows.length - before
  if (before < fewestRows || since < fewestRows) return null
  const sizeOf = (some: readonly ChartRow[]) => some.reduce((sum, { size }) => sum + size, 0)
  const events = rows.reduce((sum, row) => sum + row.events, 0)
  const ofEvents = (sizeOf(rows.slice(0, before)) / sizeOf(rows)) ** events
  const withAny = rows.filter((row) => row.events > 0).length
  let ofRows = 1
  for (let row = 0; row < withAny; row += 1) ofRows *= (before - row) / (rows.length - row)
  return Math.max(ofEvents, ofRows) <= bearable ? { direction: -1, rows: since } : null
}
