import { Cron } from 'croner'
import { timezoneOf } from '../db/organisation.ts'
import type { Queries } from '../db/queries.ts'
import { readSources } from '../db/source-store.ts'
import type { SourceSettings } from './source-settings.ts'

/** When a schedule comes next after an instant, by a clock of the council. */
export function nextTime(schedule: string, after: Date, timezone: string): Date | null {
  return new Cron(schedule, { mode: '5-part', paused: true, timezone }).nextRun(after)
}

export interface Timetable {
  /** the time of its schedule that has come, told once; null where none has */
  takeDue: (source: SourceSettings, now: Date) => Promise<Date | null>
}

/** Times that come while this process runs; one that passed while no service ran comes once, as soon as one does. */
export function createTimetable(queries: Queries): Timetable {
  const next = new Map<string, Date | null>()
  return {
    async takeDue({ name, schedule }, now) {
      const known = next.get(name)
      if (known !== undefined && (known === null || known > now)) return null
      const zone = await timezoneOf(queries)
      const slot = known ?? nextTime(schedule, (await readSources(queries)).get(name)?.slot ?? now, zone)
      const isPast = slot !== null && slot <= now
      next.set(name, isPast ? nextTime(schedule, now, zone) : slot)
      return isPast ? slot : null
    },
  }
}
