import { allRoles, type Reach, reachOf } from '../../src/domain/session/role-table.ts'
import { rightAt } from '../door/role-guard.ts'

/** What each role may do at an operation of the document. */
export type WhoMay = Record<string, Reach>

const words: Record<Reach, string> = {
  no: 'nothing',
  yes: 'may',
  panel: 'what the panel sees',
  own: 'exact figures of the services that the role is held for, else what the panel sees',
  all: 'exact figures of all services',
}

/** @example whoMay('get', '/api/v1/series') → { public: 'panel', …, 'service-lead': 'own', …, analyst: 'all' } */
export function whoMay(method: string, path: string): WhoMay {
  const right = rightAt(method, path.replaceAll(/\{(\w+)\}/g, ':$1'))
  return Object.fromEntries(allRoles.map((role) => [role, reachOf(role, right)]))
}

/** @example [['public, cabinet-author', 'what the panel sees'], ['analyst', 'exact figures of all services']] */
export function whoMayInWords(who: WhoMay): [roles: string, reach: string][] {
  const roles = Object.entries(who)
  return [...new Set(roles.map(([, reach]) => reach))].map((reach) => [
    roles
      .filter(([, one]) => one === reach)
      .map(([role]) => role)
      .join(', '),
    words[reach],
  ])
}
