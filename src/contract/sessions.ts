import * as z from 'zod/mini'
import { isoInstant } from './common.ts'
import { Role } from './session.ts'

/** Somebody who is signed in, as the audit names them: nothing by which anybody could be them. */
export const OpenSession = z.object({
  who: z.string(),
  /** digest of what the sign-in service knows the person by: tells two of one name apart */
  account: z.nullable(z.string()),
  role: Role,
  begunAt: isoInstant,
  /** to the minute */
  seenAt: isoInstant,
  endsAt: isoInstant,
})
export type OpenSession = z.infer<typeof OpenSession>

export const OpenSessionsReply = z.object({ sessions: z.array(OpenSession) })

export const EndSessions = z.strictObject({
  /** a name or an account, as the list has it; null ends everybody's */
  who: z.nullable(
    z.string('a name or an account, or null for everybody').check(z.minLength(1), z.maxLength(200)),
  ),
})

export const EndedSessions = z.object({ ended: z.int() })
