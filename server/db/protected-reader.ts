import type { FigureHistory } from '../../src/service/store.ts'
import { type ActionLog, createActionLog } from './action-log.ts'
import type { Queries } from './database.ts'
import { createEditionReader, type WholeSetReader } from './edition-reader.ts'
import { createFigureHistory } from './figure-history.ts'
import { protectedTables } from './schema/protected.ts'

/** Reads what everybody may see of an edition. This file names no exact table and imports nothing that does. */
export function openProtectedReader(queries: Queries, edition: number): WholeSetReader {
  return createEditionReader(queries, 'protected', protectedTables, edition)
}

/** Reads how those figures came to be what they are. */
export function openProtectedHistory(queries: Queries, edition: number): FigureHistory {
  return createFigureHistory(queries, protectedTables, edition)
}

/** Reads the live log of actions as everybody may see it. */
export function openProtectedLog(queries: Queries): ActionLog {
  return createActionLog(queries, protectedTables)
}
