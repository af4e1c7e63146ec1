import type { Standing } from '../../src/ingest/standing.ts'
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
  }
}
