import type { Holdings } from '../../src/domain/editions/holdings.ts'
import type { MemberLabel } from '../../src/domain/editions/publication.ts'
import type { KpiDefinition } from '../../src/domain/measures/measure.ts'
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
  for (const { kind, document } of records) {
    if (kind === 'member') {
      const { dimension, member } = document as MemberLabel
      add(dimension, member)
    }
    if (kind === 'holdings') {
      for (const dimension of (document as Holdings).dimensions) {
        for (const member of dimension.members) add(dimension.id, member.id)
      }
    }
  }
  return {
    organisation: await readOrganisation(queries),
    dataAsAt: edition?.dataAsAt ?? null,
    kpis: records.filter(({ kind }) => kind === 'kpi').map(({ document }) => document as KpiDefinition),
    members,
    plan: planOf(records),
    actions: await createActionLog(queries, exactTables).read(),
  }
}
