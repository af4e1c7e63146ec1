import type { FigureHistory, OwnPart } from '../../src/service/store.ts'
import { type ActionLog, createActionLog } from './action-log.ts'
import type { Queries } from './database.ts'
import { createEditionReader, type WholeSetReader } from './edition-reader.ts'
import { createFigureHistory } from './figure-history.ts'
import { exactTables } from './schema/exact.ts'

/** Reads what signed-in officers may see of an edition; of a part nothing else. */
export function openExactReader(
  queries: Queries,
  edition: number,
  own: OwnPart | null = null,
): WholeSetReader {
  return createEditionReader(queries, 'exact', exactTables, edition, own)
}

/** Reads how those figures came to be what they are. */
export function openExactHistory(
  queries: Queries,
  edition: number,
  own: OwnPart | null = null,
): FigureHistory {
  return createFigureHistory(queries, exactTables, edition, own)
}

/** Reads the live log of actions as officers may see it. */
export function openExactLog(queries: Queries, own: OwnPart | null = null): ActionLog {
  return createActionLog(queries, exactTables, own)
}
