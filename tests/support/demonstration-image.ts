import { createHash } from 'node:crypto'
import { mkdirSync, openAsBlob, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import type { Logger } from 'drizzle-orm/logger'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Database } from '../../server/db/database.ts'
import { loadDemonstration } from '../../server/db/load-demonstration.ts'

/**
 * A database that holds the demonstration, made once and opened as a copy by every test that needs one: making it
 * takes seven seconds of processor, a copy less than one. It is named by everything that it could depend on, so
 * it is never an old one. That a first start fills an empty folder is proved in `tests/server/start.test.ts`.
 */

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = join(root, 'node_modules/.cache/demonstration')

function nameOfSources(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const part of ['server', 'src']) {
    const files = readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
    // Node loads neither components nor styles
    for (const file of files.filter((name) => /\.(ts|sql|json)$/.test(name)).sort()) {
      hash.update(file).update(readFileSync(join(root, part, file)))
    }
  }
  return `${hash.digest('hex').slice(0, 16)}.tar`
}

/** Makes the image where it is not there yet: once before all tests, so that no two make it at a time. */
export default async function makeDemonstrationImage(): Promise<void> {
  const name = nameOfSources()
  mkdirSync(folder, { recursive: true })
  const there = readdirSync(folder)
  if (there.includes(name)) return
  const client = await PGlite.create()
  const queries = drizzle(client)
  await migrate(queries, { migrationsFolder: join(root, 'server/db/migrations') })
  await loadDemonstration({ queries })
  const image = await client.dumpDataDir('none')
  await client.close()
  // another run may make the same at the same time, or have cleared what is old
  for (const old of there.filter((one) => one.endsWith('.tar'))) rmSync(join(folder, old), { force: true })
  // under its name only once it is whole
  const part = join(folder, `${name}.${process.pid}.part`)
  writeFileSync(part, Buffer.from(await image.arrayBuffer()))
  renameSync(part, join(folder, name))
}

export const openImage = () => openAsBlob(join(folder, nameOfSources()))

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
