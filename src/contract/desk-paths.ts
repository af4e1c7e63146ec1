import { withQuery } from './paths.ts'

/** Addresses of the API for those who work with the service, apart from those that every first visit asks. */
export const deskPaths = {
  withdrawEdition: (number: number) => `/editions/${number}/withdraw`,
  loads: () => '/loads',
  load: (id: string) => `/loads/${encodeURIComponent(id)}`,
  publishLoad: (id: string) => `/loads/${encodeURIComponent(id)}/publish`,
  audit: (asked: Record<string, string | undefined>) => withQuery('/audit', asked),
  /** `head`: where it ended at some times */
  auditChain: (head: readonly string[] = []) => withQuery('/audit/chain', { head }),
  exports: () => '/exports',
}
