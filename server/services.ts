import type { Database } from './db/database.ts'
import type { ReplyCache } from './replies/reply-cache.ts'
import type { AuthMode, Sessions } from './session/sessions.ts'
import type { EditionViews } from './session/views.ts'

/** What routes work with. */
export interface Services {
  database: Database
  auth: AuthMode
  sessions: Sessions
  views: EditionViews
  replies: ReplyCache
  /** the clock: the live log of actions alone knows today */
  now: () => Date
}
