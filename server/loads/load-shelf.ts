import type { Load } from '../../src/contract/loads.ts'
import type { Queries } from '../db/database.ts'
import type { DescribedFiles } from './describe-files.ts'
import type { ReceivedFile } from './load-files.ts'
import type { PreparedPublication } from './read-load.ts'

/** A load that was found sound, with its files at hand on this machine. */
export interface CheckedLoad {
  prepared: PreparedPublication
  /** the newest edition when it was checked; 0 where there was none */
  standsOn: number
  discard: () => Promise<void>
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

/** Where loads wait to be published, and to be asked about. */
export interface LoadShelf {
  /** with what else is written of it: both, or neither */
  keep: (staged: StagedLoad, note: (transaction: Queries) => Promise<void>) => Promise<void>
  find: (id: string, queries?: Queries) => Promise<Load | null>
  /** what is to be published; null where its files are gone */
  take: (id: string) => Promise<CheckedLoad | null>
  /** notes inside the transaction that publishes it what it became, so that both are so or neither */
  settle: (transaction: Queries, load: Load) => Promise<void>
  /** the transaction went through */
  settled: (load: Load) => Promise<void>
}

/** Loads that are kept to be asked about; the oldest are forgotten, with their files. */
export const mostKept = 20

/** In this process, for a database that no other has. */
export function shelfHere(queries: Queries): LoadShelf {
  const kept = new Map<string, Pick<StagedLoad, 'load' | 'checked'>>()
  return {
    async keep({ load, checked }, note) {
      await note(queries)
      kept.set(load.id, { load, checked })
      for (const [oldest, { checked: old }] of kept) {
        if (kept.size <= mostKept) break
        kept.delete(oldest)
        await old?.discard()
      }
    },
    find: async (id) => kept.get(id)?.load ?? null,
    take: async (id) => kept.get(id)?.checked ?? null,
    settle: async () => undefined,
    async settled(load) {
      const checked = kept.get(load.id)?.checked
      kept.set(load.id, { load, checked: null })
      await checked?.discard()
    },
  }
}
