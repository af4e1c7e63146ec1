import { words } from '../../domain/addresses/parameter.ts'

/** The page's own part of the address. */
export const safeguardingSearchShape = {
  /** the type of abuse whose towns are shown, by its id */
  type: words(1, 120),
}

export interface SafeguardingSearch {
  type?: string | undefined
}
