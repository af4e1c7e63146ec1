import * as z from 'zod/mini'

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
