import * as z from 'zod/mini'
import { actionFields, actionStatuses, type EditableField } from '../domain/actions/action.ts'
import { releases } from '../domain/plans/plan.ts'
import { Audience, EditionParameter, identifier, isoDate, isoInstant } from './common.ts'
import { confirmed, day, line, remark, text, textOrNothing } from './free-text.ts'

export const ActionStatus = z.enum(actionStatuses)
const Release = z.enum(releases)

/** What of an action may change. */
const ActionField = z.enum(actionFields)

export const Action = z.object({
  id: z.string(),
  /** where it was asked for */
  board: z.string(),
  raised: isoDate,
  /** what was asked for: plain text or light Markdown */
  action: z.string(),
  ownerRole: z.string(),
  due: isoDate,
  /** the day on which it was closed or superseded */
  closed: z.nullable(isoDate),
  status: ActionStatus,
  /** a measure or a milestone */
  link: z.nullable(z.string()),
  /** how often it was carried over to a later day */
  carried: z.int(),
  /** what was different once it was done */
  whatChanged: z.nullable(z.string()),
  release: Release,
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

export const ActionsQuery = z.object({
  /**
   * the log as it stood when that edition was published; left out, the log as it is now, of which the protected set
   * has what was released with the newest edition and is still released
   */
  edition: z.optional(EditionParameter),
  audience: z.optional(Audience),
})

export const ActionsReply = z.object({
  /** null for the live log */
  edition: z.nullable(z.int()),
  audience: Audience,
  /**
   * the day as of which something is overdue: that of the edition, today for the live log of officers, that of the
   * newest edition for what the panel has of it
   */
  asOf: isoDate,
  /** in the order of recording */
  actions: z.array(Action),
})
export type ActionsReply = z.infer<typeof ActionsReply>

/** What somebody may write of an action, each once. */
const Written = z.strictObject({
  board: line,
  action: text,
  ownerRole: line,
  due: day,
  status: ActionStatus,
  link: z.nullable(identifier),
  release: Release,
  whatChanged: z.nullable(textOrNothing),
  /** why, for officers; kept in the history */
  note: z.nullable(remark),
} satisfies Record<EditableField | 'note', z.ZodMiniType>)

/** A new action: open, linked to nothing and for officers unless it says otherwise. */
export const RecordAction = z.extend(
  z.partial(z.omit(Written, { status: true, whatChanged: true }), { link: true, release: true, note: true }),
  {
    /** the day on which the board asked; today where it is left out */
    raised: z.optional(day),
    /** chosen by the sender: the same recording sent again, after a lost connection, is recorded once */
    key: z.optional(z.string().check(z.regex(/^[\w-]{8,64}$/, '8 to 64 letters, digits, - or _'))),
    confirmed,
  },
)
export type RecordAction = z.infer<typeof RecordAction>

/** What is to change; what is left out stands. The day of closing and the count of carrying over follow. */
export const EditAction = z.extend(z.partial(Written), { confirmed })
export type EditAction = z.infer<typeof EditAction>
