import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database, Queries } from '../db/database.ts'
import { newestEdition } from '../db/editions.ts'
import {
  findLoad,
  type KeptLoad,
  keepNewestLoads,
  listFiles,
  settleLoad,
  writeFileTo,
} from '../db/load-store.ts'
import { prepareTakeBack } from './check-take-back.ts'
import type { ReceivedFile } from './load-files.ts'
import {
  type CheckedLoad,
  insertReceived,
  type LoadShelf,
  mostKept,
  type OpenedLoad,
  shelfHere,
} from './load-shelf.ts'
import { SupersededError } from './publish-load.ts'
import { readLoad } from './read-load.ts'
import { makeStagingFolder, openReceived } from './receive-files.ts'
import { readStanding } from './standing-edition.ts'

/**
 * In the database that several instances share, files and all: whichever of them is asked to publish can. The one that
 * checked a load has its files at hand still; another reads them from there, and checks them again, because what a
 * check prepares is no data that could be stored.
 */
export function sharedShelf(queries: Queries, stagingFolder: string): LoadShelf {
  const atHand = new Map<string, CheckedLoad>()

  const putAway = async (id: string) => {
    const checked = atHand.get(id)
    atHand.delete(id)
    await checked?.discard()
  }

  return {
    async keep(staged, note) {
      const { load, checked } = staged
      await queries.transaction(async (transaction) => {
        await insertReceived(transaction, staged)
        await note(transaction)
      })
      if (checked) atHand.set(load.id, checked)
      const left = await keepNewestLoads(queries, mostKept)
      for (const id of atHand.keys()) if (!left.has(id)) await putAway(id)
    },
    find: async (id, within = queries) => (await findLoad(within, id))?.load ?? null,
    async take(id) {
      const known = atHand.get(id)
      if (known) return known
      const kept = await findLoad(queries, id)
      const again = kept && (await checkAgain(queries, kept, stagingFolder))
      if (again) atHand.set(id, again)
      return again
    },
    open: async (id) => await openKept(queries, id, stagingFolder),
    // it has been there since it was checked
    keepUntilTime: async () => undefined,
    settle: settleLoad,
    settled: async ({ id }) => await putAway(id),
  }
}

/** The shelf that suits a database, with the folder of this process for files that are read from it. */
export function shelfOf(
  { queries, isShared }: Pick<Database, 'queries' | 'isShared'>,
  stagingFolder: string,
): LoadShelf {
  const stored = sharedShelf(queries, stagingFolder)
  return isShared ? stored : shelfHere(queries, stored)
}

/** Standing on the same edition, the same files say the same; on another one they are not published anyway. */
async function checkAgain(
  queries: Queries,
  { load, standsOn, begunAt }: KeptLoad,
  stagingFolder: string,
): Promise<CheckedLoad | null> {
  if (load.takesBack) return await prepareTakeBack(queries, load.takesBack, standsOn)
  const opened = await openKept(queries, load.id, stagingFolder)
  if (!opened) return null
  const { files, mapping, close: discard } = opened
  try {
    if ((await newestEdition(queries)) !== standsOn) throw new SupersededError()
    const day = begunAt.toISOString().slice(0, 10)
    const { prepared } = await readLoad(files, mapping, await readStanding(queries), day)
    if (prepared) return { prepared, standsOn, discard }
  } catch (error) {
    await discard()
    throw error
  }
  await discard()
  return null
}

/** Files that lie in the database, on the disk of this machine for as long as they are read. */
async function openKept(queries: Queries, id: string, stagingFolder: string): Promise<OpenedLoad | null> {
  const kept = await listFiles(queries, id)
  if (!kept.length) return null
  const folder = await makeStagingFolder(stagingFolder)
  const close = () => rm(folder, { recursive: true, force: true })
  try {
    const received: ReceivedFile[] = []
    for (const { place, ...file } of kept) {
      const path = join(folder, String(place))
      await writeFileTo(queries, id, place, path)
      received.push({ ...file, path })
    }
    return { ...(await openReceived(received)), close }
  } catch (error) {
    await close()
    throw error
  }
}
