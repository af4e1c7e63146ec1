import { oneOf, words, written } from '../../domain/addresses/parameter.ts'
import { type Room, rooms } from '../../domain/packs/ready/rooms.ts'

/** What opens a pack: the whole of it, or the id under which the service holds it. */
export const packSearchShape = {
  items: words(1, Number.POSITIVE_INFINITY),
  pack: written(/^[0-9a-z]{1,64}$/),
}

export interface PackSearch {
  items?: string | undefined
  pack?: string | undefined
}

/** On the page of the pack also: the meeting whose ready-made pack is shown. */
export const packPageSearchShape = { ...packSearchShape, ready: oneOf(rooms) }

export interface PackPageSearch extends PackSearch {
  ready?: Room | undefined
}
