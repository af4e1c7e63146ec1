import { and, asc, eq, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Judged, Withholding } from '../../src/domain/disclosure/withholding.ts'
import type { OwnPart } from '../../src/service/store.ts'
import type { Queries } from './database.ts'
import { readEditions } from './editions.ts'
import { recallJudged } from './protect-figures.ts'
import { exactSeries, exactWithheld } from './schema/exact.ts'
import { lockUntilEnd } from './shared-locks.ts'

type Reason = Pick<Withholding, 'hides' | 'rule' | 'against'>

/** Writes which rule hides what of the figures that an edition judged anew, in place of what was written of them before. */
export async function storeWithheld(
  queries: Queries,
  edition: number,
  judged: readonly Judged[],
): Promise<void> {
  if (judged.length === 0) return
  const rows = judged.map(({ kpi, dimension, member, period, withholding }) => {
    const document = withholding && {
      hides: withholding.hides,
      rule: withholding.rule,
      against: withholding.against,
    }
    return { k: kpi, d: dimension, m: member, p: period, document }
  })
  const given = sql`json_to_recordset(${JSON.stringify(rows)}::json)
    as given (k text, d text, m text, p text, document json)
    join ${exactSeries} on ${exactSeries.kpi} = k and ${exactSeries.dimension} = d and ${exactSeries.member} = m`
  await queries.execute(sql`
    update ${exactWithheld} set last_edition = ${edition - 1} from (select ${exactSeries.id} as series, p from ${given}) as judged
    where ${exactWithheld.series} = judged.series and ${exactWithheld.period} = judged.p
      and ${exactWithheld.lastEdition} is null`)
  await queries.execute(sql`
    insert into ${exactWithheld} (series, period, document, first_edition)
    select ${exactSeries.id}, p, document, ${edition}::int from ${given} where json_typeof(document) = 'object'`)
}

/**
 * What of some measures an edition hides from the panel. Of a part no row of another's measure leaves the database, and
 * of a reason nothing that names one.
 */
export async function readWithheld(
  queries: Queries,
  edition: number,
  kpis: readonly string[],
  own: OwnPart | null,
): Promise<Withholding[]> {
  const asked = own ? kpis.filter((kpi) => own.kpis.has(kpi)) : kpis
  const { document, firstEdition, lastEdition, period, series } = exactWithheld
  const rows = await queries
    .select({
      kpi: exactSeries.kpi,
      dimension: exactSeries.dimension,
      member: exactSeries.member,
      period,
      document: own ? ofPart(own) : sql<Reason>`${document}`,
    })
    .from(exactWithheld)
    .innerJoin(exactSeries, eq(exactSeries.id, series))
    .where(
      and(
        inArray(exactSeries.kpi, [...asked]),
        lte(firstEdition, edition),
        or(isNull(lastEdition), gte(lastEdition, edition)),
      ),
    )
    .orderBy(asc(series), asc(period))
  return rows.map(({ document: { hides, rule, against }, ...place }) => ({ ...place, hides, rule, against }))
}

/** A reason without the names of another's measures: each of their places is left blank. */
function ofPart(own: OwnPart) {
  const { document } = exactWithheld
  const blank = sql`json_build_object('kpi', '', 'dimension', '', 'member', '', 'period', '')`
  const named = (place: SQL) =>
    sql`case when ${inArray(sql`(${place} ->> 'kpi')`, [...own.kpis])} then ${place} else ${blank} end`
  const against = sql`(${document} -> 'against')`
  return sql<Reason>`json_build_object(
    'hides', ${document} ->> 'hides', 'rule', ${document} ->> 'rule',
    'against', case when json_typeof(${against}) = 'object' then json_build_object(
      'protects', ${named(sql`(${against} -> 'protects')`)},
      'from', (select coalesce(json_agg(${named(sql`one`)} order by place), '[]'::json)
        from json_array_elements(${against} -> 'from') with ordinality as listed (one, place))) end)`
}

/**
 * For a database that was written before reasons were kept: writes those that follow from a figure by itself, and of
 * the others that they are for the sake of other figures.
 */
export async function completeWithheld(queries: Queries): Promise<void> {
  if (!(await isMissing(queries))) return
  await queries.transaction(async (transaction) => {
    await lockUntilEnd(transaction, 'publication')
    if (!(await isMissing(transaction))) return
    const [newest] = await readEditions(transaction)
    for (const { edition, judged } of await recallJudged(transaction, newest?.number ?? 0))
      await storeWithheld(transaction, edition, judged)
  })
}

async function isMissing(queries: Queries): Promise<boolean> {
  const [newest] = await readEditions(queries)
  return newest !== undefined && (await queries.$count(exactWithheld)) === 0
}
