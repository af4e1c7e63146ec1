import { mkdtempSync, openAsBlob, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { type Database, type EmbeddedOptions, openEmbeddedDatabase } from '../../server/db/database.ts'
import { PGlite } from '../../server/db/pglite.ts'
import { aProcess } from '../server/support/a-process.ts'
import { type MadeOnce, makeOnce, placeOf, root } from './made-once.ts'

/**
 * An empty database at the newest migration, and one that holds the demonstration: each is made once, and opened as a
 * copy by every test that needs one. Making them takes some three and twenty seconds of processor, a copy less than one.
 * The demonstration is what the program itself fills an empty folder with; what that first start said and answered is
 * kept, and held to what it must be in `tests/server/start.test.ts`.
 */
const migrated: MadeOnce = { name: 'migrated', of: ['server/db'] }
const ofProgram = ['server', 'src', 'scripts']
const demonstration: MadeOnce = { name: 'demonstration', of: ofProgram }
const firstStart: MadeOnce = { name: 'first-start', of: ofProgram }

/** What whoever starts the program in an empty folder is told by it. */
interface FirstStart {
  /** everything that it printed until it could be asked */
  said: string
  /** bodies of its replies to a public reader, by path below the API's address */
  replies: Record<'/editions' | '/session', unknown>
}

export default async function makeImages(): Promise<void> {
  await makeOnce(migrated, async () => {
    const client = await PGlite.create()
    await migrate(drizzle(client), { migrationsFolder: join(root, 'server/db/migrations') })
    return await dump(client)
  })
  let started: ReturnType<typeof startFirst> | undefined
  const first = () => {
    started ??= startFirst()
    return started
  }
  await makeOnce(demonstration, async () => (await first()).image)
  await makeOnce(firstStart, async () => Buffer.from(JSON.stringify((await first()).told)))
}

async function startFirst(): Promise<{ image: Uint8Array; told: FirstStart }> {
  const home = mkdtempSync(join(tmpdir(), 'dashboard-first-'))
  const directory = join(home, 'data')
  const settings = { DATA_DIR: directory, PORT: '0', SEED: '', HOST: '', AUTH: '', DATABASE_URL: '' }
  const service = aProcess('../../../scripts/serve.ts', settings, [])
  try {
    await service.printed('Open http')
    const said = service.output()
    const ask = async (path: string) =>
      await (await fetch(`${/http:\/\/\S+/.exec(said)?.[0]}/api/v1${path}`)).json()
    const replies = { '/editions': await ask('/editions'), '/session': await ask('/session') }
    await service.kill('SIGTERM')
    return { image: await dump(await PGlite.create(join(directory, 'pg'))), told: { said, replies } }
  } finally {
    await service.kill('SIGKILL')
    rmSync(home, { recursive: true, force: true })
  }
}

export function readFirstStart(): FirstStart {
  return JSON.parse(readFileSync(placeOf(firstStart), 'utf8'))
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
