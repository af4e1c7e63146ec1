import * as z from 'zod/mini'
import { Audience } from './common.ts'
import { roles } from './roles.ts'

export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** A role as somebody holds it. */
export const Access = z.object({
  role: Role,
  /** the services whose exact figures it may receive; null where that does not depend on a service */
  services: z.nullable(z.array(z.string())),
})
export type Access = z.infer<typeof Access>

export const Session = z.object({
  role: Role,
  name: z.string(),
  /** the most that this reader may receive */
  audience: Audience,
  /**
   * what this reader may do: `choose-role`, `load`, `publish`, `write-actions`, `confirm-actions`, `write-commentary`,
   * `release`, `store-packs`, `read-audit`
   */
  can: z.array(z.string()),
  /** of `audience` exact: the services whose figures are exact; all of them where it is absent */
  services: z.optional(z.array(z.string())),
  /** the roles that this reader may take; every one where it is absent and `choose-role` may be done */
  roles: z.optional(z.array(Role)),
  /** what the sign-in service calls who is signed in */
  person: z.optional(z.string()),
  /**
   * seconds until the session ends: unless something is asked before, and whatever is asked. Asking who is asking does
   * not count.
   */
  endsIn: z.optional(z.object({ idle: z.number(), last: z.number() })),
  /** whether somebody can sign in, by going to `/session/sign-in` */
  canSignIn: z.optional(z.boolean()),
  /** of signing out: where to go to be signed out by the sign-in service too */
  signOutAt: z.optional(z.string()),
})
export type Session = z.infer<typeof Session>

export const SignIn = z.object({ role: Role })
export type SignIn = z.infer<typeof SignIn>

/** Where a sign-in begins: an address of the app to come back to. */
export const BeginSignIn = z.object({ returnTo: z.optional(z.string()) })
