import * as z from 'zod/mini'
import { lineOrNothing, namesNobody } from './free-text.ts'
import { isPlainLine } from './plain-text.ts'

/** Most charts and tables of a pack. */
const mostItems = 40
const longestName = 120
const longestLine = 240

const oneLine = z.refine<string>((given) => isPlainLine(given), 'one line of plain text')
const id = z.string().check(z.minLength(1), z.maxLength(120), oneLine, namesNobody)
const parameterName = z
  .string()
  .check(
    z.regex(
      /^(?!(?:edition|audience)$)[A-Za-z][\w-]{0,31}$/,
      'a parameter of a page, not edition or audience',
    ),
    namesNobody,
  )
const parameterValue = z.string().check(z.maxLength(200), oneLine, namesNobody)

/** A chart or table: what it shows, never a figure of it. */
const PackItem = z.strictObject({
  /** 'trend', 'breakdown', 'milestones', …; an app leaves out what it does not know */
  kind: z.string().check(z.regex(/^[a-z][a-z-]{0,31}$/, 'a kind of chart or table, such as trend')),
  /** the measure that it is of; null where it is of a whole page */
  kpi: z.nullable(id),
  /** parameters of its page, without edition and audience */
  search: z
    .record(parameterName, parameterValue)
    .check(z.refine((search) => Object.keys(search).length <= 12, 'at most 12 parameters')),
  /** the agenda item that it stands under; may be empty */
  group: lineOrNothing(longestName),
  /** what is said of it; may be empty */
  line: lineOrNothing(longestLine),
})

const parts = {
  name: lineOrNothing(longestName),
  /** in their order, those of one agenda item side by side */
  items: z
    .array(PackItem)
    .check(
      z.minLength(1, 'at least one chart or table'),
      z.maxLength(mostItems, `at most ${mostItems} charts and tables`),
    ),
}

/** A pack that is too long for an address. It names no edition and no audience: the address that opens it does. */
export const StorePack = z.strictObject(parts)
export type StorePack = z.infer<typeof StorePack>

export const StoredPack = z.object({
  /** made of what the pack holds: the same pack has the same id, and never changes */
  id: z.string(),
  ...parts,
})
export type StoredPack = z.infer<typeof StoredPack>
