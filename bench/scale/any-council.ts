import type { SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { millisecondsOf } from '../measure.ts'
import { months } from './generate-figures.ts'
import { draw, readCouncils, readParts } from './parts.ts'
import { bareOverview, bareSeries, overviewFrom } from './statements.ts'

/** What one edition ends of a council's figures, and what it brings: a month, and another one as final. */
const ended = `
  update exact_figure set last_edition = ${months - 1}
  where series in (select id from template_series) and period = '2025-08' and last_edition is null`
const brought = `
  insert into exact_figure
  select series, brought.period, '2025-10-31', value, numerator, denominator, n, availability, provisional, as_at,
    revised, previous_value, ${months}, null
  from exact_figure cross join (values ('2025-08'), ('2025-10')) as brought (period)
  where series in (select id from template_series) and exact_figure.period = '2025-07' and last_edition is null`

export interface AnyCouncil {
  series: () => Promise<number>
  overview: () => Promise<number>
  write: () => Promise<number>
  close: () => Promise<void>
}

/**
 * Bare SQL of one council after another, as the readers of all would ask, in milliseconds; and what writing an edition
 * of one takes, which is taken back again.
 */
export async function openAnyCouncil(
  url: string,
  prepare = async (_: pg.Client): Promise<void> => undefined,
): Promise<AnyCouncil> {
  const client = new pg.Client(url)
  await client.connect()
  await prepare(client)
  const queries = drizzle(client)
  const parts = draw(await readParts(queries))
  const councils = draw(await readCouncils(queries))
  const timed = (statement: SQL) => millisecondsOf(() => queries.execute(statement))
  return {
    series: () => timed(bareSeries(parts(), months)),
    overview: () => timed(bareOverview(councils(), overviewFrom, months)),
    write: async () => {
      await client.query('begin')
      const taken = await millisecondsOf(async () => {
        await client.query(ended)
        await client.query(brought)
      })
      await client.query('rollback')
      return taken
    },
    close: () => client.end(),
  }
}
