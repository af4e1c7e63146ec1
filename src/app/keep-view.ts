import type { RawSearch } from './search.ts'

/** A link to another page keeps edition and audience, and leaves this page's own parameters behind. */
export function keepView({ edition, audience }: RawSearch): RawSearch {
  return { ...(edition && { edition }), ...(audience && { audience }) }
}
