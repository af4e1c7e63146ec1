import type { Source } from '../../src/contract/sources.ts'
import { instant } from '../db/editions.ts'
import { timezoneOf } from '../db/organisation.ts'
import type { SourceRow } from '../db/source-store.ts'
import type { SourceSettings } from './source-settings.ts'
import { type Desk, findKept } from './stage-source.ts'
import { nextTime } from './timetable.ts'

/** A source as whoever may load is told of it, with what is known of it, if anything is. */
export async function describeSource(
  desk: Omit<Desk, 'signal'>,
  { name, kind, schedule }: SourceSettings,
  row: SourceRow | undefined,
  { now, keepsTime }: { now: Date; keepsTime: boolean },
): Promise<Source> {
  const load = await findKept(desk, row?.load ?? null)
  const nextAt = keepsTime ? nextTime(schedule, now, await timezoneOf(desk.queries)) : null
  return {
    name,
    kind,
    askedAt: row?.askedAt ? instant(row.askedAt) : null,
    outcome: row?.outcome ?? null,
    words: row?.words ?? null,
    cameAt: row?.cameAt ? instant(row.cameAt) : null,
    load: load && { id: load.id, state: load.state },
    nextAt: nextAt && instant(nextAt),
    isBeingAsked: row?.askingUntil ? row.askingUntil > now : false,
  }
}
