import type { ChainHead } from '../../src/domain/audit/chain.ts'
import { writeHead } from '../../src/domain/audit/chain-head.ts'
import type { Application } from '../application.ts'

/**
 * Writes where the audit ends into the log, at its usual level: kept elsewhere than the database, it tells later of an
 * end that was cut off.
 */
export function logHead(app: Application, head: ChainHead): void {
  app.log.warn({ auditHead: writeHead(head) }, 'published')
}
