import type { Session } from '../../src/contract/session.ts'
import type { AuditSubject } from '../../src/domain/audit/deed.ts'
import { reachOf } from '../../src/domain/session/role-table.ts'
import type { Answer, Operation } from '../../src/service/operation.ts'
import { rightOf } from '../../src/service/refuse-by-role.ts'
import type { Store } from '../../src/service/store.ts'

/** The dictionary says what is counted, and holds no figure. */
const withoutFigures = new Set(['/kpis'])

/** Whether an answer holds exact figures, or texts that officers alone read. */
export function isExactReading(
  { method, path }: Operation,
  { role, audience }: Session,
  query: unknown,
  { caching }: Pick<Answer<object>, 'caching'>,
): boolean {
  const reach = reachOf(role, rightOf(method, path))
  return (
    method === 'get' &&
    (reach === 'own' || reach === 'all') &&
    audience === 'exact' &&
    // the protected set of an edition is kept by readers; today's log of it is not
    caching === 'no-store' &&
    valuesOf(query, 'audience')[0] !== 'protected' &&
    !withoutFigures.has(path)
  )
}

/**
 * The measures that a reading names, of them the asker's own where the role is held for services, since of the others
 * the panel's figures are given; else the page that reads it. Asked once it was answered: what is no measure was refused.
 *
 * @example '/series' with kpi=a and kpi=b → [{ kpi: 'a' }, { kpi: 'b' }]; '/overview' → [{ page: 'overview' }]
 */
export async function thingsSeen(
  { path }: Pick<Operation, 'path'>,
  { services }: Session,
  query: unknown,
  findOwnPart: Store['findOwnPart'],
): Promise<AuditSubject[]> {
  const kpis = valuesOf(query, 'kpi')
  if (kpis.length === 0) return [{ page: path.slice(1) }]
  const own = services ? await findOwnPart(services) : null
  return kpis.filter((kpi) => own === null || own.kpis.has(kpi)).map((kpi) => ({ kpi }))
}

function valuesOf(query: unknown, name: string): string[] {
  const given =
    typeof query === 'object' && query !== null ? new Map(Object.entries(query)).get(name) : undefined
  return [given].flat().filter((one) => typeof one === 'string')
}
