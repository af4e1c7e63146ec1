import { rareCount } from '../suitability.ts'
import type { ChartKind } from './chart-kinds.ts'
import { type ChartRow, presentRows } from './chart-rows.ts'
import { compareRecent } from './compare-recent.ts'
import { compareWithBefore } from './compare-with-before.ts'
import { rowsSinceLast } from './ended.ts'
import { deviationOfRanges, spreadOfChance } from './mean-range.ts'
import { methodOfFew, methodOfRanks } from './method-names.ts'
import type { LatestSign } from './read-latest.ts'

export type FewEvents = { kind: 'few'; sign: LatestSign | null; method: string } | { kind: 'enough' }

/**
 * What the latest rows of a segment say where fewer than 5 events are expected a row. Of shares the rarer outcome is
 * counted: of a share near 100% those that are not in it. The comparison is exact where chance alone moves the
 * figures, and by ranks where they move by more, or are rounded. Where neither finds anything, whether none have come
 * for longer than chance keeps them away: what ended long ago lies in all the rows that the latest are set against. `enough` where there are more, where events are no
 * counts, and for charts that are not of events out of something.
 */
export function readFewEvents(kind: ChartKind, rows: readonly ChartRow[], isRounded = false): FewEvents {
  if (!isOfEvents(kind)) return { kind: 'enough' }
  const present = presentRows(rows)
  const size = present.reduce((sum, row) => sum + row.size, 0)
  const isMostlyEvents = isOfShares(kind) && 2 * sumOfEvents(present) > size
  const counted = isMostlyEvents ? present.map(withoutEvents) : present
  const areCounts = counted.every(({ events }) => Number.isInteger(events) && events >= 0)
  const events = sumOfEvents(counted)
  if (!areCounts || events >= rareCount * counted.length) return { kind: 'enough' }
  const isExact = !isRounded && spreadBesideChance(counted, events / size) <= spreadOfChance
  const change =
    (isExact ? compareRecent(counted) : compareWithBefore(counted.map((row) => row.events / row.size))) ??
    rowsSinceLast(counted)
  const method = isExact ? methodOfFew : methodOfRanks
  const first = change && present.at(-change.rows)
  if (!change || !first) return { kind: 'few', sign: null, method }
  const turned = change.direction > 0 ? -1 : 1
  const side = isMostlyEvents ? turned : change.direction
  return { kind: 'few', sign: { kind: 'level', side, start: rows.indexOf(first) }, method }
}

function withoutEvents(row: ChartRow): ChartRow {
  return { ...row, events: row.size - row.events }
}

/** σ_z of the prime charts (fit-rates.ts): how many times the spread of chance the figures have. */
function spreadBesideChance(rows: readonly ChartRow[], rate: number): number {
  if (rate === 0) return 0
  return (
    deviationOfRanges(rows.map(({ events, size }) => (events - rate * size) / Math.sqrt(rate * size))) ?? 0
  )
}

function isOfEvents(kind: ChartKind): boolean {
  return kind === 'c' || kind === 'u' || kind === 'u-prime' || isOfShares(kind)
}

function isOfShares(kind: ChartKind): boolean {
  return kind === 'p' || kind === 'p-prime'
}

function sumOfEvents(rows: readonly ChartRow[]): number {
  return rows.reduce((sum, { events }) => sum + events, 0)
}
