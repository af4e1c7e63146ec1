import * as z from 'zod/mini'

/** The page's own part of the address: the load that is looked at, so that a reload finds it again. */
export const loadSearchShape = {
  load: z.string().check(z.regex(/^[0-9a-f-]{36}$/)),
}

export interface LoadSearch {
  load?: string | undefined
}
