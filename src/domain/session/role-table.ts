/**
 * What a role may do at one route. `no`: nothing. `yes`: all of it; it holds no figure. Of figures and texts: `panel`
 * gives what everybody may read; `own` also the exact ones of the services that the role is held for; `all` every
 * exact one.
 */
export type Reach = 'no' | 'yes' | 'panel' | 'own' | 'all'

/** In the order of the table's columns. */
export const allRoles: readonly string[] = [
  'public',
  'cabinet-author',
  'service-lead',
  'practice-lead',
  'director',
  'analyst',
]
type Row = readonly [Reach, Reach, Reach, Reach, Reach, Reach]

const everybody: Row = ['yes', 'yes', 'yes', 'yes', 'yes', 'yes']
const figures: Row = ['panel', 'panel', 'own', 'own', 'all', 'all']

/**
 * Role × resource × method × scope: the one table that sessions, routes, the API's document, the app and a test of
 * every route follow. A route without a row is not served. Decision 0059.
 */
export const roleTable = {
  //                                     public  cabinet  service practice director analyst
  'GET /': everybody,
  'GET /*': everybody,
  // beside links, where nobody knows who looks
  'GET /pictures/:edition/:file': ['panel', 'panel', 'panel', 'panel', 'panel', 'panel'],
  'GET /healthz': everybody,
  'GET /readyz': everybody,
  'GET /api/docs': everybody,
  'GET /api/openapi.json': everybody,
  'GET /session': everybody,
  'POST /session': everybody,
  'DELETE /session': everybody,
  'GET /session/sign-in': everybody,
  'GET /session/callback': everybody,
  'POST /session/signed-out': everybody,
  'GET /organisation': everybody,
  'GET /editions': everybody,
  'GET /editions/:n': everybody,
  'POST /editions/:n/withdraw': /*   */ ['no', 'no', 'no', 'no', 'no', 'all'],
  'GET /kpis': figures,
  'GET /series': figures,
  'GET /overview': figures,
  'GET /plan': figures,
  'GET /changes': figures,
  'GET /data-quality': figures,
  // which rule hid a figure says more of it than that it is hidden
  'GET /withheld': /*               */ ['no', 'no', 'own', 'own', 'all', 'all'],
  'GET /analysis': figures,
  'GET /signals': figures,
  'GET /actions': figures,
  'POST /actions': /*               */ ['no', 'no', 'own', 'own', 'all', 'all'],
  'PATCH /actions/:id': /*          */ ['no', 'no', 'own', 'own', 'all', 'all'],
  'confirm actions': /*             */ ['no', 'no', 'own', 'own', 'all', 'no'],
  'GET /commentary': figures,
  // what is released already and waits for its edition; of officers, drafts that are not
  'read drafts': /*                 */ ['no', 'panel', 'own', 'own', 'all', 'all'],
  'PUT /commentary': /*             */ ['no', 'no', 'own', 'own', 'all', 'all'],
  // nobody both releases a text and publishes the edition that it comes with: decision 0060
  'release texts': /*               */ ['no', 'no', 'own', 'own', 'all', 'no'],
  'POST /packs': /*                 */ ['no', 'yes', 'yes', 'yes', 'yes', 'yes'],
  'GET /packs/:id': everybody,
  // who did what; it holds no figure and no text
  'GET /audit': /*                  */ ['no', 'no', 'no', 'no', 'yes', 'yes'],
  'GET /audit/chain': /*            */ ['no', 'no', 'no', 'no', 'yes', 'yes'],
  // who is signed in, and an end to it: what the audit says of them, and no more
  'GET /sessions': /*               */ ['no', 'no', 'no', 'no', 'yes', 'yes'],
  'POST /sessions/end': /*          */ ['no', 'no', 'no', 'no', 'yes', 'yes'],
  'POST /exports': /*               */ ['no', 'no', 'yes', 'yes', 'yes', 'yes'],
  'GET /loads': /*                  */ ['no', 'no', 'no', 'no', 'no', 'yes'],
  'POST /loads': /*                 */ ['no', 'no', 'no', 'no', 'no', 'all'],
  'POST /loads/take-back': /*       */ ['no', 'no', 'no', 'no', 'no', 'all'],
  'GET /loads/:id': /*              */ ['no', 'no', 'no', 'no', 'no', 'all'],
  'GET /loads/:id/rows': /*         */ ['no', 'no', 'no', 'no', 'no', 'all'],
  // the app as a load would make it, whatever of it is read
  'GET /previews/:load/:audience': /**/ ['no', 'no', 'no', 'no', 'no', 'all'],
  'POST /loads/:id/publish': /*     */ ['no', 'no', 'no', 'no', 'no', 'all'],
  'POST /loads/:id/call-off': /*    */ ['no', 'no', 'no', 'no', 'no', 'all'],
  'GET /mappings': /*               */ ['no', 'no', 'no', 'no', 'no', 'yes'],
  'POST /mappings': /*              */ ['no', 'no', 'no', 'no', 'no', 'yes'],
  // rows of whoever's own files, shown back to them
  'POST /mappings/propose': /*      */ ['no', 'no', 'no', 'no', 'no', 'yes'],
  'GET /sources': /*                */ ['no', 'no', 'no', 'no', 'no', 'yes'],
  'POST /sources/:name/ask': /*     */ ['no', 'no', 'no', 'no', 'no', 'all'],
} as const satisfies Record<string, Row>

export type Right = keyof typeof roleTable

/** @example reachOf('service-lead', 'GET /series') → 'own'; 'no' for a role that is not known */
export function reachOf(role: string, right: Right): Reach {
  const place = allRoles.indexOf(role)
  const row: Row = roleTable[right]
  return place < 0 ? 'no' : (row[place] ?? 'no')
}

export function may(role: string, right: Right): boolean {
  return reachOf(role, right) !== 'no'
}

export function rolesWith(right: Right): string[] {
  return allRoles.filter((role) => may(role, right))
}
