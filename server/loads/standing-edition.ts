import { and, eq, gt, gte, inArray, isNull } from 'drizzle-orm'
import { type Standing, seriesKey } from '../../src/ingest/standing.ts'
import { createActionLog } from '../db/action-log.ts'
import type { Queries } from '../db/database.ts'
import { readEdition } from '../db/editions.ts'
import { readOrganisation } from '../db/organisation.ts'
import { planOf } from '../db/protect-records.ts'
import { readStandingRecords } from '../db/record-store.ts'
import { exactTables } from '../db/schema/exact.ts'

/** What the newest edition holds, as a load needs to know it. */
export async function readStanding(queries: Queries): Promise<Standing> {
  const records = await readStandingRecords(queries, exactTables)
  const edition = await readEdition(queries, 'latest')
  const members = new Map<string, Set<string>>()
  const add = (dimension: string, member: string) =>
    members.set(dimension, (members.get(dimension) ?? new Set()).add(member))
  for (const record of records) {
    if (record.kind === 'member') add(record.document.dimension, record.document.member)
    if (record.kind === 'holdings') {
      for (const dimension of record.document.dimensions) {
        for (const member of dimension.members) add(dimension.id, member.id)
      }
    }
  }
  return {
    organisation: await readOrganisation(queries),
    dataAsAt: edition?.dataAsAt ?? null,
    kpis: records.flatMap((record) => (record.kind === 'kpi' ? record.document : [])),
    members,
    plan: planOf(records),
    actions: await createActionLog(queries, exactTables).read(),
    readRecent: (kpis) => readRecentFigures(queries, kpis, edition?.dataAsAt ?? null),
  }
}

/** Years that a load is set against. */
const recentYears = 3

async function readRecentFigures(queries: Queries, kpis: readonly string[], dataAsAt: string | null) {
  const figures = new Map<string, { period: string; value: number }[]>()
  if (kpis.length === 0 || dataAsAt === null) return figures
  const { series, figure } = exactTables
  const from = `${Number(dataAsAt.slice(0, 4)) - recentYears}-${dataAsAt.slice(5, 7)}-01`
  const rows = await queries
    .select({
      kpi: series.kpi,
      dimension: series.dimension,
      member: series.member,
      period: figure.period,
      value: figure.value,
    })
    .from(figure)
    .innerJoin(series, eq(series.id, figure.series))
    .where(
      and(
        inArray(series.kpi, [...kpis]),
        isNull(figure.lastEdition),
        gt(figure.value, 0),
        gte(figure.periodEnd, from),
      ),
    )
  for (const { period, value, ...row } of rows) {
    if (value === null) continue
    const key = seriesKey(row)
    const known = figures.get(key)
    if (known) known.push({ period, value })
    else figures.set(key, [{ period, value }])
  }
  return figures
}
