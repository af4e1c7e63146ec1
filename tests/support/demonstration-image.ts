import { openAsBlob } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Logger } from 'drizzle-orm/logger'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Database } from '../../server/db/database.ts'
import { loadDemonstration } from '../../server/db/load-demonstration.ts'
import { makeOnce, placeOf, root } from './made-once.ts'

/**
 * A database that holds the demonstration, made once and opened as a copy by every test that needs one: making it
 * takes seven seconds of processor, a copy less than one. That a first start fills an empty folder is proved in
 * `tests/server/start.test.ts`.
 */
const image = { name: 'database', of: ['server', 'src'] }

export default async function makeDemonstrationImage(): Promise<void> {
  await makeOnce(image, async () => {
    const client = await PGlite.create()
    const queries = drizzle(client)
    await migrate(queries, { migrationsFolder: join(root, 'server/db/migrations') })
    await loadDemonstration({ queries })
    const made = await client.dumpDataDir('none')
    await client.close()
    return Buffer.from(await made.arrayBuffer())
  })
}

export const openImage = () => openAsBlob(placeOf(image))

/** An embedded database in memory that holds the demonstration, for whoever asks alone. */
export async function openImageInMemory(logger?: Logger): Promise<Database> {
  const client = await PGlite.create({ loadDataDir: await openImage() })
  const queries = drizzle(client, logger ? { logger } : {})
  return {
    queries,
    replica: null,
    isShared: false,
    connections: () => ({}),
    close: () => client.close(),
    hasRoom: () => true,
    tidy: async () => undefined,
    ended: new Promise(() => undefined),
  }
}

/** Puts the demonstration into a data directory, as a first start would have left it. */
export async function fillDirectory(directory: string): Promise<void> {
  const client = await PGlite.create({ dataDir: join(directory, 'pg'), loadDataDir: await openImage() })
  await client.close()
}
