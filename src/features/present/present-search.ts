import { oneOf, words, written } from '../../domain/addresses/parameter.ts'
import { packSearchShape } from '../../exhibits/pack/pack-search.ts'

const number = written(/^[1-9]\d{0,2}$/)

/** The page's own part of the address: what is presented, and where it stands. */
export const presentSearchShape = {
  ...packSearchShape,
  /** one measure alone, in place of a pack */
  kpi: words(1, 120),
  /** the item on the screen, from 1; left out before the presentation has begun */
  item: number,
  /** the speaker's own window */
  notes: oneOf(['yes']),
}

export interface PresentSearch {
  items?: string | undefined
  pack?: string | undefined
  kpi?: string | undefined
  item?: string | undefined
  notes?: 'yes' | undefined
}
