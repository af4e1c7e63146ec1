import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { TestedFamily } from '../../src/domain/analysis/edition-analysis.ts'
import type { OwnPart } from '../../src/service/store.ts'
import { readAnalysisDocuments } from './analysis-documents.ts'
import type { Queries } from './database.ts'
import type { AudienceTables } from './schema/versioned.ts'

type Document = AudienceTables['record']['document'] | AudienceTables['action']['document']

export const fieldOf = (document: Document, name: string) => sql`(${document} ->> ${name})`

/** What of an edition's documents belongs to a part. Names of members and workstreams belong to nobody in particular. */
export function isOwnRecord({ kind, id, document }: AudienceTables['record'], own: OwnPart): SQL | undefined {
  const kpis = [...own.kpis]
  const kpi = fieldOf(document, 'kpi')
  return or(
    and(inArray(kind, ['kpi', 'holdings', 'trajectory']), inArray(id, kpis)),
    and(eq(kind, 'milestone'), inArray(id, [...own.milestones])),
    and(inArray(kind, ['risk', 'commentary']), inArray(kpi, kpis)),
    // a change of recording that concerns every measure is everybody's
    and(eq(kind, 'intervention'), or(inArray(kpi, kpis), sql`${kpi} is null`)),
    and(eq(kind, 'action'), isOwnAction(document, own)),
  )
}

export function isOwnAction(document: Document, own: OwnPart): SQL {
  return inArray(fieldOf(document, 'link'), [...own.kpis, ...own.milestones])
}

/** The tested family of an edition; of a part no more than what was tested of its measures leaves the database. */
export async function familyOf(
  queries: Queries,
  tables: AudienceTables,
  edition: number,
  own: OwnPart | null,
): Promise<TestedFamily | null> {
  if (!own) return (await readAnalysisDocuments(queries, tables, edition, 'family'))[0]?.document ?? null
  const { analysis } = tables
  const ofPart = (list: string) => sql`(
    select coalesce(json_agg(one order by place), '[]'::json)
    from json_array_elements(${analysis.document} -> ${list}::text) with ordinality as listed (one, place)
    where ${inArray(sql`(one ->> 'kpi')`, [...own.kpis])})`
  const [row] = await queries
    .select({
      family: sql<TestedFamily>`json_build_object(
        'untested', 0, 'toConfirm', ${ofPart('toConfirm')}, 'signals', ${ofPart('signals')})`,
    })
    .from(analysis)
    .where(and(eq(analysis.edition, edition), eq(analysis.kind, 'family')))
  return row?.family ?? null
}
