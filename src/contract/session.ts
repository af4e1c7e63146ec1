import * as z from 'zod/mini'
import { Audience } from './common.ts'

export const roles = [
  'analyst',
  'director',
  'service-lead',
  'practice-lead',
  'cabinet-author',
  'public',
] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

export const Session = z.object({
  role: Role,
  name: z.string(),
  /** the most that this reader may receive */
  audience: Audience,
  /** what this reader may do: `choose-role`, `load`, `publish`, `write-actions`, `confirm-actions`, `write-commentary`, `store-packs` */
  can: z.array(z.string()),
})
export type Session = z.infer<typeof Session>

export const SignIn = z.object({ role: Role })
export type SignIn = z.infer<typeof SignIn>
