import { isPresent } from '../observation.ts'
import { runLength, type Side, sign } from '../rules.ts'
import type { RowBand } from './chart-rows.ts'

export interface PlottedRow {
  y: number | null
  band: RowBand
}

/**
 * What is seen: outside a limit; all rising or all falling; two of three near a limit; all on one side of the centre;
 * the latest rows together apart from those before, by ranks or, of few events, exactly; all rows together going one way.
 */
export type SignKind = 'outside' | 'trend' | 'near' | 'side' | 'level' | 'climb'

export interface LatestSign {
  kind: SignKind
  side: Side
  /** position of the first row that the sign rests on */
  start: number
}

/**
 * What limits and runs say of the latest row: outside a limit; seven or more rows that all rise, or all fall; second
 * of three beyond two thirds of the way to a limit; or seventh and more on one side of the centre (Making Data Count,
 * as spc.md, section 9). A trend comes before the last two (section 10). Of the others, where more than one holds, the
 * earliest beginning counts. Null where none does.
 */
export function readLatest(rows: readonly PlottedRow[], shiftLength = runLength): LatestSign | null {
  const last = rows.length - 1
  const side = sideOf(rows[last])
  const outside = side === 0 ? null : outsideStart(rows, side)
  const trend = outside === null ? trendToLatest(rows) : null
  if (trend) return trend
  if (side === 0) return null
  const signs = [
    signFrom('outside', side, outside),
    signFrom('near', side, nearStart(rows, side)),
    signFrom('side', side, shiftStart(rows, side, shiftLength)),
  ].filter((one) => one !== null)
  return signs.reduce<LatestSign | null>(
    (first, one) => (first && first.start <= one.start ? first : one),
    null,
  )
}

function signFrom(kind: SignKind, side: Side, start: number | null): LatestSign | null {
  return start === null ? null : { kind, side, start }
}

function sideOf(row: PlottedRow | undefined): Side {
  return row && isPresent(row.y) && row.band.centre !== null ? sign(row.y - row.band.centre) : 0
}

/** How far out a row is on a side: 2 beyond the limit, 1 beyond two thirds of the way. */
function reachOf(row: PlottedRow | undefined, side: Side): 0 | 1 | 2 {
  if (!row || !isPresent(row.y) || sideOf(row) !== side) return 0
  const { lower, upper, nearLower, nearUpper } = row.band
  const [limit, near] = side > 0 ? [upper, nearUpper] : [lower, nearLower]
  if (limit === null || near === null) return 0
  if (side * (row.y - limit) > 0) return 2
  return side * (row.y - near) > 0 ? 1 : 0
}

function outsideStart(rows: readonly PlottedRow[], side: Side): number | null {
  const last = rows.length - 1
  if (reachOf(rows[last], side) < 2) return null
  return rows.findLastIndex((row) => reachOf(row, side) < 2) + 1
}

/** Three rows on one side, of which the latest and another are near. */
function nearStart(rows: readonly PlottedRow[], side: Side): number | null {
  const last = rows.length - 1
  const three = rows.slice(-3)
  if (three.length < 3 || three.some((row) => sideOf(row) !== side)) return null
  const near = three.map((row) => reachOf(row, side) === 1)
  if (!near[2] || !(near[0] || near[1])) return null
  return near[0] ? last - 2 : last - 1
}

function shiftStart(rows: readonly PlottedRow[], side: Side, length: number): number | null {
  const start = rows.findLastIndex((row) => sideOf(row) !== side) + 1
  return rows.length - start >= length ? start : null
}

/** Rows to the latest that each go the same way from the one before: seven or more, none missing. */
function trendToLatest(rows: readonly PlottedRow[]): LatestSign | null {
  const steps = rows.map(({ y }, row) => {
    const before = rows[row - 1]?.y
    return isPresent(y) && isPresent(before) ? sign(y - before) : 0
  })
  const side = steps.at(-1) ?? 0
  const start = steps.findLastIndex((step) => step !== side)
  return side !== 0 && rows.length - start >= runLength ? { kind: 'trend', side, start } : null
}
