import { rareCount } from '../suitability.ts'
import type { ChartKind } from './chart-kinds.ts'
import { type ChartRow, presentRows } from './chart-rows.ts'
import { compareRecent } from './compare-recent.ts'
import type { LatestSign } from './read-latest.ts'

export type FewEvents = { kind: 'few'; sign: LatestSign | null } | { kind: 'enough' }

/**
 * What the latest rows of a segment say where fewer than 5 events are expected a row. Of shares the rarer outcome is
 * counted: of a share near 100% those that are not in it. `enough` where there are more, where events are no counts,
 * and for charts that are not of events out of something.
 */
export function readFewEvents(kind: ChartKind, rows: readonly ChartRow[]): FewEvents {
  if (!isOfEvents(kind)) return { kind: 'enough' }
  const present = presentRows(rows)
  const isMostlyEvents =
    isOfShares(kind) && 2 * sumOfEvents(present) > present.reduce((sum, row) => sum + row.size, 0)
  const counted = isMostlyEvents ? present.map((row) => ({ ...row, events: row.size - row.events })) : present
  const areCounts = counted.every(({ events }) => Number.isInteger(events) && events >= 0)
  if (!areCounts || sumOfEvents(counted) >= rareCount * counted.length) return { kind: 'enough' }
  const change = compareRecent(counted)
  const first = change && present.at(-change.rows)
  if (!change || !first) return { kind: 'few', sign: null }
  const turned = change.direction > 0 ? -1 : 1
  return {
    kind: 'few',
    sign: { side: isMostlyEvents ? turned : change.direction, start: rows.indexOf(first) },
  }
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
