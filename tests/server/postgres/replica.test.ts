import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openPostgres } from '../../../server/db/database.ts'
import { createDatabaseStore } from '../../../server/db/database-store.ts'
import { setOrganisation } from '../../../server/db/organisation.ts'
import { publishEdition } from '../../../server/db/publish.ts'
import { aFigure } from '../../support/a-figure.ts'
import { askServer, cloneDatabase, type OwnDatabase } from '../../support/postgres/databases.ts'
import { aDefinition, aPublication, testOrganisation } from '../support/a-publication.ts'

/**
 * A copy that has followed as far as the first edition and no further. Its figure is another than that of the database
 * that it is of, so that it can be told where one was read: of a real copy nobody could.
 */
let own: OwnDatabase
let database: Database
const copy = 'the_copy'

beforeAll(async () => {
  own = await cloneDatabase('migrated')
  const first = await openPostgres(own.url)
  await setOrganisation(first.queries, testOrganisation)
  await publishEdition(first, aPublication({ kpis: [aDefinition()], figures: [aFigure({ value: 312 })] }))
  await first.close()
  await askServer(`create database ${copy} template ${own.name}`)
  database = await openPostgres(own.url, { readUrl: own.url.replace(own.name, copy) })
  await publishEdition(database, aPublication({ label: 'Next', figures: [aFigure({ value: 290 })] }))
  await database.replica?.execute(sql`update exact_figure set value = 999`)
})
afterAll(async () => {
  await database.close()
  await askServer(`drop database if exists ${copy} with (force)`)
  await own.remove()
})

async function readFrom(store: ReturnType<typeof createDatabaseStore>, which: number | 'latest') {
  const edition = await store.findEdition(which)
  if (!edition) return null
  const { reader } = store.openEdition('exact', edition)
  const [series] = await reader.readSeries({ kpis: ['ot-waiting'], dimension: 'borough' })
  return series?.points[0]?.value
}

describe('a copy of the database', () => {
  it('is read where an edition has arrived, and the database where it has not', async () => {
    const store = createDatabaseStore(database)
    expect([await readFrom(store, 1), await readFrom(store, 2), await readFrom(store, 'latest')]).toEqual([
      999, 290, 290,
    ])
  })

  it('is asked for no edition whose figures are there and what is computed of them is not', async () => {
    await database.replica?.execute(sql`delete from protected_analysis`)
    expect(await readFrom(createDatabaseStore(database), 1)).toBe(312)
  })

  it('that nobody can ask any more is left alone, also where it was read before', async () => {
    const opened = await openPostgres(own.url, { readUrl: own.url.replace(own.name, copy) })
    await opened.replica?.execute(sql`insert into protected_analysis values (1, 'family', '', 0, '{}')`)
    const store = createDatabaseStore(opened)
    expect(await readFrom(store, 1)).toBe(999)
    await askServer(`drop database ${copy} with (force)`)
    expect(await readFrom(store, 1)).toBe(312)
    await opened.close()
  })

  it('that is not there at the start keeps nothing from being served', async () => {
    const opened = await openPostgres(own.url, { readUrl: own.url.replace(own.name, 'never_there') })
    expect(await readFrom(createDatabaseStore(opened), 1)).toBe(312)
    await opened.close()
  })
})
