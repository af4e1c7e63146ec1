import { timeInWords } from '../periods/time-in-words.ts'

/** A source as whoever may load is told of it. */
export interface SourceState {
  name: string
  kind: 'folder' | 'address' | 'query' | 'dashboard'
  askedAt: string | null
  outcome: 'came' | 'refused' | 'unchanged' | 'failed' | null
  words: string | null
  cameAt: string | null
  nextAt: string | null
  isBeingAsked: boolean
}

const kinds: Record<SourceState['kind'], string> = {
  folder: 'a folder',
  address: 'a file at an address',
  query: 'a query of a database',
  dashboard: 'the dashboard of another place',
}

/** @example 'case-system, a folder' */
export function nameSource({ name, kind }: Pick<SourceState, 'name' | 'kind'>): string {
  return `${name}, ${kinds[kind]}`
}

/** When it was asked last and what came of it, when files came last, and when it is asked next: the same at the desk and in the command line. */
export function tellSource(source: SourceState, timezone: string): string[] {
  const { askedAt, outcome, words, cameAt, nextAt, isBeingAsked } = source
  const at = (instant: string) => timeInWords(instant, timezone)
  const isOfNow = outcome === 'came' || outcome === 'refused'
  return [
    askedAt === null ? 'Not asked yet.' : `Asked on ${at(askedAt)}. ${words ?? ''}`.trim(),
    ...(cameAt !== null && !isOfNow ? [`New files came last on ${at(cameAt)}.`] : []),
    isBeingAsked
      ? 'It is being asked now.'
      : nextAt === null
        ? 'It is asked by itself while the service runs.'
        : `It is asked next on ${at(nextAt)} (${timezone}).`,
  ]
}
