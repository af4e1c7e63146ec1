import type { Role, Session } from '../src/contract/session.ts'
import { buildDemoPublications, demoOrganisation } from '../src/demo/demonstration.ts'
import type { Action } from '../src/domain/actions/action.ts'
import type { AuditLink } from '../src/domain/audit/chain.ts'
import type { CommentaryDraft } from '../src/domain/commentary/commentary.ts'
import type { Withdrawal } from '../src/domain/editions/publication.ts'
import type { PackAsStored } from '../src/domain/packs/stored-form.ts'
import { describeSession } from '../src/service/session.ts'
import { type EditionTables, openTables, type Published, publishEach } from './edition-tables.ts'
import type { Failure } from './failures/fail.ts'

/** What readers may change: the live log of actions, and drafts of commentary. */
export interface Writings {
  actions: Action[]
  /** what the newest edition released of them, without what was taken back since */
  released: Action[]
  /** what senders called their recordings */
  actionKeys: Map<string, string>
  drafts: CommentaryDraft[]
  packs: Map<string, PackAsStored>
  /** by number of the edition */
  withdrawals: Map<number, Withdrawal>
  audit: AuditLink[]
}

export interface FailingResource {
  resource: string
  failure: Failure
}

/**
 * The one mock backend: in-memory tables of the demonstration, for development and tests alike.
 * Only who is signed in, what was written and what fails can change; `reset` puts all of it back.
 */
export const db = {
  organisation: demoOrganisation,
  role: 'public' as Role,
  /** a resource that fails, for whoever wants to see that screen */
  failing: null as FailingResource | null,
  hasFailingKpis: false,
  get tables(): EditionTables {
    tables ??= openTables(publish(), demoOrganisation.name)
    return tables
  },
  get writings(): Writings {
    writings ??= {
      actions: [...db.tables.readActions(db.tables.editions.length, 'exact')],
      released: [...db.tables.readActions(db.tables.editions.length, 'protected')],
      actionKeys: new Map(),
      drafts: [],
      packs: new Map(),
      withdrawals: new Map(),
      audit: [],
    }
    return writings
  },
  reset() {
    db.role = 'public'
    writings = undefined
    db.failing = null
    db.hasFailingKpis = false
  },
}

// built once, at the first reading: the same figures every time, so nothing needs to put them back
let publish = (): Published => publishEach(buildDemoPublications())
let tables: EditionTables | undefined
let writings: Writings | undefined

/** Reads what was published elsewhere from now on, where nothing has been read yet. */
export function readPublished(read: () => Published): void {
  publish = read
}

export function currentSession(): Session {
  return describeSession({ role: db.role, services: null }, { canChooseRole: true })
}
