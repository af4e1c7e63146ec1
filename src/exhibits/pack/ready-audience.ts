import type { Audience } from '../../domain/editions/publication.ts'
import type { Room } from '../../domain/packs/ready/rooms.ts'

/** Whom a ready-made pack is opened for: panel and cabinet meet in public, a review in the reader's own figures. */
export function readyAudience(room: Room, own: Audience): Audience {
  return room === 'review' ? own : 'protected'
}
