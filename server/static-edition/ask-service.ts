import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { apiBase } from '../../src/contract/paths.ts'
import { buildApplication } from '../app.ts'
import { openPostgres } from '../db/database.ts'
import { openDataDirectory } from '../db/open-data-directory.ts'
import { readLoadToken } from '../loads/load-through-server.ts'
import type { Settings } from '../settings.ts'
import { type Ask, NotPublishableError } from './collect-replies.ts'

/** Whom the replies of an edition are asked of. */
export interface Asked {
  ask: Ask
  close: () => Promise<void>
}

/** The service that runs on this data directory, or one of our own that nobody can sign in to. */
export async function askService({ databaseUrl, dataDirectory }: Settings): Promise<Asked> {
  const running = databaseUrl ? null : await readLoadToken(dataDirectory)
  // the loader's key is not shown: what it would be given is not public
  if (running) return { ask: (path) => askAt(running.address, path), close: async () => {} }
  if (!databaseUrl && !existsSync(join(dataDirectory, 'pg'))) {
    throw new NotPublishableError(`There is no database in ${dataDirectory}. DATA_DIR names where it is.`)
  }
  const database = databaseUrl ? await openPostgres(databaseUrl) : await openDataDirectory(dataDirectory)
  const app = await buildApplication({ database, auth: 'none' })
  return {
    ask: async (path) => {
      const { statusCode, body } = await app.inject({ url: apiBase + path, headers: { host: 'localhost' } })
      return { status: statusCode, body }
    },
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}

/** A running service answers so many requests a minute; whoever asks for more waits as long as it says. */
async function askAt(address: string, path: string): ReturnType<Ask> {
  const response = await fetch(address + apiBase + path)
  if (response.status === 429) {
    await wait(1000 * Number(response.headers.get('retry-after') ?? 1))
    return await askAt(address, path)
  }
  return { status: response.status, body: await response.text() }
}
