import type { Load } from '../../src/contract/loads.ts'
import type { Actor, AuditEntry, Deed } from '../../src/domain/audit/deed.ts'
import { instantAt } from '../../src/domain/periods/wall-clock.ts'
import { appendAudit } from '../db/audit-store.ts'
import type { Database, Queries } from '../db/database.ts'
import { instant, newestEdition } from '../db/editions.ts'
import { lockEditions } from '../db/publish.ts'
import {
  deleteSchedule,
  insertSchedule,
  isStillDue,
  type KeptSchedule,
  listDue,
  putDown,
} from '../db/scheduled-store.ts'
import type { GivenNaming } from './given-naming.ts'
import type { Beside, LoadShelf } from './load-shelf.ts'
import { chosenRebaselines } from './offer-levels.ts'
import { SupersededError } from './publish-load.ts'
import { tellRefusal } from './refusals.ts'
import { LoadStateError, refuseSettled, requirePublishable } from './settled.ts'

/** Loads of a database, where they wait, and what is done with them. */
export interface LoadsHere {
  database: Database
  shelf: LoadShelf
  find: (id: string, queries?: Queries) => Promise<Load | null>
  /** reserves the one place; refuses where somebody has it */
  begin: (by: Actor) => { release: () => void }
  publish: (
    by: Actor,
    id: string,
    naming: GivenNaming,
    options: { demand: (transaction: Queries) => Promise<void> },
  ) => Promise<Load>
}

/** An edition that was to be out on the day of a meeting is not put out the day after, when nobody expects it. */
const latestMs = 60 * 60_000
const tooLate =
  'the service was not running, or busy with another load, at that time and for an hour after it'
/** Exact figures that nobody has published do not lie about for ever. */
const furthestMs = 31 * 24 * 60 * 60_000

/** What is decided of a load, by whom, and what else is written of it: both, or neither. */
interface Decision {
  id: string
  by: Actor
  beside: Beside
  now: Date
}

interface TimeSet extends Decision {
  naming: GivenNaming
  /** by the organisation's clock: '2025-12-04T09:30' */
  shown: string
}

/** Has a staged load wait for its time; what publishing asks for is asked for now. */
export async function scheduleLoad(
  { database, shelf, find }: LoadsHere,
  { id, naming, shown, by, beside, now }: TimeSet,
): Promise<Load> {
  const { label: _label, note: _note, ...given } = naming
  const { levels } = requirePublishable(id, await shelf.find(id), given)
  const checked = await shelf.take(id)
  if (!checked) throw new LoadStateError('the files of this load are gone; load them again')
  chosenRebaselines(levels, naming)
  const at = timeOf(shown, checked.prepared.organisation.timezone, now)
  if (checked.standsOn !== (await newestEdition(database.queries))) throw new SupersededError()
  return await database.queries.transaction(async (transaction) => {
    await shelf.keepUntilTime(transaction, id)
    await insertSchedule(transaction, { load: id, at, naming, by })
    const load = refuseSettled(id, await find(id, transaction))
    await beside(transaction, load)
    await note(transaction, { load: id, by }, 'time-set', now)
    return load
  })
}

function timeOf(shown: string, timezone: string, now: Date): Date {
  const found = instantAt(shown, timezone)
  if (found === null) {
    throw new LoadStateError(`clocks never show ${shown} in ${timezone}; choose another time`)
  }
  const at = new Date(found)
  if (at <= now) throw new LoadStateError(`${shown} is past; choose a later time, or publish now`)
  if (at.getTime() - now.getTime() > furthestMs) {
    throw new LoadStateError('files wait for 31 days at most; choose an earlier time')
  }
  return at
}

/** Takes the time from a load; it is then published by hand, or not at all. */
export async function callOff(
  { database, find }: LoadsHere,
  { id, by, beside, now }: Decision,
): Promise<Load> {
  return await database.queries.transaction(async (transaction) => {
    // one that is being published is waited for
    await lockEditions(transaction)
    if (!(await deleteSchedule(transaction, id))) {
      throw new LoadStateError('no time is set for this load: it was published, or called off before')
    }
    const load = refuseSettled(id, await find(id, transaction))
    await beside(transaction, load)
    await note(transaction, { load: id, by }, 'called-off', now)
    return load
  })
}

/**
 * Publishes what waits and whose time has come, as it was decided. Each instance may try: under the lock of publication
 * one of them does. Where another load is running, and where the database cannot be reached, it is tried again.
 */
export async function publishDue(loads: LoadsHere, now: Date): Promise<void> {
  for (const due of await listDue(loads.database.queries, now)) {
    if (now.getTime() - due.at.getTime() > latestMs) {
      await tellPassed(loads, due, 'missed', tooLate, now)
    } else {
      await publishOne(loads, due, now)
    }
  }
}

async function publishOne(loads: LoadsHere, due: KeptSchedule, now: Date): Promise<void> {
  const turn = loads.begin(due.by)
  try {
    await loads.publish(due.by, due.load, due.naming, {
      demand: async (transaction) => {
        if (!(await isStillDue(transaction, due))) throw new LoadStateError('it was called off')
      },
    })
  } catch (error) {
    await tellPassed(loads, due, 'refused', tellRefusal(error), now)
  } finally {
    turn.release()
  }
}

async function tellPassed(
  { database }: LoadsHere,
  due: KeptSchedule,
  state: 'missed' | 'refused',
  why: string,
  now: Date,
): Promise<void> {
  await database.queries.transaction(async (transaction) => {
    if (await putDown(transaction, due, state, why)) await note(transaction, due, 'time-passed', now)
  })
}

/** Last in its transaction, as every entry of the audit is. */
async function note(
  transaction: Queries,
  { load, by }: Pick<KeptSchedule, 'load' | 'by'>,
  deed: Deed,
  at: Date,
): Promise<void> {
  const entry: AuditEntry = { ...by, at: instant(at), deed, about: { load }, outcome: 'done' }
  await appendAudit(transaction, [entry])
}
