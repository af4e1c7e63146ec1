import { makeCabinetPack } from './cabinet-pack.ts'
import { makePanelPack } from './panel-pack.ts'
import type { PackSources, ReadyPack } from './ready-pack.ts'
import { makeReviewPack } from './review-pack.ts'
import type { Room } from './rooms.ts'

const makers: Record<Room, (sources: PackSources) => ReadyPack> = {
  review: makeReviewPack,
  panel: makePanelPack,
  cabinet: makeCabinetPack,
}

/**
 * The pack of a meeting as a rule makes it from an edition: at most ten charts and tables, each with why it is in.
 * The same edition always gives the same pack; where there is nothing to show, the agenda says so.
 */
export function makeReadyPack(room: Room, sources: PackSources): ReadyPack {
  return makers[room](sources)
}
