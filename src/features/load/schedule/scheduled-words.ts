import type { ScheduledLoad } from '../../../api/loads.ts'
import { dayOf } from '../../../domain/periods/day-of.ts'
import { formatDate } from '../../../domain/periods/labels.ts'
import { shownAt } from '../../../domain/periods/wall-clock.ts'

/** @example '4 Dec 2025 at 09:30' */
export function timeInWords(at: string, timezone: string): string {
  return `${formatDate(dayOf(at, timezone))} at ${shownAt(Date.parse(at), timezone).slice(11)}`
}

/** What is to happen, or why it did not and what can be done. */
export function scheduledInWords({ at, label, who, state, why }: ScheduledLoad, timezone: string): string {
  const time = `${timeInWords(at, timezone)} (${timezone})`
  switch (state) {
    case 'waiting':
      return `“${label}” is published on ${time}, as ${who} decided, unless another edition is published before.`
    case 'missed':
      return `“${label}” was not published on ${time}: ${why}. Publish it now, or set another time, from its files.`
    case 'refused':
      return `“${label}” was not published on ${time}: ${why}.`
  }
}
