import type { Load } from '../../src/contract/loads.ts'
import type { Queries } from '../db/database.ts'
import { findLoad, insertFile, insertLoad } from '../db/load-store.ts'
import type { DescribedFiles } from './describe-files.ts'
import type { LoadFiles, ReceivedFile } from './load-files.ts'
import type { PreparedPublication, PreparedTakeBack } from './read-load.ts'
import { openReceived } from './receive-files.ts'

/** A load that was found sound, with its files at hand on this machine, where it has any. */
export interface CheckedLoad {
  prepared: PreparedPublication | PreparedTakeBack
  /** the newest edition when it was checked; 0 where there was none */
  standsOn: number
  discard: () => Promise<void>
}

/** The files of a load that waits, as they were sent. */
export interface OpenedLoad extends Pick<LoadFiles, 'files' | 'mapping'> {
  /** whoever has read them gives them back: the load itself keeps its own */
  close: () => Promise<void>
}

export interface StagedLoad {
  load: Load
  /** null where it has errors */
  checked: CheckedLoad | null
  /** as they were sent; of files that this machine has anyway, none */
  received: readonly ReceivedFile[]
  described: DescribedFiles
  begunAt: Date
}

/** What else is written in the transaction that makes a load what it is then: both, or neither. */
export type Beside = (transaction: Queries, load: Load) => Promise<void>

/** Where loads wait to be published, and to be asked about. */
export interface LoadShelf {
  /** with what else is written of it: both, or neither */
  keep: (staged: StagedLoad, note: (transaction: Queries) => Promise<void>) => Promise<void>
  find: (id: string, queries?: Queries) => Promise<Load | null>
  /** what is to be published; null where its files are gone */
  take: (id: string) => Promise<CheckedLoad | null>
  /** the files of one that can be published, to be read again; null where they are not kept */
  open: (id: string) => Promise<OpenedLoad | null>
  /** keeps it with its files in the database, where it waits for its time whatever becomes of this process */
  keepUntilTime: (transaction: Queries, id: string) => Promise<void>
  /** notes inside the transaction that publishes it what it became, so that both are so or neither */
  settle: (transaction: Queries, load: Load) => Promise<void>
  /** the transaction went through */
  settled: (load: Load) => Promise<void>
}

/** Loads that are kept to be asked about; the oldest are forgotten, with their files. */
export const mostKept = 20

/** Where loads are found that no process has at hand, because they wait for their time. */
type StoredLoads = Pick<LoadShelf, 'find' | 'take' | 'open' | 'settle' | 'settled'>

/** In this process, for a database that no other has; one that waits for its time is in the database. */
export function shelfHere(queries: Queries, stored: StoredLoads): LoadShelf {
  const kept = new Map<string, Omit<StagedLoad, 'described'>>()
  return {
    async keep({ described: _, ...staged }, note) {
      await queries.transaction(note)
      kept.set(staged.load.id, staged)
      for (const [oldest, { checked: old }] of kept) {
        if (kept.size <= mostKept) break
        kept.delete(oldest)
        await old?.discard()
      }
    },
    find: async (id, within = queries) => kept.get(id)?.load ?? (await stored.find(id, within)),
    take: async (id) => kept.get(id)?.checked ?? (await stored.take(id)),
    async open(id) {
      const { checked = null, received = [] } = kept.get(id) ?? {}
      if (!checked || received.length === 0) return await stored.open(id)
      return { ...(await openReceived(received)), close: async () => undefined }
    },
    async keepUntilTime(transaction, id) {
      const staged = kept.get(id)
      if (!staged || (await findLoad(transaction, id))) return
      await insertReceived(transaction, staged)
    },
    settle: stored.settle,
    async settled(load) {
      const staged = kept.get(load.id)
      if (staged) kept.set(load.id, { ...staged, load, checked: null })
      await staged?.checked?.discard()
      await stored.settled(load)
    },
  }
}

/** Writes a load with its files, as they were sent, into the database. */
export async function insertReceived(
  transaction: Queries,
  { load, checked, received, begunAt }: Omit<StagedLoad, 'described'>,
): Promise<void> {
  await insertLoad(transaction, { load, standsOn: checked?.standsOn ?? 0, begunAt })
  const files = checked ? received : []
  for (const [place, file] of files.entries()) await insertFile(transaction, load.id, place, file)
}
