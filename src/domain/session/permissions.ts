import { may, type Right } from './role-table.ts'

/** How a session names what the table of roles gives. */
const names: Record<string, Right> = {
  load: 'POST /loads',
  publish: 'POST /loads/:id/publish',
  'write-actions': 'POST /actions',
  'confirm-actions': 'confirm actions',
  'write-commentary': 'PUT /commentary',
  release: 'release texts',
  // a pack that fits into its address needs no permission
  'store-packs': 'POST /packs',
  'read-audit': 'GET /audit',
}

/**
 * What a role may do, as the session names it. What it may read is another matter: its audience.
 *
 * @example permissionsOf('public') → []; permissionsOf('cabinet-author') → ['store-packs']
 */
export function permissionsOf(role: string): string[] {
  return Object.entries(names).flatMap(([name, right]) => (may(role, right) ? [name] : []))
}
