import { pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { SourceOutcome } from '../../../src/contract/sources.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** What each source of the settings has brought; never a figure, a file's name or an address. */
export const sourceTable = pgTable('source', {
  name: text().primaryKey(),
  /** when it was asked last, and what came of it */
  askedAt: instant('asked_at'),
  outcome: text().$type<SourceOutcome>(),
  words: text(),
  /** the last load that was made of what it brought, and when; what stood stays where a later asking fails */
  load: text(),
  cameAt: instant('came_at'),
  /** of the files of that load */
  fingerprint: text(),
  /** the time of its schedule that was kept last */
  slot: instant('slot'),
  /** while it is being asked: by then at the latest whoever asks has ended, or was killed */
  askingUntil: instant('asking_until'),
})
