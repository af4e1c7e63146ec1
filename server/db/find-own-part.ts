import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { OwnPart } from '../../src/service/store.ts'
import type { Queries } from './database.ts'
import { fieldOf } from './own-part.ts'
import { exactRecord } from './schema/exact.ts'

/** The measures of some services, and the milestones of these, in the newest edition: ids and nothing else. */
export async function findOwnPart(queries: Queries, services: readonly string[]): Promise<OwnPart> {
  const { kind, id, document, lastEdition } = exactRecord
  const idsWhere = async (of: 'kpi' | 'milestone', field: string, values: readonly string[]) => {
    const rows = await queries
      .select({ id })
      .from(exactRecord)
      .where(and(eq(kind, of), isNull(lastEdition), inArray(fieldOf(document, field), [...values])))
    return new Set(rows.map((row) => row.id))
  }
  const kpis = await idsWhere('kpi', 'service', services)
  return { services, kpis, milestones: await idsWhere('milestone', 'kpi', [...kpis]) }
}
