import * as z from 'zod/mini'
import { Audience, isoDate, isoInstant } from './common.ts'

/** What of an action may change. */
const ActionField = z.enum([
  'board',
  'action',
  'ownerRole',
  'due',
  'status',
  'closed',
  'carried',
  'link',
  'release',
  'whatChanged',
])

export const Action = z.object({
  id: z.string(),
  /** where it was asked for */
  board: z.string(),
  raised: isoDate,
  action: z.string(),
  ownerRole: z.string(),
  due: isoDate,
  closed: z.nullable(isoDate),
  status: z.enum(['open', 'in-progress', 'awaiting-confirmation', 'closed', 'superseded']),
  /** a measure or a milestone */
  link: z.nullable(z.string()),
  /** how many meetings have carried it over */
  carried: z.int(),
  /** what was different once it was done */
  whatChanged: z.nullable(z.string()),
  release: z.enum(['public', 'officer']),
  /** 1 when recorded, one more with each change; If-Match names it in double quotes */
  version: z.int(),
  /** oldest first; in the protected set changes of dates and states alone, without notes */
  history: z.array(
    z.object({
      at: isoInstant,
      byRole: z.string(),
      changes: z.array(
        z.object({ field: ActionField, from: z.nullable(z.string()), to: z.nullable(z.string()) }),
      ),
      note: z.nullable(z.string()),
    }),
  ),
})
export type Action = z.infer<typeof Action>

export const ActionsReply = z.object({
  edition: z.int(),
  audience: Audience,
  /** in the order in which they were raised */
  actions: z.array(Action),
})
export type ActionsReply = z.infer<typeof ActionsReply>
