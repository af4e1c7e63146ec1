import { randomUUID } from 'node:crypto'
import type { FoundRows } from '../../src/contract/found-rows.ts'
import type { Load, LoadProblem } from '../../src/contract/loads.ts'
import type { MappingLook } from '../../src/contract/mappings.ts'
import type { ChainHead } from '../../src/domain/audit/chain.ts'
import { type Actor, commandLine } from '../../src/domain/audit/deed.ts'
import { tellDisclosure } from '../../src/domain/disclosure/attack.ts'
import type { TakeBack } from '../../src/domain/editions/take-back.ts'
import { needsNothing } from '../../src/ingest/needs.ts'
import type { Database, Queries } from '../db/database.ts'
import { newestEdition } from '../db/editions.ts'
import { listMappings } from '../db/mapping-store.ts'
import { deleteSchedule, findSchedule } from '../db/scheduled-store.ts'
import { StillDisclosedError } from '../db/still-disclosed.ts'
import { checkTakeBack } from './check-take-back.ts'
import { type DescribedFiles, describeFiles } from './describe-files.ts'
import { findRows } from './found-rows.ts'
import type { GivenNaming } from './given-naming.ts'
import type { LoadFiles } from './load-files.ts'
import { createLoadPlace, type LoadPlace } from './load-place.ts'
import { type Beside, type LoadShelf, type StagedLoad, shelfHere } from './load-shelf.ts'
import { noteLoad, notePublication } from './note-load.ts'
import { chosenRebaselines } from './offer-levels.ts'
import { lookAtFiles } from './propose.ts'
import { previewLoad, publishLoad } from './publish-load.ts'
import { type ReadLoad, readLoad } from './read-load.ts'
import { type Recognised, withRecognised } from './recognise.ts'
import { callOff, type LoadsHere, publishDue, scheduleLoad } from './scheduled-loads.ts'
import { LoadStateError, refuseSettled, requirePublishable } from './settled.ts'
import { sharedShelf } from './shared-shelf.ts'
import { stagingFolderHere } from './staging-folder.ts'
import { readStanding } from './standing-edition.ts'
import { BadZipError } from './zip-files.ts'

/** One load at a time: a second one is told to wait, and the first goes on. */
export class BusyError extends Error {
  constructor() {
    super('another load is running; wait until it has finished, then try again')
    this.name = 'BusyError'
  }
}

const nothingBeside: Beside = async () => undefined

export interface Loads {
  /** reserves the one place for somebody; whoever has it calls `release` in the end */
  begin: (by?: Actor, beside?: Beside) => LoadTurn
  find: (id: string) => Promise<Load | null>
  /** of one that waits for its time, or did not come about at it: it is checked and nothing more again */
  callOff: (id: string, by?: Actor, beside?: Beside) => Promise<Load>
  /** publishes what waits and whose time has come, in the name of whoever set it; when all was tried */
  publishDue: () => Promise<void>
}

export interface LoadTurn {
  stage: (files: () => Promise<LoadFiles>, options?: StageOptions) => Promise<Load>
  /** a load without files; refuses what cannot be taken back, and nothing of that is kept */
  stageTakeBack: (takesBack: TakeBack) => Promise<Load>
  /** looks into files that nobody has described, and proposes how they are read; nothing of them is kept */
  look: (files: () => Promise<LoadFiles>) => Promise<MappingLook>
  publish: (id: string, naming: GivenNaming) => Promise<Load>
  /** publishes it later: `shown` is a time of the organisation's clock, '2025-12-04T09:30' */
  schedule: (id: string, naming: GivenNaming, shown: string) => Promise<Load>
  release: () => void
}

export interface StageOptions {
  /** answers with the rows in which something was found, which are kept nowhere; not unless told */
  withRows?: boolean
}

export interface LoadsOptions {
  /** where loads wait; in this process unless told */
  shelf?: LoadShelf
  /** its own unless told: whoever watches the service looks at it */
  place?: LoadPlace
  now?: () => Date
  /** whether anybody may choose a role here, so that real figures are refused */
  onlyIllustrative?: boolean
  /** told where the audit ends once an edition stands in it */
  onPublished?: (head: ChainHead) => void
}

