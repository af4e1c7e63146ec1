import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openProtectedLog } from '../../server/db/protected-reader.ts'
import { publishEdition } from '../../server/db/publish.ts'
import * as audit from '../../server/db/schema/audit.ts'
import * as editions from '../../server/db/schema/editions.ts'
import * as exact from '../../server/db/schema/exact.ts'
import * as loadLog from '../../server/db/schema/load-log.ts'
import * as packs from '../../server/db/schema/packs.ts'
import * as shielded from '../../server/db/schema/protected.ts'
import * as sessions from '../../server/db/schema/sessions.ts'
import * as shared from '../../server/db/schema/shared.ts'
import { anAction } from '../support/an-action.ts'
import { aDatabase } from './support/a-database.ts'
import { aPublication } from './support/a-publication.ts'

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
      for (const statement of statements.split('--> statement-breakpoint')) {
        await database.queries.execute(sql.raw(statement))
      }
      expect(await openProtectedLog(database.queries).read()).toEqual([asOnceReleased])
    } finally {
      await database.close()
    }
  })
})
