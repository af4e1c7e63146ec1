import type { FoundRows } from '../../src/contract/found-rows.ts'
import type { Load } from '../../src/contract/loads.ts'
import type { Queries } from '../db/database.ts'
import { codeOf } from '../log/loggable-error.ts'
import { findRows } from './found-rows.ts'
import type { LoadShelf } from './load-shelf.ts'
import { readLoad } from './read-load.ts'
import { LoadStateError } from './settled.ts'
import { readStanding } from './standing-edition.ts'

/** Who reads the files of loads again for their rows. */
export interface RowsAgain {
  /**
   * the rows in which something was found in a load that waits
   * @throws LoadStateError where its files are not kept, and what to do
   */
  read: (id: string) => Promise<FoundRows[]>
}

/**
 * Rows of loads that wait to be published, read from their files again and kept nowhere: whoever was not there when the
 * files came, as of a source, sees them so. Nobody is shown a row that whoever sends the files is not: the whole load is
 * read as it was when it was checked, search for persons and all. One is read at a time, whoever asks.
 */
export function readRowsAgain(
  queries: Queries,
  { shelf, now }: { shelf: Pick<LoadShelf, 'find' | 'open'>; now: () => Date },
): RowsAgain {
  const coming = new Map<string, Promise<FoundRows[]>>()
  let before: Promise<unknown> = Promise.resolve()

  const read = async (id: string): Promise<FoundRows[]> => {
    const load = await shelf.find(id)
    const opened = load?.state === 'staged' ? await shelf.open(id) : null
    if (!load || !opened) throw new LoadStateError(whyNone(load))
    try {
      const { files, mapping } = opened
      const today = now().toISOString().slice(0, 10)
      const { tables } = await readLoad(files, mapping, await readStanding(queries), today)
      // the problems are those that were found when it was checked, whatever is published since
      return await findRows(tables, load.problems)
    } catch (error) {
      // it was published, or forgotten, while it was read
      throw codeOf(error) === 'ENOENT' ? new LoadStateError(whyNone(null)) : error
    } finally {
      await opened.close()
    }
  }

  return {
    async read(id) {
      const known = coming.get(id)
      if (known) return await known
      const made = before.then(() => read(id)).finally(() => coming.delete(id))
      before = made.catch(() => undefined)
      coming.set(id, made)
      return await made
    },
  }
}

function whyNone(load: Load | null): string {
  return load?.state === 'rejected'
    ? 'the files of a load with errors are not kept; send them again, or ask their source again, to see their rows'
    : 'the files of this load are not kept any more; send them again to see their rows'
}
