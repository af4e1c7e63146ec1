import { queryOptions } from '@tanstack/react-query'
import { type AuditReply, type AuditRow, mostAuditRows } from '../contract/audit.ts'
import { officerPaths } from '../contract/officer-paths.ts'
import type { Deed } from '../domain/audit/deed.ts'
import { getJson } from './client.ts'

/** Which rows: of a deed, between two days, of somebody; before a row. */
export interface AskedOfAudit {
  deed?: Deed | undefined
  from?: string | undefined
  to?: string | undefined
  who?: string | undefined
  before?: string | undefined
}

/** A page of the audit, newest first. */
export const auditQuery = (asked: AskedOfAudit) =>
  queryOptions({
    // the audience stands where signing out looks for it
    queryKey: ['audit', asked, 'exact'],
    queryFn: ({ signal }) =>
      getJson(officerPaths.audit({ ...asked }), ({ AuditReply }) => AuditReply, signal),
  })

/** Reads the whole audit on the service's side. */
export const auditChainQuery = () =>
  queryOptions({
    queryKey: ['audit', 'chain', 'exact'],
    queryFn: ({ signal }) =>
      getJson(officerPaths.auditChain(), ({ AuditChainReply }) => AuditChainReply, signal),
  })

/** Every row that is asked for, a page after another; those that come meanwhile are not among them. */
export async function readWholeAudit(asked: AskedOfAudit): Promise<AuditRow[]> {
  const rows: AuditRow[] = []
  for (let before = asked.before; ; ) {
    const path = officerPaths.audit({ ...asked, before, limit: String(mostAuditRows) })
    const page: AuditReply = await getJson(path, ({ AuditReply }) => AuditReply)
    rows.push(...page.rows)
    if (page.next === null) return rows
    before = String(page.next)
  }
}

export type { AuditReply, AuditRow }
