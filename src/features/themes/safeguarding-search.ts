import * as z from 'zod/mini'

/** The page's own part of the address. */
export const safeguardingSearchShape = {
  /** the type of abuse whose towns are shown, by its id */
  type: z.string().check(z.minLength(1), z.maxLength(120)),
}

export interface SafeguardingSearch {
  type?: string | undefined
}
