import type { SuccessState } from './judge-success.ts'

/** What has become of a promise, without its particulars. */
export const successKinds = [
  'none',
  'judged-by-board',
  'unknown',
  'met',
  'met-again',
  'not-sustained-yet',
  'not-met',
  'lost',
  'missed',
  'so-far',
] as const satisfies SuccessState['kind'][]
