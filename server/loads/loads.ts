import { randomUUID } from 'node:crypto'
import type { Load, LoadProblem } from '../../src/contract/loads.ts'
import { tellDisclosure } from '../../src/domain/disclosure/attack.ts'
import { type GivenForLoad, needsNothing, tellUnmetNeeds } from '../../src/ingest/needs.ts'
import type { Database } from '../db/database.ts'
import { newestEdition } from '../db/editions.ts'
import { StillDisclosedError } from '../db/still-disclosed.ts'
import { previewLoad, publishLoad } from './publish-load.ts'
import { type PreparedPublication, readLoad } from './read-load.ts'
import type { SourceFile } from './source-file.ts'
import { readStanding } from './standing-edition.ts'
import { BadZipError } from './zip-files.ts'

/** One load at a time: a second one is told to wait, and the first goes on. */
export class BusyError extends Error {
  constructor() {
    super('another load is running; wait until it has finished, then try again')
    this.name = 'BusyError'
  }
}

/** What was asked of a load that it cannot do as it stands. */
export class LoadStateError extends Error {}

export interface LoadFiles {
  files: readonly SourceFile[]
  mapping: SourceFile | null
  /** called when the files are not needed any more */
  discard?: () => Promise<void>
}

export interface Loads {
  /** reserves the one place; whoever has it calls `release` in the end */
  begin: () => LoadTurn
  find: (id: string) => Load | null
}

export interface LoadTurn {
  stage: (files: () => Promise<LoadFiles>) => Promise<Load>
  publish: (id: string, naming: GivenNaming) => Promise<Load>
  release: () => void
}

/** How an analyst names an edition, and what is confirmed with it. */
export interface GivenNaming extends GivenForLoad {
  label: string
  note: string | null
}

interface StagedLoad {
  load: Load
  prepared: PreparedPublication | null
  /** the newest edition when it was checked; 0 where there was none */
  standsOn: number
  discard: () => Promise<void>
}

/** Loads that are kept to be asked about; the oldest are forgotten, with their files. */
const mostKept = 20

/** Stages, checks, previews and publishes loads, one at a time. */
export function createLoads(database: Database, now: () => Date = () => new Date()): Loads {
  const kept = new Map<string, StagedLoad>()
  let isBusy = false

  const stage: LoadTurn['stage'] = async (receive) => {
    const id = randomUUID()
    const staged = await tidied(database, () => checkLoad(database, id, receive, now))
    kept.set(id, staged)
    if (staged.load.state === 'rejected') await staged.discard()
    for (const [oldest, { discard }] of kept) {
      if (kept.size <= mostKept) break
      kept.delete(oldest)
      await discard()
    }
    return staged.load
  }

  const publish: LoadTurn['publish'] = async (id, { label, note, reason, exact }) => {
    const staged = kept.get(id)
    if (!staged) throw new LoadStateError(`there is no load ${id}`)
    if (!staged.prepared || staged.load.state !== 'staged') {
      throw new LoadStateError(
        staged.load.state === 'published'
          ? `this load was published as edition ${staged.load.edition}`
          : 'this load has errors; put them right and load the files again',
      )
    }
    const unmet = tellUnmetNeeds(staged.load.needs, { reason, exact })
    if (unmet !== null) throw new LoadStateError(unmet)
    const { prepared, standsOn } = staged
    const naming = { label, note, reason, publishedAt: now().toISOString() }
    const edition = await tidied(database, () => publishLoad(database, prepared, naming, standsOn))
    staged.load = { ...staged.load, state: 'published', edition: edition.number }
    staged.prepared = null
    await staged.discard()
    return staged.load
  }

  return {
    begin() {
      if (isBusy) throw new BusyError()
      isBusy = true
      return {
        stage,
        publish,
        release: () => {
          isBusy = false
        },
      }
    },
    find: (id) => kept.get(id)?.load ?? null,
  }
}

/** A preview, and an edition that does not come about, leave rows behind that nobody sees: their room is given back. */
async function tidied<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } finally {
    // what cannot be tidied now is tidied after the next load
    await database.tidy().catch(() => undefined)
  }
}

const nothingToDiscard = async () => undefined

async function checkLoad(
  database: Database,
  id: string,
  receive: () => Promise<LoadFiles>,
  now: () => Date,
): Promise<StagedLoad> {
  let discard: () => Promise<void> = nothingToDiscard
  try {
    const received = await receive()
    discard = received.discard ?? nothingToDiscard
    const standsOn = await newestEdition(database.queries)
    const standing = await readStanding(database.queries)
    const instant = now().toISOString()
    const today = instant.slice(0, 10)
    const { problems, needs, prepared } = await readLoad(received.files, received.mapping, standing, today)
    const preview = prepared ? await previewLoad(database, prepared, instant) : []
    const state = prepared ? 'staged' : 'rejected'
    return { load: { id, state, problems, needs, preview, edition: null }, prepared, standsOn, discard }
  } catch (error) {
    if (error instanceof BadZipError) return { ...rejected(id, [badZip(error)]), discard }
    if (error instanceof StillDisclosedError) return { ...rejected(id, stillDisclosed(error)), discard }
    await discard()
    throw error
  }
}

function rejected(id: string, problems: LoadProblem[]) {
  return {
    load: {
      id,
      state: 'rejected' as const,
      problems,
      needs: needsNothing,
      preview: [],
      edition: null,
    },
    prepared: null,
    standsOn: 0,
  }
}

function badZip({ label, message }: BadZipError): LoadProblem {
  return {
    severity: 'error',
    file: label,
    line: 0,
    column: 0,
    message,
    remedy: 'make the zip again, or load the files themselves',
  }
}

/** What the edition would give away, found when its publication was rehearsed. */
function stillDisclosed({ disclosures }: StillDisclosedError): LoadProblem[] {
  return disclosures.map((disclosure) => ({
    severity: 'error',
    file: 'observations.csv',
    line: 0,
    column: 0,
    message: tellDisclosure(disclosure),
    remedy: 'leave out the breakdown that tells it, or give these figures with those of the next period',
  }))
}
