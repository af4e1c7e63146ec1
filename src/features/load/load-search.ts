import { written } from '../../domain/addresses/parameter.ts'

/** The page's own part of the address: the load that is looked at, so that a reload finds it again. */
export const loadSearchShape = {
  load: written(/^[0-9a-f-]{36}$/),
}

export interface LoadSearch {
  load?: string | undefined
}
