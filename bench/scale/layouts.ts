import type pg from 'pg'

const key = 'add primary key (series, period, first_edition)'
const standing = (schema: string) =>
  `create unique index on ${schema}.exact_figure (series, period) where last_edition is null`

/** So many parts, each for one remainder of the series or one span of editions. */
const parts = (count: number, boundsOf: (part: number) => string) => (schema: string) =>
  Array.from(
    { length: count },
    (_, part) =>
      `create table ${schema}.part_${part} partition of ${schema}.exact_figure for values ${boundsOf(part)}`,
  )

/** Other ways to lay out the figures than the one that was chosen: decision 0076. */
const layouts = {
  'key alone': { by: '', parts: () => [] },
  '16 partitions by series': {
    by: 'partition by hash (series)',
    parts: parts(16, (part) => `with (modulus 16, remainder ${part})`),
  },
  '10 partitions by edition': {
    by: 'partition by range (first_edition)',
    parts: parts(10, (year) => `from (${year * 12 + 1}) to (${year * 12 + 13})`),
  },
} satisfies Record<string, { by: string; parts: (schema: string) => string[] }>

export type Layout = keyof typeof layouts
export const otherLayouts: readonly Layout[] = [
  'key alone',
  '16 partitions by series',
  '10 partitions by edition',
]

/**
 * The same rows in the same order of publication, in a schema of its own that comes first in the search path of the
 * connection: a statement finds its table there, and everything else where it is.
 */
export async function layOut(client: pg.Client, layout: Layout): Promise<void> {
  const { by, parts: partsOf } = layouts[layout]
  const schema = `layout_${otherLayouts.indexOf(layout)}`
  const { rows } = await client.query('select from pg_namespace where nspname = $1', [schema])
  const table = `${schema}.exact_figure`
  if (!rows.length) {
    await client.query(`create schema ${schema}`)
    await client.query(`create table ${table} (like public.exact_figure including defaults) ${by}`)
    for (const statement of partsOf(schema)) await client.query(statement)
    await client.query(`insert into ${table} select * from public.exact_figure`)
    await client.query(`alter table ${table} ${key}`)
    // a unique index of a partitioned table must name what it is partitioned by
    if (!by.includes('first_edition')) await client.query(standing(schema))
    await client.query(`vacuum (freeze, analyze) ${table}`)
  }
  await client.query(`set search_path = ${schema}, public`)
}
