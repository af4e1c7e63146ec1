import { sql } from 'drizzle-orm'
import type { Queries } from '../../server/db/queries.ts'

/** Ten years of months, each with its edition. The last is the last month of the demonstration. */
export const months = 120

/**
 * Takes the demonstration's newest edition as the 120th of a council that has published every month for ten years: the
 * monthly figures are made anew in the server, each provisional in two editions and final from the third on, and stand
 * on the disk in the order of their publication, as they would. Of other frequencies it keeps what stands.
 *
 * Other councils follow with series of their own, until there are so many rows of figures. They share the tables, as
 * they would with a council's key among the columns of a series: nothing else of the service knows them.
 *
 * @returns how many councils there are, and how many rows each has
 */
export async function generateFigures(queries: Queries, rows: number): Promise<Generated> {
  await run(queries, oneEditionAMonth)
  await run(queries, templateOfSeries)
  const perCouncil = (2 * months - 2) * (await count(queries, 'template_series'))
  const councils = Math.max(1, Math.round(rows / perCouncil))
  await run(queries, otherCouncils(councils))
  await run(queries, templatesOfSeries)
  const makeIndexes = await dropIndexes(queries)
  for (let edition = 1; edition <= months; edition += 1) await run(queries, figuresOf(edition))
  await makeIndexes()
  for (const table of ['exact_series', 'exact_figure'])
    await run(queries, `vacuum (freeze, analyze) ${table}`)
  return { councils, rows: await count(queries, 'exact_figure') }
}

export interface Generated {
  councils: number
  rows: number
}

/** One statement after another: the embedded engine takes them singly. */
async function run(queries: Queries, statements: string): Promise<void> {
  for (const statement of statements.split(';')) await queries.execute(sql.raw(statement))
}

async function count(queries: Queries, table: string): Promise<number> {
  return await queries.$count(sql.identifier(table))
}

/** An index on millions of rows is built faster than it is kept. @returns what makes them all again */
async function dropIndexes(queries: Queries): Promise<() => Promise<void>> {
  const indexes = await queries
    .select({ drop: sql<string>`drop`, make: sql<string>`make` })
    .from(sql.raw(`(${indexesOfFigures}) as found`))
  for (const { drop } of indexes) await run(queries, drop)
  return async () => {
    for (const { make } of indexes) await run(queries, make)
  }
}

const indexesOfFigures = `
  select 'alter table exact_figure drop constraint ' || conname as drop,
    'alter table exact_figure add constraint ' || conname || ' ' || pg_get_constraintdef(oid) as make
  from pg_constraint where conrelid = 'exact_figure'::regclass and contype = 'p'
  union all
  select 'drop index ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
  from pg_index where indrelid = 'exact_figure'::regclass and not indisprimary`

const oneEditionAMonth = `
  create table template_figure as
    select figure.*, row_number() over (partition by series order by period_end) - 1 as place,
      count(*) over (partition by series) as places
    from exact_figure as figure where last_edition is null;
  delete from exact_figure;
  insert into exact_figure
    select series, period, period_end, value, numerator, denominator, n, availability, provisional, as_at, revised,
      previous_value, 1
    from template_figure where period !~ '^\\d{4}-\\d\\d$';
  delete from template_figure where period !~ '^\\d{4}-\\d\\d$';
  delete from exact_record where last_edition is not null;
  update exact_record set first_edition = 1;
  delete from exact_analysis where edition < 5;
  update exact_analysis set edition = ${months};
  insert into exact_analysis select ${months} - 1, kind, id, position, document from exact_analysis;
  delete from edition where number < 5;
  update edition set number = ${months};
  insert into edition (number, label, published_at, data_as_at, superseded_by, withdrawn)
    select number, 'Edition ' || number, published_at - make_interval(months => ${months} - number),
      (data_as_at - make_interval(months => ${months} - number))::date, number + 1, false
    from (select published_at, data_as_at from edition) as newest, generate_series(1, ${months - 1}) as number`

const templateOfSeries = `
  create table template_series as select series.* from exact_series as series
    where exists (select from template_figure where template_figure.series = series.id);
  create unique index on template_figure (series, place);
  analyze template_figure, template_series`

const otherCouncils = (councils: number) => `
  insert into exact_series (id, kpi, dimension, member)
  select (council - 1) * of_one.most + id, 'c' || council || '.' || kpi, dimension, member
  from generate_series(2, ${councils}) as council, template_series, (select max(id) as most from exact_series) as of_one
  order by 1`

const templatesOfSeries = `
  create table figure_series as
    select series.id, template.id as template from exact_series as series
    join template_series as template
      on template.dimension = series.dimension and template.member = series.member
      and template.kpi = regexp_replace(series.kpi, '^c\\d+\\.', '')
    order by series.id;
  analyze figure_series`

/** What one edition brings: the newest month as provisional, and the month two before it as final. */
const figuresOf = (edition: number) => `
  insert into exact_figure (series, period, period_end, value, numerator, denominator, n, availability, provisional,
    as_at, revised, previous_value, first_edition, last_edition)
  select series.id, to_char(month, 'YYYY-MM'), (month + interval '1 month - 1 day')::date, value, numerator,
    denominator, n, availability, is_new, as_at, not is_new and (series.id + brought.number) % 800 = 0, null, ${edition},
    case when is_new and ${edition} + 2 <= ${months} then ${edition} + 1 end
  from figure_series as series
  cross join (values (true, ${edition}), (false, ${edition} - 2)) as brought (is_new, number)
  join template_figure as template on template.series = series.template
    and template.place = (brought.number + series.id) % template.places
  cross join lateral (select timestamp '2015-09-01' + make_interval(months => brought.number) as month) as at
  where brought.number > 0
  order by series.id, is_new`
