import * as z from 'zod/mini'
import { roles } from '../../src/contract/roles.ts'
import type { Access } from '../../src/contract/session.ts'
import type { SettingError } from '../setting-error.ts'
import { faultOfKey, keyInWords, readSettingsFile } from '../settings-file.ts'

const officerRoles = roles.filter((role) => role !== 'public')
/** roles whose exact figures are those of named services */
const scopedRoles: readonly string[] = ['service-lead', 'practice-lead']

const GroupRole = z.strictObject({
  group: z.string().check(z.minLength(1)),
  role: z.enum(officerRoles),
  services: z.optional(z.array(z.string().check(z.minLength(1))).check(z.minLength(1))),
})
const RolesFile = z.strictObject({
  claim: z._default(z.string().check(z.minLength(1)), 'groups'),
  scope: z._default(z.string().check(z.regex(/(^| )openid( |$)/)), 'openid profile'),
  roles: z.array(GroupRole).check(z.minLength(1)),
})

/** Which groups of the sign-in service have which role here. */
export interface RolesFile {
  /** the claim that names the groups of whoever signs in */
  claim: string
  /** what the sign-in service is asked to tell */
  scope: string
  roles: readonly { group: string; access: Access }[]
}

/**
 * Reads the file that ROLES_FILE names, whole, before anything is served.
 * @throws SettingError with file, key and remedy
 */
export function readRolesFile(path: string): RolesFile {
  const given = readSettingsFile('ROLES_FILE', path)
  const read = z.safeParse(RolesFile, given)
  if (!read.success) throw faultAt(path, read.error.issues[0])
  const { claim, scope, roles } = read.data
  for (const [index, { role, services }] of roles.entries()) {
    const isScoped = scopedRoles.includes(role)
    if (isScoped && !services)
      throw faultOfKey(
        path,
        `roles[${index}].services`,
        `is missing: a ${role} has the exact figures of some services. Name them as the service column of kpis.csv does`,
      )
    if (!isScoped && services)
      throw faultOfKey(
        path,
        `roles[${index}].services`,
        `is for ${scopedRoles.join(' and ')} only. Take it out`,
      )
  }
  const twice = roles.findIndex(({ group, role }, index) =>
    roles.slice(0, index).some((before) => before.group === group && before.role === role),
  )
  if (twice !== -1)
    throw faultOfKey(
      path,
      `roles[${twice}]`,
      'gives a group a role that it has already. Take one of the two out',
    )
  return {
    claim,
    scope,
    roles: roles.map(({ group, role, services }) => ({
      group,
      access: { role, services: services ?? null },
    })),
  }
}

function faultAt(path: string, issue: z.core.$ZodIssue | undefined): SettingError {
  const key = keyInWords(issue?.path ?? [])
  if (issue?.code === 'unrecognized_keys')
    return faultOfKey(
      path,
      [key, issue.keys[0]].filter(Boolean).join('.'),
      'is not known. Take it out, or look at its spelling',
    )
  return faultOfKey(path, key || 'the whole', wordsOf(key))
}

function wordsOf(key: string): string {
  if (key.endsWith('.role')) return `is no role. Give one of: ${officerRoles.join(', ')}`
  if (key.endsWith('.group'))
    return 'names no group. Give the name or id by which the sign-in service tells it'
  if (/\.services(\[\d+\])?$/.test(key))
    return 'is no list of services. Give their names, as the service column of kpis.csv has them'
  if (key === 'scope') return 'cannot be used. Give words with spaces between, openid among them'
  if (key === 'claim') return 'cannot be used. Give the name of the claim that holds the groups'
  return 'is not as it must be. Give { "roles": [ { "group": "…", "role": "director" } ] }'
}

/** What whoever has these groups may be here: each role once, with the services of all its groups. */
export function accessOf({ roles }: RolesFile, groups: readonly string[]): Access[] {
  const held = roles.filter(({ group }) => groups.includes(group)).map(({ access }) => access)
  return [...Map.groupBy(held, ({ role }) => role)].map(([role, several]) => ({
    role,
    services: several[0]?.services ? [...new Set(several.flatMap(({ services }) => services ?? []))] : null,
  }))
}
