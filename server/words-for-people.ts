import { NoMemoryError } from './computing/no-memory.ts'
import { EngineEndedError } from './db/embedded-engine.ts'
import { noRoomBehind } from './db/no-room.ts'

type ErrorKind = abstract new (...given: never[]) => Error

/** What ended for want of something, which whoever asked can mend. */
const alwaysTold: readonly ErrorKind[] = [EngineEndedError, NoMemoryError]

/**
 * The message of an error that was made to be read, of one of these kinds or about a full disk or too little memory, however deep it lies
 * under others; null for every other, whose message may hold what was stored.
 */
export function wordsFor(thrown: unknown, kinds: readonly ErrorKind[]): string | null {
  const noRoom = noRoomBehind(thrown)
  if (noRoom) return noRoom.message
  for (let error = thrown, depth = 0; error instanceof Error && depth < 8; error = error.cause, depth++) {
    if ([...alwaysTold, ...kinds].some((kind) => error instanceof kind)) return error.message
  }
  return null
}
