import * as z from 'zod/mini'
import { packSearchShape } from '../../exhibits/pack/pack-search.ts'

const number = z.string().check(z.regex(/^[1-9]\d{0,2}$/, 'a number from 1'))

/** The page's own part of the address: what is presented, and where it stands. */
export const presentSearchShape = {
  ...packSearchShape,
  /** one measure alone, in place of a pack */
  kpi: z.string().check(z.minLength(1), z.maxLength(120)),
  /** the item on the screen, from 1; left out before the presentation has begun */
  item: number,
  /** the speaker's own window */
  notes: z.literal('yes'),
}

export interface PresentSearch {
  items?: string | undefined
  pack?: string | undefined
  kpi?: string | undefined
  item?: string | undefined
  notes?: 'yes' | undefined
}
