import { LockedError } from './lock.ts'
import { NewerDatabaseError } from './migrate.ts'
import { CorruptedError, NoRoomToOpenError } from './open-data-directory.ts'
import { DatabaseUnreachableError } from './open-server-database.ts'

/** What may keep a database from being opened, embedded or on a server: messages that were made to be read. */
export const whyNotOpened = [
  LockedError,
  CorruptedError,
  NoRoomToOpenError,
  NewerDatabaseError,
  DatabaseUnreachableError,
]
