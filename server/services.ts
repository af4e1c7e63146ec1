import type { Store } from '../src/service/store.ts'
import type { Database } from './db/database.ts'
import type { ReplyCache } from './replies/reply-cache.ts'
import type { AuthMode, Sessions } from './session/sessions.ts'

/** What routes work with. */
export interface Services {
  database: Database
  /** what the API answers from */
  store: Store
  auth: AuthMode
  sessions: Sessions
  replies: ReplyCache
  /** the clock: the live log of actions alone knows today */
  now: () => Date
}
