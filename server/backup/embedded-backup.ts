import { existsSync, openAsBlob } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/pglite'
import { lockDirectory } from '../db/lock.ts'
import { PGlite } from '../db/pglite.ts'
import {
  BackupError,
  compareWithManifest,
  describeContent,
  type Manifest,
  noteBackup,
  readManifest,
  writeManifest,
} from './manifest.ts'

/** While the service is stopped: the embedded database is one process's. */
export async function backUpDirectory(directory: string, file: string): Promise<Manifest> {
  const folder = join(directory, 'pg')
  if (!existsSync(folder)) throw new BackupError(`There is no database in ${directory} (DATA_DIR).`)
  const lock = lockDirectory(directory)
  try {
    const client = await PGlite.create(folder)
    const queries = drizzle(client)
    for (const table of ['session', 'sign_in', 'post_key']) await client.exec(`delete from ${table}`)
    await noteBackup(queries)
    const content = await describeContent(queries)
    const image = await client.dumpDataDir('gzip')
    await client.close()
    await writeFile(`${file}.part`, image.stream(), { mode: 0o600 })
    await rename(`${file}.part`, file)
    const manifest: Manifest = { madeAt: new Date().toISOString(), kind: 'embedded', ...content }
    await writeManifest(file, manifest)
    return manifest
  } finally {
    lock.release()
  }
}

/** Puts a backup in the place of what is there, which is kept beside it until the backup is known to be whole. */
export async function restoreDirectory(
  directory: string,
  file: string,
  { replaces }: { replaces: boolean },
): Promise<Manifest> {
  const manifest = await readManifest(file, 'embedded')
  const lock = lockDirectory(directory)
  const folder = join(directory, 'pg')
  const aside = join(directory, 'pg.replaced')
  const making = join(directory, 'pg.restored')
  try {
    if (existsSync(folder) && !replaces) {
      throw new BackupError(
        `There is a database in ${directory} (DATA_DIR) already. To put the backup in its place, add --replace; nothing of it is kept.`,
      )
    }
    await rm(making, { recursive: true, force: true })
    const client = await PGlite.create({ dataDir: making, loadDataDir: await openAsBlob(file) })
    await compareWithManifest(drizzle(client), manifest).finally(() => client.close())
    if (existsSync(folder)) await rename(folder, aside)
    await rename(making, folder)
    await rm(aside, { recursive: true, force: true })
    return manifest
  } finally {
    await rm(making, { recursive: true, force: true })
    lock.release()
  }
}
