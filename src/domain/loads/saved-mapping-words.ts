import { timeInWords } from '../periods/time-in-words.ts'

/** A saved mapping as whoever may load is told of it. */
export interface SavedMappingState {
  version: number
  /** null where it was put away */
  mapping: object | null
  who: string
  at: string
  used: { at: string; version: number } | null
}

/** Since when it stands and by whom, and when it was used last: the same at the desk and in the command line. */
export function tellSavedMapping(
  { version, mapping, who, at, used }: SavedMappingState,
  timezone: string,
): string[] {
  const time = (instant: string) => timeInWords(instant, timezone)
  const since =
    mapping === null
      ? `Put away on ${time(at)} by ${who}: no file is recognised by it.`
      : `Version ${version}, saved on ${time(at)} by ${who}.`
  const use = used
    ? `Files were last read by it on ${time(used.at)}${used.version === version ? '' : `, by version ${used.version}`}.`
    : 'The log of loads knows of no files that were read by it.'
  return [since, use]
}

/** What happens when a name is put away. */
export const putAwayConsequences: readonly string[] = [
  'Files are not recognised by it any more: next month’s is asked about again, or read by another mapping.',
  'What was loaded by it stays as it is, and a load that waits is still read by the version that it was checked with.',
  'Its versions are kept. To have it back, save it again under its name: its JSON, which can be downloaded before, says all of it.',
]
