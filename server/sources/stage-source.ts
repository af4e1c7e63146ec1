import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { FoundRows } from '../../src/contract/found-rows.ts'
import type { Load } from '../../src/contract/loads.ts'
import type { Actor } from '../../src/domain/audit/deed.ts'
import { newestEdition } from '../db/editions.ts'
import { findPublication } from '../db/load-log-store.ts'
import { listFiles } from '../db/load-store.ts'
import type { Queries } from '../db/queries.ts'
import type { SourceRow } from '../db/source-store.ts'
import type { LoadFiles } from '../loads/load-files.ts'
import { BusyError, type Loads, type LoadTurn } from '../loads/loads.ts'
import { makeStagingFolder, openReceived } from '../loads/receive-files.ts'
import { askSource } from './ask.ts'
import { type Brought, fingerprintOf } from './brought.ts'
import { type Before, tellCame, tellUnchanged } from './outcome-words.ts'
import { SourceError } from './source-error.ts'
import type { SourceSettings } from './source-settings.ts'

/** What staging works with. */
export interface Desk {
  queries: Queries
  /** whether files of loads lie in the database, where they go after a day; else they are at hand as long as the load is */
  isShared: boolean
  loads: Pick<Loads, 'begin' | 'find'>
  stagingFolder: string
  signal: AbortSignal
}

export interface AskedFor {
  /** what was known of it before */
  before: SourceRow
  by: Actor
  /** somebody waits for the answer: files that are not kept any more are checked again */
  isByHand: boolean
  /** whoever waits is answered with the rows in which something is found */
  withRows: boolean
}

export type Staged =
  | { outcome: 'unchanged'; words: string }
  | { outcome: 'came' | 'refused'; words: string; load: Load; rows: FoundRows[]; fingerprint: string }

/**
 * Asks a source, and has what is new checked as an upload is. The same files are not staged a second time, except by
 * hand where they cannot be published from the first.
 */
export async function stageSource(desk: Desk, source: SourceSettings, asked: AskedFor): Promise<Staged> {
  const folder = await makeStagingFolder(desk.stagingFolder)
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    const brought = await askSource(source, { folder, signal: desk.signal }, desk.queries)
    const fingerprint = await fingerprintOf(brought.files)
    if (fingerprint === asked.before.fingerprint) {
      const became = await whatBecame(desk, asked.before)
      const isSettled = became === 'waiting' || typeof became === 'object'
      if (isSettled || !asked.isByHand) {
        await discard()
        return { outcome: 'unchanged', words: tellUnchanged(became) }
      }
    }
    const { rows = [], ...load } = await stage(desk, asked, brought, discard)
    const words = tellCame(load, brought.files.filter(({ isMapping }) => !isMapping).length)
    return { outcome: load.state === 'rejected' ? 'refused' : 'came', words, load, rows, fingerprint }
  } catch (error) {
    await discard()
    throw error
  }
}

async function whatBecame(desk: Desk, { load }: SourceRow): Promise<Before> {
  const edition = load === null ? null : await findPublication(desk.queries, load)
  if (edition !== null) return { edition }
  const kept = await findKept(desk, load)
  if (!kept) return 'gone'
  if (kept.state === 'rejected') return 'refused'
  return kept.standsOn === (await newestEdition(desk.queries)) ? 'waiting' : 'superseded'
}

/** A load that was made before, while something can be done with it: a sound one only as long as its files are there. */
export async function findKept(
  { queries, isShared, loads }: Pick<Desk, 'queries' | 'isShared' | 'loads'>,
  id: string | null,
): Promise<Load | null> {
  const load = id === null ? null : await loads.find(id)
  if (load?.state !== 'staged' || !isShared) return load
  return (await listFiles(queries, load.id)).length > 0 ? load : null
}

async function stage(
  { loads, signal }: Desk,
  { by, withRows }: AskedFor,
  { files: received, noticed, note }: Brought,
  discard: () => Promise<void>,
): Promise<Load> {
  const turn = await waitForTurn(() => loads.begin(by), signal)
  try {
    return await turn.stage(
      async () => ({ ...(await open(received, discard)), received, noticed, note, discard }),
      { withRows },
    )
  } finally {
    turn.release()
  }
}

/** What cannot be opened is no load yet, whose files would be given up with it. */
async function open(received: Brought['files'], discard: () => Promise<void>): Promise<LoadFiles> {
  try {
    return await openReceived(received)
  } catch (error) {
    await discard()
    throw error
  }
}

const looks = 600
const betweenLooksMs = 500

/** Another load is let finish first. */
async function waitForTurn(begin: () => LoadTurn, signal: AbortSignal): Promise<LoadTurn> {
  for (let look = 0; look < looks; look++) {
    try {
      return begin()
    } catch (error) {
      if (!(error instanceof BusyError)) throw error
    }
    await wait(betweenLooksMs, undefined, { signal })
  }
  throw new SourceError('another load has been running for five minutes: ask again when it has finished')
}
