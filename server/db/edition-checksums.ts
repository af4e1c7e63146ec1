import { createHash } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { Audience, Edition } from '../../src/domain/editions/publication.ts'
import type { Queries } from './database.ts'
import { readEditions } from './editions.ts'
import { exactTables } from './schema/exact.ts'
import { protectedTables } from './schema/protected.ts'
import type { AudienceTables } from './schema/versioned.ts'

/** What an edition holds, in 64 signs for each audience: another figure, word or judgement anywhere is another sum. */
export interface EditionChecksums extends Record<Audience, string> {
  number: number
  label: string
}

/** Newest first. */
export async function readChecksums(queries: Queries): Promise<EditionChecksums[]> {
  const checksums: EditionChecksums[] = []
  for (const edition of await readEditions(queries)) {
    checksums.push({
      number: edition.number,
      label: edition.label,
      exact: await checksumOf(queries, exactTables, edition),
      protected: await checksumOf(queries, protectedTables, edition),
    })
  }
  return checksums
}

async function checksumOf(queries: Queries, tables: AudienceTables, edition: Edition): Promise<string> {
  const { number, label, publishedAt, dataAsAt, note } = edition
  const [row] = await queries
    .select({
      figures: sumOfFigures(tables, number),
      records: sumOfRecords(tables, number),
      analysis: sumOfAnalysis(tables, number),
    })
    .from(sql`(values (1)) as one`)
  return createHash('sha256')
    .update(JSON.stringify([number, label, publishedAt, dataAsAt, note, row]))
    .digest('hex')
}

const sum = (text: SQL) => sql<string>`encode(sha256(convert_to(coalesce(${text}, ''), 'UTF8')), 'hex')`

/** Ordered by code points, whatever language the server orders by. */
const inOrder = (text: SQL) => sql`${text} collate "C"`

const standsIn = (
  { firstEdition, lastEdition }: AudienceTables['figure'] | AudienceTables['record'],
  edition: number,
) => sql`${firstEdition} <= ${edition} and coalesce(${lastEdition} >= ${edition}, true)`

/** A series by itself first, so that no text of all figures is ever made. */
function sumOfFigures({ series, figure }: AudienceTables, edition: number): SQL<string> {
  const cells = sql`row(${series.kpi}, ${series.dimension}, ${series.member}, ${figure.period}, ${figure.value},
    ${figure.numerator}, ${figure.denominator}, ${figure.n}, ${figure.availability}, ${figure.provisional},
    ${figure.revised}, ${figure.previousValue}, ${figure.asAt})::text`
  const ofSeries = sum(sql`string_agg(${cells}, e'\\n' order by ${inOrder(cells)})`)
  return sql`(select ${sum(sql`string_agg(part, '' order by ${inOrder(sql`part`)})`)} from (
    select ${ofSeries} as part from ${figure} join ${series} on ${series.id} = ${figure.series}
    where ${standsIn(figure, edition)} group by ${series.id}) as parts)`
}

function sumOfRecords({ record }: AudienceTables, edition: number): SQL<string> {
  const cells = sql`row(${record.kind}, ${record.id}, ${record.position}, ${record.document}::text)::text`
  return sql`(select ${sum(sql`string_agg(${cells}, e'\\n' order by ${inOrder(cells)})`)} from ${record}
    where ${standsIn(record, edition)})`
}

function sumOfAnalysis({ analysis }: AudienceTables, edition: number): SQL<string> {
  const cells = sql`row(${analysis.kind}, ${analysis.id}, ${analysis.position}, ${analysis.document}::text)::text`
  return sql`(select ${sum(sql`string_agg(${cells}, e'\\n' order by ${inOrder(cells)})`)} from ${analysis}
    where ${analysis.edition} = ${edition})`
}
