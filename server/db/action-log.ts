import { asc } from 'drizzle-orm'
import type { Action } from '../../src/domain/actions/action.ts'
import type { OwnPart } from '../../src/service/store.ts'
import type { Queries } from './database.ts'
import { isOwnAction } from './own-part.ts'
import type { AudienceTables } from './schema/versioned.ts'

/** The live log as one audience may read it, in the order of recording. */
export interface ActionLog {
  read: () => Promise<Action[]>
}

/** A log over one audience's table; it is given no other. */
export function createActionLog(
  queries: Queries,
  { action }: Pick<AudienceTables, 'action'>,
  own: OwnPart | null = null,
): ActionLog {
  return {
    async read() {
      const rows = await queries
        .select({ document: action.document })
        .from(action)
        .where(own ? isOwnAction(action.document, own) : undefined)
        .orderBy(asc(action.position))
      return rows.map(({ document }) => document)
    },
  }
}
