import { db } from '../db.ts'
import { failureOf } from './failing-kpis.ts'
import { readFailingResource } from './failing-resource.ts'

/** Has fail what an address asks to fail, and nothing else: see mocks/README.md. */
export function failAsAddressed({ pathname, hash }: Pick<URL, 'pathname' | 'hash'>): void {
  db.hasFailingKpis = failureOf(pathname.replace(/^\/kpis\//, '')) !== null
  db.failing = readFailingResource(hash)
}
