import type { Store } from '../src/service/store.ts'
import type { Seen } from './audit/seen.ts'
import type { Database } from './db/database.ts'
import type { KeyedPosts } from './door/keyed-posts.ts'
import type { ReplyCache } from './replies/reply-cache.ts'
import type { AuthMode, Sessions } from './session/sessions.ts'
import type { Provider } from './sign-in/provider.ts'
import type { RolesFile } from './sign-in/roles-file.ts'

/** Who signs in by the council's own service, and what they are here. */
export interface SignIn {
  provider: Provider
  roles: RolesFile
}

/** What routes work with. */
export interface Services {
  database: Database
  /** what the API answers from */
  store: Store
  auth: AuthMode
  sessions: Sessions
  /** the council's own sign-in service; null where nobody signs in by one */
  signIn: SignIn | null
  replies: ReplyCache
  /** who read exact figures */
  seen: Seen
  /** the clock: the live log of actions alone knows today */
  now: () => Date
}

/** What routes that write work with. */
export interface WritingServices extends Services {
  posts: KeyedPosts
}
