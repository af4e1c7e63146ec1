import { openAsBlob } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { type Database, type EmbeddedOptions, openEmbeddedDatabase } from '../../server/db/database.ts'
import { loadDemonstration } from '../../server/db/load-demonstration.ts'
import { PGlite } from '../../server/db/pglite.ts'
import { type MadeOnce, makeOnce, placeOf, root } from './made-once.ts'

/**
 * An empty database at the newest migration, and one that holds the demonstration: each is made once, and opened as a
 * copy by every test that needs one. Making them takes some three and seven seconds of processor, a copy less than one.
 * That a first start fills an empty folder is proved in `tests/server/start.test.ts`.
 */
const migrated: MadeOnce = { name: 'migrated', of: ['server/db'] }
const demonstration: MadeOnce = { name: 'demonstration', of: ['server', 'src'] }

export default async function makeImages(): Promise<void> {
  await makeOnce(migrated, async () => {
    const client = await PGlite.create()
    await migrate(drizzle(client), { migrationsFolder: join(root, 'server/db/migrations') })
    return await dump(client)
  })
  await makeOnce(demonstration, async () => {
    const client = await PGlite.create({ loadDataDir: await openAsBlob(placeOf(migrated)) })
    await loadDemonstration({ queries: drizzle(client) })
    return await dump(client)
  })
}

async function dump(client: PGlite): Promise<Uint8Array> {
  const image = await client.dumpDataDir('none')
  await client.close()
  return Buffer.from(await image.arrayBuffer())
}

export const openImage = () => openAsBlob(placeOf(demonstration))

type InMemory = Omit<EmbeddedOptions, 'folder' | 'copyOf'>

/** An embedded database in memory that is empty and at the newest migration, for whoever asks alone. */
export async function openEmptyInMemory(options: InMemory = {}): Promise<Database> {
  return await openEmbeddedDatabase({ ...options, copyOf: await openAsBlob(placeOf(migrated)) })
}

/** An embedded database in memory that holds the demonstration, for whoever asks alone. */
export async function openImageInMemory(options: InMemory = {}): Promise<Database> {
  return await openEmbeddedDatabase({ ...options, copyOf: await openImage() })
}

/** Puts the demonstration into a data directory, as a first start would have left it. */
export async function fillDirectory(directory: string): Promise<void> {
  const client = await PGlite.create({ dataDir: join(directory, 'pg'), loadDataDir: await openImage() })
  await client.close()
}
