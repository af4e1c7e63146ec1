import type { ListedMapping, MappingsReply } from '../../src/contract/mappings.ts'
import { tellMapping } from '../../src/ingest/point/mapping-words.ts'
import { readMappingUses } from '../db/load-log-store.ts'
import { listMappings } from '../db/mapping-store.ts'
import { timezoneOf } from '../db/organisation.ts'
import type { Queries } from '../db/queries.ts'
import { readStandingRecords } from '../db/record-store.ts'
import { exactTables } from '../db/schema/exact.ts'
import { filesOf } from './recognise.ts'

/** Saved mappings as they are listed: those in use before those that were put away. */
export async function readListedMappings(queries: Queries): Promise<MappingsReply> {
  const saved = await listMappings(queries)
  const uses = await readMappingUses(queries)
  const names = saved.length > 0 ? await readNames(queries) : new Map<string, string>()
  const listed = saved.map(
    (one): ListedMapping => ({
      ...one,
      reads: tellMapping(filesOf(one), names),
      used: uses.get(one.name) ?? null,
    }),
  )
  return {
    timezone: await timezoneOf(queries),
    mappings: listed.toSorted((a, b) => Number(a.mapping === null) - Number(b.mapping === null)),
  }
}

async function readNames(queries: Queries): Promise<Map<string, string>> {
  const records = await readStandingRecords(queries, exactTables)
  return new Map(
    records.flatMap((record) => (record.kind === 'kpi' ? [[record.document.id, record.document.name]] : [])),
  )
}
