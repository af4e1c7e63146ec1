import { oneOf, written } from '../../domain/addresses/parameter.ts'
import { themes } from '../../domain/measures/measure.ts'

const editionNumber = written(/^[1-9]\d{0,5}$/)

/** The page's own part of the address. `to` stands for the edition and is turned into it. */
export const changesSearchShape = {
  from: editionNumber,
  to: editionNumber,
  theme: oneOf(themes),
}

export interface ChangesSearch {
  /** the edition that this one is compared with; the one before it where none is named */
  from?: string | undefined
  theme?: (typeof themes)[number] | undefined
}

/** The lists of the page, by which a file or a pack names one of them. */
export const changeListIds = [
  'restated',
  'milestones',
  'signals',
  'cleared',
  'actions',
  'receipts',
  'new',
  'settled',
  'records',
] as const
export type ChangeListId = (typeof changeListIds)[number]
