import { oneOf, words, written } from '../../domain/addresses/parameter.ts'
import { type Deed, deeds } from '../../domain/audit/deed.ts'

const day = written(/^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

/** The page's own part of the address. */
export const auditSearchShape = {
  deed: oneOf(deeds),
  from: day,
  to: day,
  who: words(0, 100),
  before: written(/^[1-9]\d{0,8}$/),
}

export interface AuditSearch {
  deed?: Deed | undefined
  /** first and last day */
  from?: string | undefined
  to?: string | undefined
  /** letters of a name */
  who?: string | undefined
  /** rows before this one: the page that is open */
  before?: string | undefined
}
