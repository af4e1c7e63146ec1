import type { FoundRows } from '../../src/contract/found-rows.ts'
import type { Load } from '../../src/contract/loads.ts'
import type { Source, SourcesReply } from '../../src/contract/sources.ts'
import { type Actor, commandLine } from '../../src/domain/audit/deed.ts'
import { instant } from '../db/editions.ts'
import { timezoneOf } from '../db/organisation.ts'
import { claimSource, readSources, releaseSource } from '../db/source-store.ts'
import type { StageOptions } from '../loads/loads.ts'
import { describeSource } from './describe-source.ts'
import { tellFailed } from './outcome-words.ts'
import type { SourceSettings } from './source-settings.ts'
import { type AskedFor, type Desk, type Staged, stageSource } from './stage-source.ts'
import { createTimetable } from './timetable.ts'

/** A source that is not in the settings, or that somebody is asking already. */
export class SourceStateError extends Error {}

/** A source after it was asked, and the load that was made of what it brought, if any was. */
export interface Asked {
  source: Source
  load: Load | null
  /** in which something was found in what it brought, where they were asked for */
  rows: FoundRows[]
}

export interface Sources {
  list: () => Promise<SourcesReply>
  /** asks one now, and has what is new checked; nothing is ever published by it */
  askNow: (name: string, by?: Actor, options?: StageOptions) => Promise<Asked>
  /** asks those whose time has come; when all were */
  askDue: () => Promise<void>
  /** breaks off what is being asked; once it is */
  stop: () => Promise<void>
}

interface SourcesOptions extends Omit<Desk, 'signal'> {
  settings: readonly SourceSettings[]
  now?: () => Date
  /** whether loads that are staged here are still there when somebody looks; a command's own may go with it */
  keepsLoads?: boolean
  /** whether this process asks by the schedule */
  keepsTime?: boolean
  /** told of each that was not read, for the log */
  onFailed?: (name: string, error: unknown) => void
}

/** So long nobody else is let in, should whoever asks be killed. */
const claimedMs = 30 * 60_000

/** Asks the sources of the settings, by their schedule or now, and stages what is new. */
export function createSources(options: SourcesOptions): Sources {
  const { queries, settings, now = () => new Date() } = options
  const { keepsLoads = true, keepsTime = false, onFailed = () => undefined } = options
  const stopping = new AbortController()
  const desk: Desk = { ...options, signal: stopping.signal }
  const timetable = createTimetable(queries)
  const running = new Set<Promise<unknown>>()

  const carryOut = async (source: SourceSettings, ask: AskedFor) => {
    let ended: Staged | { outcome: 'failed'; words: string } | null = null
    try {
      ended = await stageSource(desk, source, ask)
    } catch (error) {
      if (!stopping.signal.aborted) {
        ended = { outcome: 'failed', words: tellFailed(error) }
        onFailed(source.name, error)
      }
    } finally {
      await releaseSource(queries, source.name, ended && keepsLoads ? rowOf(ended, now()) : null)
    }
    return ended
  }

  const asked = async (source: SourceSettings, ask: AskedFor) => {
    const asking = carryOut(source, ask)
    running.add(asking)
    try {
      return await asking
    } finally {
      running.delete(asking)
    }
  }

  const claim = async (name: string, slot: Date | null) => {
    const at = now()
    return await claimSource(queries, { name, slot, now: at, until: new Date(at.getTime() + claimedMs) })
  }

  const describe = async (source: SourceSettings) =>
    await describeSource(options, source, (await readSources(queries)).get(source.name), {
      now: now(),
      keepsTime,
    })

  return {
    async list() {
      return { timezone: await timezoneOf(queries), sources: await Promise.all(settings.map(describe)) }
    },
    async askNow(name, by = commandLine, { withRows = false } = {}) {
      const source = requireSource(settings, name)
      const before = await claim(name, null)
      if (!before)
        throw new SourceStateError('it is being asked at this moment; wait until that has finished')
      const ended = await asked(source, { before, by, isByHand: true, withRows })
      const described = await describe(source)
      const said = ended ? { outcome: ended.outcome, words: ended.words, askedAt: instant(now()) } : {}
      const { rows = [], load = null } = ended && 'load' in ended ? ended : {}
      return { source: { ...described, ...said }, load, rows }
    },
    async askDue() {
      for (const source of settings) {
        const slot = await timetable.takeDue(source, now())
        const before = slot && (await claim(source.name, slot))
        const by = { who: `source ${source.name}`, account: null, role: 'analyst' }
        if (before && !stopping.signal.aborted)
          await asked(source, { before, by, isByHand: false, withRows: false })
      }
    },
    async stop() {
      stopping.abort()
      await Promise.allSettled(running)
    },
  }
}

function requireSource(settings: readonly SourceSettings[], name: string): SourceSettings {
  const source = settings.find((one) => one.name === name)
  if (source) return source
  const names = settings.map((one) => one.name).join(', ')
  throw new SourceStateError(
    names
      ? `there is no source of that name; the settings have: ${names}`
      : 'no sources are set: SOURCES names their file',
  )
}

/** Where nothing new came, what came before stands. */
function rowOf(ended: Staged | { outcome: 'failed'; words: string }, at: Date) {
  const { outcome, words } = ended
  const told = { askedAt: at, outcome, words }
  return 'load' in ended ? { ...told, load: ended.load.id, cameAt: at, fingerprint: ended.fingerprint } : told
}
