import type { ScheduledLoad } from '../../../api/loads.ts'
import { timeInWords } from '../../../domain/periods/time-in-words.ts'

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