/** Stages, checks, previews and publishes loads, one at a time in this process. */
export function createLoads(database: Database, options: LoadsOptions = {}): Loads {
  const {
    shelf = shelfHere(database.queries, sharedShelf(database.queries, stagingFolderHere())),
    place = createLoadPlace(),
    now = () => new Date(),
    onlyIllustrative = false,
    onPublished = () => undefined,
  } = options

  const keep = async (by: Actor, beside: Beside, staged: StagedLoad) =>
    await shelf.keep(staged, async (transaction) => {
      await beside(transaction, staged.load)
      await noteLoad(transaction, staged, by)
    })

  const stage = async (
    by: Actor,
    beside: Beside,
    receive: () => Promise<LoadFiles>,
    { withRows = false }: StageOptions = {},
  ) => {
    const check = { id: randomUUID(), receive, begunAt: now(), withRows, onlyIllustrative }
    const { staged, rows } = await tidied(database, () => checkLoad(database, check))
    await keep(by, beside, staged)
    return withRows ? { ...staged.load, rows } : staged.load
  }

  /** `demand` refuses what changed meanwhile, when nothing more can */
  const publish = async (
    by: Actor,
    id: string,
    { label, note, reason, exact, ...chosen }: GivenNaming,
    {
      demand = async () => undefined,
      beside = nothingBeside,
    }: { demand?: (transaction: Queries) => Promise<void>; beside?: Beside },
  ) => {
    const { levels } = requirePublishable(id, await shelf.find(id), { reason, exact, ...chosen })
    const checked = await shelf.take(id)
    if (!checked) throw new LoadStateError('the files of this load are gone; load them again')
    const { prepared, standsOn } = checked
    const rebaselines = chosenRebaselines(levels, chosen)
    const naming = { label, note, reason, rebaselines, publishedAt: now().toISOString() }
    let head: ChainHead | null = null
    const published = await tidied(database, () =>
      publishLoad(database, prepared, naming, {
        standsOn,
        claim: async (queries) => {
          await demand(queries)
          return refuseSettled(id, await shelf.find(id, queries))
        },
        settle: async (queries, load, { edition, withdrawn }) => {
          const done: Load = { ...load, state: 'published', edition: edition.number }
          await shelf.settle(queries, done)
          await deleteSchedule(queries, id)
          await beside(queries, done)
          head = await notePublication(queries, id, { ...naming, edition: edition.number, withdrawn, by })
          return done
        },
      }),
    )
    await shelf.settled(published)
    if (head) onPublished(head)
    return published
  }

  const stageTakeBack = async (by: Actor, beside: Beside, takesBack: TakeBack) => {
    const staged = await tidied(database, () => checkTakeBack(database, randomUUID(), takesBack, now()))
    await keep(by, beside, staged)
    return staged.load
  }

  const begin = (by: Actor = commandLine, beside: Beside = nothingBeside): LoadTurn => {
    const release = place.take(now())
    if (!release) throw new BusyError()
    return {
      stage: async (receive, options) => await stage(by, beside, receive, options),
      stageTakeBack: async (takesBack) => await stageTakeBack(by, beside, takesBack),
      look: async (receive) => await lookInto(database, receive, now()),
      publish: async (id, naming) => await publish(by, id, naming, { beside }),
      schedule: async (id, naming, shown) =>
        await scheduleLoad(loadsHere, { id, naming, shown, by, beside, now: now() }),
      release,
    }
  }
  const find = async (id: string, queries: Queries = database.queries) => {
    const load = await shelf.find(id, queries)
    if (load?.state !== 'staged') return load
    const scheduled = await findSchedule(queries, id)
    return scheduled ? { ...load, scheduled } : load
  }
  const loadsHere: LoadsHere = { database, shelf, find, begin, publish }

  return {
    begin,
    find: async (id) => await find(id),
    callOff: async (id, by = commandLine, beside = nothingBeside) =>
      await callOff(loadsHere, { id, by, beside, now: now() }),
    publishDue: async () => await publishDue(loadsHere, now()),
  }
}

async function lookInto(
  { queries }: Database,
  receive: () => Promise<LoadFiles>,
  now: Date,
): Promise<MappingLook> {
  const files = await receive()
  try {
    return await lookAtFiles(files, queries, now.toISOString().slice(0, 10))
  } finally {
    await files.discard?.()
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

interface Check {
  id: string
  receive: () => Promise<LoadFiles>
  begunAt: Date
  withRows: boolean
  onlyIllustrative: boolean
}

interface Checked {
  staged: StagedLoad
  /** beside what is kept */
  rows: FoundRows[]
}

async function checkLoad(
  database: Database,
  { id, receive, begunAt, withRows, onlyIllustrative }: Check,
): Promise<Checked> {
  let discard: () => Promise<void> = nothingToDiscard
  let described: DescribedFiles = { files: [], mapping: null }
  const rejected = (problems: LoadProblem[], undescribed?: Load['undescribed']): StagedLoad => {
    const load: Load = {
      id,
      state: 'rejected',
      problems,
      needs: needsNothing,
      preview: [],
      edition: null,
      ...(undescribed?.length && { undescribed }),
    }
    // its files were given up already
    return { load, checked: null, received: [], described, begunAt }
  }
  try {
    const given = await receive()
    discard = given.discard ?? nothingToDiscard
    const { files: sent, recognised } = await withRecognised(given, await listMappings(database.queries))
    discard = sent.discard ?? nothingToDiscard
    const { files, mapping, received = [], noticed = [], note = null } = sent
    described = await describeFiles(sent, recognised.used)
    const standsOn = await newestEdition(database.queries)
    const standing = await readStanding(database.queries)
    const instant = begunAt.toISOString()
    const today = instant.slice(0, 10)
    const read = await readLoad(files, mapping, standing, today, { recognised })
    const rows = withRows ? await findRows(read.tables, read.problems) : []
    const { problems, needs, prepared } = read
    if (!prepared) {
      await discard()
      return { staged: rejected(problems, undescribedOf(read, recognised)), rows }
    }
    if (onlyIllustrative && !prepared.organisation.illustrative) {
      await discard()
      return { staged: rejected([...problems, notForEverybody]), rows }
    }
    const rehearsed = await previewLoad(database, prepared, instant)
    const told = { problems: [...problems, ...noticed], ...(note === null ? {} : { note }) }
    const load: Load = { id, state: 'staged', ...told, needs, ...rehearsed, edition: null, standsOn }
    return { staged: { load, checked: { prepared, standsOn, discard }, received, described, begunAt }, rows }
  } catch (error) {
    await discard()
    if (error instanceof BadZipError) return { staged: rejected([badZip(error)]), rows: [] }
    if (error instanceof StillDisclosedError) return { staged: rejected(stillDisclosed(error)), rows: [] }
    throw error
  }
}

function undescribedOf({ undescribed }: ReadLoad, { hints }: Recognised): Load['undescribed'] {
  return undescribed.map(({ label }) => ({ file: label, mappings: [...(hints.get(label)?.mappings ?? [])] }))
}

const notForEverybody: LoadProblem = {
  severity: 'error',
  file: 'organisation.json',
  line: 0,
  column: 0,
  message: 'these are real figures, and in this service anybody may choose a role (AUTH=demo)',
  remedy: 'start the service with AUTH=oidc, or without AUTH, and load them then',
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
