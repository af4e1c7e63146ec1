import type { Access } from '../../src/contract/session.ts'
import { digestOf, type NewSession } from '../db/session-store.ts'
import { type Claims, SignInRefusedError } from './provider.ts'
import { accessOf, type RolesFile } from './roles-file.ts'

/** Who signed in, as a session has it: what they may be here, and by what the sign-in service may end it. */
export type Person = Omit<NewSession, 'chosen' | 'choices' | 'endsAt'> & { choices: [Access, ...Access[]] }

const askForHelp = 'Ask whoever runs the dashboard; nothing is stored of this attempt.'

/**
 * @throws SignInRefusedError for whoever has no role here, and for whoever's groups are not all known: half of them
 * may be the wrong half
 */
export function personOf(claims: Claims, roles: RolesFile): Person {
  if (isOverfull(claims, roles.claim)) {
    throw new SignInRefusedError(
      `You are in more groups than the sign-in service tells, so your role is not known. It has to be set up to tell only the groups that are given to this dashboard. ${askForHelp}`,
    )
  }
  const [first, ...others] = accessOf(roles, groupsOf(claims[roles.claim]))
  if (!first) {
    throw new SignInRefusedError(
      `You are known to the sign-in service, and none of your groups has a role in this dashboard. ${askForHelp}`,
    )
  }
  const { sub, sid, name } = claims
  return {
    choices: [first, ...others],
    person: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 100) : null,
    subject: typeof sub === 'string' ? digestOf(sub) : null,
    visit: typeof sid === 'string' ? digestOf(sid) : null,
  }
}

/** Entra ID leaves the groups out where there are more than 200, and says where else they could be asked for. */
function isOverfull(claims: Claims, claim: string): boolean {
  const elsewhere = claims._claim_names
  return (
    claims.hasgroups === true ||
    claims.hasgroups === 'true' ||
    (typeof elsewhere === 'object' && elsewhere !== null && claim in elsewhere)
  )
}

/** A list; a single group that some services give as a text. */
function groupsOf(claim: unknown): string[] {
  return [claim].flat().filter((group) => typeof group === 'string')
}
