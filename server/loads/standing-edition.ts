import { and, eq, isNull } from 'drizzle-orm'
import type { Standing, StoodFigure } from '../../src/ingest/standing.ts'
import { createActionLog } from '../db/action-log.ts'
import type { Queries } from '../db/database.ts'
import { readNewestEdition } from '../db/editions.ts'
import { readOrganisation } from '../db/organisation.ts'
import { planOf } from '../db/protect-records.ts'
import { readStandingRecords } from '../db/record-store.ts'
import { exactTables } from '../db/schema/exact.ts'

/** What the newest edition holds, as a load needs to know it. */
export async function readStanding(queries: Queries): Promise<Standing> {
  const records = await readStandingRecords(queries, exactTables)
  const edition = await readNewestEdition(queries)
  const members = new Map<string, Set<string>>()
  const latest = new Map<string, string>()
  const add = (dimension: string, member: string) =>
    members.set(dimension, (members.get(dimension) ?? new Set()).add(member))
  for (const record of records) {
    if (record.kind === 'member') add(record.document.dimension, record.document.member)
    if (record.kind === 'holdings') {
      const { latestPeriod } = record.document
      if (latestPeriod !== null) latest.set(record.id, latestPeriod)
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
    latest,
    readFigures: (kpi) => readStandingFigures(queries, kpi),
  }
}

/** The figures of one measure that stand. */
async function readStandingFigures(queries: Queries, kpi: string): Promise<StoodFigure[]> {
  const { series, figure } = exactTables
  return await queries
    .select({
      dimension: series.dimension,
      member: series.member,
      period: figure.period,
      value: figure.value,
      numerator: figure.numerator,
      denominator: figure.denominator,
      n: figure.n,
      availability: figure.availability,
      provisional: figure.provisional,
      asAt: figure.asAt,
    })
    .from(figure)
    .innerJoin(series, eq(series.id, figure.series))
    .where(and(eq(series.kpi, kpi), isNull(figure.lastEdition)))
}
