import type { BrokenLink } from './chain.ts'
import type { AuditEntry, AuditSubject, Deed } from './deed.ts'

export const deedWords: Record<Deed, string> = {
  loaded: 'Files loaded',
  previewed: 'Checked load opened again',
  published: 'Edition published',
  'time-set': 'Publication set for a time',
  'called-off': 'Publication at a time called off',
  'time-passed': 'Not published at its time',
  'mapping-saved': 'Mapping saved',
  'mapping-put-away': 'Mapping put away',
  withdrawn: 'Edition withdrawn',
  exported: 'Taken out as a file',
  'exact-seen': 'Exact figures seen',
  'action-recorded': 'Action recorded',
  'action-changed': 'Action changed',
  'action-released': 'Action released',
  'comment-written': 'Comment written',
  'comment-released': 'Comment released',
  'comment-removed': 'Comment taken back',
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
  'role-chosen': 'Role chosen',
  'sessions-ended': 'Sessions of others ended',
}

export const outcomeWords: Record<AuditEntry['outcome'], string> = {
  done: 'done',
  rejected: 'rejected: the files had errors',
}

const subjectWords: [keyof AuditSubject, string][] = [
  ['edition', 'edition'],
  ['load', 'load'],
  ['kpi', 'measure'],
  ['period', 'period'],
  ['action', 'action'],
  ['page', 'page'],
  ['form', 'as'],
]

/** @example { edition: 6, load: 'a1' } → 'edition 6, load a1'; {} → '' */
export function subjectInWords(about: AuditSubject): string {
  return subjectWords
    .flatMap(([key, word]) => (about[key] === undefined ? [] : [`${word} ${about[key]}`]))
    .join(', ')
}

/** @example { place: 3, at: null, why: 'gap' } → 'Row 3 is missing.' */
export function brokenInWords({ place, at, why }: BrokenLink): string {
  switch (why) {
    case 'gap':
      return `Row ${place} is missing.`
    case 'cut':
      return `Row ${place} and those after it are missing: a head written down elsewhere stands beyond the end.`
    case 'changed':
      return `Row ${place}${at === null ? '' : `, of ${at},`} is not what was written there: it, or the row before it, was changed.`
  }
}
