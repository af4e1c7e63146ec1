import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../server/db/database.ts'
import { openExactReader } from '../../server/db/exact-reader.ts'
import { openProtectedLog } from '../../server/db/protected-reader.ts'
import { publishEdition } from '../../server/db/publish.ts'
import * as audit from '../../server/db/schema/audit.ts'
import * as editions from '../../server/db/schema/editions.ts'
import * as exact from '../../server/db/schema/exact.ts'
import * as loadLog from '../../server/db/schema/load-log.ts'
import * as mappings from '../../server/db/schema/mappings.ts'
import * as packs from '../../server/db/schema/packs.ts'
import * as shielded from '../../server/db/schema/protected.ts'
import * as sessions from '../../server/db/schema/sessions.ts'
import * as shared from '../../server/db/schema/shared.ts'
import * as sources from '../../server/db/schema/sources.ts'
import { aFigure } from '../support/a-figure.ts'
import { anAction } from '../support/an-action.ts'
import { aDatabase } from './support/a-database.ts'
import { aDefinition, aPublication } from './support/a-publication.ts'

const folder = join(import.meta.dirname, '../../server/db/migrations/meta')
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

describe('the migrations', () => {
  it('end at the schema that the code is written against', async () => {
    const { entries } = read('_journal.json')
    const newest = read(`${String(entries.at(-1).idx).padStart(4, '0')}_snapshot.json`)
    const current = generateDrizzleJson({
      ...editions,
      ...exact,
      ...packs,
      ...shielded,
      ...sessions,
      ...shared,
      ...audit,
      ...loadLog,
      ...mappings,
      ...sources,
    })
    // when this fails: npx drizzle-kit generate --name what-changed
    expect(await generateMigration(newest, current)).toEqual([])
  })

  it('take back from everybody what officers released at once, before that came with an edition', async () => {
    const database = await aDatabase()
    try {
      const asOnceReleased = anAction({ link: null, release: 'public' })
      await publishEdition(
        database,
        aPublication({ actions: [asOnceReleased, anAction({ id: 'A02', link: null, release: 'public' })] }),
      )
      await database.queries
        .update(exact.exactAction)
        .set({ document: { ...anAction({ id: 'A02' }), version: 2 } })
        .where(eq(exact.exactAction.id, 'A02'))
      const leaked = { ...asOnceReleased, version: 2, action: '3 people in Perivale' }
      await database.queries.update(shielded.protectedAction).set({ version: 2, document: leaked })
      const statements = readFileSync(join(folder, '../0004_released-with-an-edition.sql'), 'utf8')
      await execute(database, statements)
      expect(await openProtectedLog(database.queries).read()).toEqual([asOnceReleased])
    } finally {
      await database.close()
    }
  })

  it('lay a whole series into the key of its figures, where there are figures, and refuse one given twice', async () => {
    const database = await aDatabase()
    try {
      await publishEdition(database, aPublication({ kpis: [aDefinition()], figures: [aFigure()] }))
      for (const set of ['exact', 'protected']) await execute(database, asOnce(set))
      const statements = readFileSync(join(folder, '../0010_figures-read-from-an-index.sql'), 'utf8')
      await execute(database, statements)
      const selection = { kpis: ['ot-waiting'], dimension: 'borough' }
      const [series] = await openExactReader(database.queries, 1).readSeries(selection)
      expect(series?.points).toHaveLength(1)
      const key = sql`select pg_get_constraintdef(oid) from pg_constraint where conname = 'exact_figure_version'`
      expect(JSON.stringify(await database.queries.execute(key))).toContain(
        'INCLUDE (period_end, last_edition',
      )
      await expect(execute(database, 'insert into exact_figure select * from exact_figure')).rejects.toThrow()
    } finally {
      await database.close()
    }
  })
})

/** The figures as they lay before. */
const asOnce = (set: string) => `
  alter table ${set}_figure drop constraint ${set}_figure_version;
  --> statement-breakpoint
  alter table ${set}_figure add constraint ${set}_figure_version primary key (series, period, first_edition);
  --> statement-breakpoint
  drop index ${set}_figure_opened, ${set}_figure_closed, ${set}_figure_revised`

async function execute({ queries }: Pick<Database, 'queries'>, statements: string) {
  for (const statement of statements.split('--> statement-breakpoint')) {
    await queries.execute(sql.raw(statement))
  }
}
