import { withQuery } from './paths.ts'

/** Addresses of the API that officers alone ask, apart from those of every first visit. */
export const officerPaths = {
  withheld: (edition: number, kpi: string) => withQuery('/withheld', { edition: String(edition), kpi }),
  recordAction: () => '/actions',
  action: (id: string) => `/actions/${encodeURIComponent(id)}`,
  commentaryDrafts: () => withQuery('/commentary', { edition: 'draft' }),
  writeCommentary: () => '/commentary',
  storePack: () => '/packs',
  withdrawEdition: (number: number) => `/editions/${number}/withdraw`,
  loads: () => '/loads',
  loadsWithRows: () => withQuery('/loads', { rows: 'shown' }),
  takeBack: () => '/loads/take-back',
  load: (id: string) => `/loads/${encodeURIComponent(id)}`,
  rowsOfLoad: (id: string) => `/loads/${encodeURIComponent(id)}/rows`,
  publishLoad: (id: string) => `/loads/${encodeURIComponent(id)}/publish`,
  callOffLoad: (id: string) => `/loads/${encodeURIComponent(id)}/call-off`,
  mappings: () => '/mappings',
  proposeMapping: () => '/mappings/propose',
  sources: () => '/sources',
  askSource: (name: string) => `/sources/${encodeURIComponent(name)}/ask`,
  askSourceWithRows: (name: string) => withQuery(officerPaths.askSource(name), { rows: 'shown' }),
  audit: (asked: Record<string, string | undefined>) => withQuery('/audit', asked),
  /** `head`: where it ended at some times */
  auditChain: (head: readonly string[] = []) => withQuery('/audit/chain', { head }),
  exports: () => '/exports',
  sessions: () => '/sessions',
  endSessions: () => '/sessions/end',
}
