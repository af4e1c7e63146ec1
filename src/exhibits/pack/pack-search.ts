import * as z from 'zod/mini'
import { type Room, rooms } from '../../domain/packs/ready/rooms.ts'

const text = z.string().check(z.minLength(1))

/** What opens a pack: the whole of it, or the id under which the service holds it. */
export const packSearchShape = {
  items: text,
  pack: text.check(z.regex(/^[0-9a-z]{1,64}$/)),
}

export interface PackSearch {
  items?: string | undefined
  pack?: string | undefined
}

/** On the page of the pack also: the meeting whose ready-made pack is shown. */
export const packPageSearchShape = { ...packSearchShape, ready: z.enum(rooms) }

export interface PackPageSearch extends PackSearch {
  ready?: Room | undefined
}
