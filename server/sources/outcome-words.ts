import type { Load } from '../../src/contract/loads.ts'
import { TooManyFilesError } from '../loads/receive-files.ts'
import { describeError } from '../log/loggable-error.ts'
import { wordsFor } from '../words-for-people.ts'
import { SourceError } from './source-error.ts'

/** What came and was checked, in whole sentences. */
export function tellCame(load: Load, files: number): string {
  const what = files === 1 ? 'A file came' : `${files} files came`
  if (load.state !== 'rejected')
    return `${what} and can be published. Nothing is until you do: take it, and look at what would change.`
  const errors = load.problems.filter(({ severity }) => severity === 'error').length
  const were = errors === 1 ? 'one error was' : `${errors} errors were`
  return `${what}, and ${were} found: nothing of it can be published. Look at ${errors === 1 ? 'it' : 'them'}, and have it put right where the files are made, or in the mapping.`
}

/** What became of the same files before: how the load that was made of them stands. */
export type Before = 'waiting' | 'refused' | 'superseded' | 'gone' | { edition: number }

export function tellUnchanged(before: Before): string {
  if (typeof before === 'object') return `Nothing new: what it has is published as edition ${before.edition}.`
  switch (before) {
    case 'waiting':
      return 'Nothing new: the files that came before wait to be published.'
    case 'refused':
      return 'Nothing new: it has the files in which errors were found.'
    case 'superseded':
      return 'Nothing new, but an edition was published since its files were checked. Ask now to have them checked again.'
    case 'gone':
      return 'Nothing new, and its files are not kept any more. Ask now to have them checked again.'
  }
}

/** Why nothing came. Of what nobody foresaw, kind and place alone are told. */
export function tellFailed(error: unknown): string {
  const why =
    wordsFor(error, [SourceError, TooManyFilesError]) ?? `it could not be finished: ${describeError(error)}`
  return `Nothing was taken: ${/[.?]$/.test(why) ? why : `${why}.`} What came before stands.`
}
