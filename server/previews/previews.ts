import type { Load } from '../../src/contract/loads.ts'
import { ProblemError } from '../../src/service/problem.ts'
import type { Database } from '../db/database.ts'
import { newestEdition } from '../db/editions.ts'
import type { LoadShelf } from '../loads/load-shelf.ts'
import { SupersededError } from '../loads/publish-load.ts'
import { ChangedFilesError } from '../loads/read-load.ts'
import { type RehearsedEdition, rehearseEdition } from './rehearse-edition.ts'

/** Rehearsed editions that are held at one time: whoever compares two loads has both. */
const mostKept = 2
/** All of them, pressed. */
const mostBytes = 256 * 1024 * 1024
/** One that nobody looks at is let go; whoever comes back waits for it again. */
const idleMs = 20 * 60_000

export interface Previews {
  /**
   * what the edition of a load would be; rehearsed at the first asking
   * @throws ProblemError 404, 409 or 507 with why there is none, and what to do
   */
  open: (id: string) => Promise<RehearsedEdition>
  /** nothing is held any more */
  close: () => void
}

export interface PreviewsOptions {
  shelf: Pick<LoadShelf, 'find' | 'take'>
  now?: () => Date
  bounds?: { kept: number; bytes: number; idleMs: number }
}

/**
 * Editions as they would be, in memory. One is rehearsed at a time, since each holds a whole edition while it is made;
 * it is let go once its load is published or gone, another edition was, or nobody has looked at it for a while.
 */
export function createPreviews(
  database: Database,
  { shelf, now = () => new Date(), bounds = { kept: mostKept, bytes: mostBytes, idleMs } }: PreviewsOptions,
): Previews {
  // the one looked at last is the last
  const kept = new Map<string, RehearsedEdition>()
  const coming = new Map<string, Promise<RehearsedEdition>>()
  let before: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | null = null

  const holdLonger = () => {
    if (idle) clearTimeout(idle)
    idle = setTimeout(() => kept.clear(), bounds.idleMs).unref()
  }

  const keep = (id: string, rehearsed: RehearsedEdition) => {
    kept.delete(id)
    kept.set(id, rehearsed)
    const held = () => [...kept.values()].reduce((sum, { bytes }) => sum + bytes, 0)
    for (const oldest of kept.keys()) {
      if (oldest === id || (kept.size <= bounds.kept && held() <= bounds.bytes)) break
      kept.delete(oldest)
    }
    holdLonger()
  }

  const make = async (id: string): Promise<RehearsedEdition> => {
    const checked = await shelf.take(id)
    if (!checked) throw gone(id)
    try {
      const rehearsed = await rehearseEdition(database, checked, now().toISOString())
      if (rehearsed.bytes > bounds.bytes) throw tooLarge(rehearsed.bytes, bounds.bytes)
      return rehearsed
    } finally {
      // what cannot be tidied now is tidied after the next load
      await database.tidy().catch(() => undefined)
    }
  }

  const makeInTurn = (id: string): Promise<RehearsedEdition> => {
    const known = coming.get(id)
    if (known) return known
    const made = before.then(() => make(id)).finally(() => coming.delete(id))
    before = made.catch(() => undefined)
    coming.set(id, made)
    return made
  }

  return {
    async open(id) {
      const refusal = await whyNone(database, id, await shelf.find(id))
      if (refusal) {
        kept.delete(id)
        throw refusal
      }
      const rehearsed = kept.get(id) ?? (await makeInTurn(id).catch(inWords))
      keep(id, rehearsed)
      return rehearsed
    },
    close() {
      if (idle) clearTimeout(idle)
      kept.clear()
    },
  }
}

/** Null for a load that could be published now. */
async function whyNone(database: Database, id: string, load: Load | null): Promise<ProblemError | null> {
  if (!load) return gone(id)
  if (load.state === 'published') {
    return new ProblemError(
      409,
      `This load was published as edition ${load.edition}. There is nothing to preview any more: open that edition.`,
    )
  }
  if (load.state === 'rejected') {
    return new ProblemError(
      409,
      'This load has errors, so there is no edition to look at. Put them right and load the files again.',
    )
  }
  const newest = await newestEdition(database.queries)
  return load.standsOn === undefined || load.standsOn === newest ? null : stale(newest)
}

function gone(id: string): ProblemError {
  return new ProblemError(
    404,
    `There is no load ${id} any more: the newest 20 are kept, and none longer than the service runs. Load the files again, then look at the preview of that load.`,
  )
}

function stale(newest: number): ProblemError {
  return new ProblemError(
    409,
    `Edition ${newest} was published since this load was checked, so what it would look like is not known any more. Load the files again.`,
  )
}

function tooLarge(bytes: number, most: number): ProblemError {
  const inMegabytes = (of: number) => Math.ceil(of / 1024 / 1024)
  return new ProblemError(
    507,
    `A preview of this load would take ${inMegabytes(bytes)} MB of memory, more than the ${inMegabytes(most)} MB kept for them. The report of the load says what it would change.`,
  )
}

async function inWords(error: unknown): Promise<never> {
  if (error instanceof SupersededError || error instanceof ChangedFilesError) {
    throw new ProblemError(
      409,
      'The files or the editions are not what they were when this load was checked. Load the files again.',
    )
  }
  throw error
}
