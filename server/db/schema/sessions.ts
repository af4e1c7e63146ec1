import { json, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { Access } from '../../../src/contract/session.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull()

/** Who is signed in, for every instance of the service alike. A row goes when its session ends. */
export const sessionTable = pgTable('session', {
  /** digest of what the cookie holds: whoever reads this table can be nobody by it */
  id: text().primaryKey(),
  /** the one of `choices` that holds now */
  chosen: json().$type<Access>().notNull(),
  /** every role that its person may take */
  choices: json().$type<Access[]>().notNull(),
  /** what the provider calls the person; null in the demonstration, which has none */
  person: text(),
  /** digests of what the provider knows the person and the visit by: it may end either */
  subject: text(),
  visit: text(),
  begunAt: instant('begun_at'),
  seenAt: instant('seen_at'),
  endsAt: instant('ends_at'),
})

/** A sign-in that has gone to the provider and is not back yet. A row is read once. */
export const signInTable = pgTable('sign_in', {
  /** digest of what the cookie of this sign-in holds */
  id: text().primaryKey(),
  state: text().notNull(),
  nonce: text().notNull(),
  verifier: text().notNull(),
  returnTo: text('return_to').notNull(),
  endsAt: instant('ends_at'),
})
