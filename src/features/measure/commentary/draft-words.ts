import { ApiError } from '../../../api/api-error.ts'
import type { Commentary } from '../../../api/commentary.ts'
import { formatNumber } from '../../../domain/measures/format.ts'

/** As the data service has it. */
export const longestComment = 1200
/** A reader of the pack takes in about this much beside a chart. */
const comfortable = 600

/** How much room is left, in words that can be read out. */
export function roomInWords(text: string): string {
  const length = text.trim().length
  const characters = (count: number) =>
    `${formatNumber(count, 0)} ${count === 1 ? 'character' : 'characters'}`
  if (length > longestComment) return `${characters(length - longestComment)} too many.`
  const left = `${characters(longestComment - length)} left.`
  return length > comfortable ? `${left} Long for a reader of the pack: four sentences are enough.` : left
}

/** What is wrong with a text before it is sent; null where it may go. */
export function faultOfText(text: string): string | null {
  const length = text.trim().length
  if (length === 0) return 'Write a comment first. To take a saved one back, delete the draft.'
  return length > longestComment ? `Shorten the comment: ${roomInWords(text)}` : null
}

/** What somebody has begun to write. */
export interface DraftWords {
  text: string
  release: Commentary['release']
  /** the version that the words set out from; null where there was none */
  read: number | null
}

/** What stands in the form before anything is written. */
export function wordsOf(saved: Commentary | null): DraftWords {
  return {
    text: saved?.text ?? '',
    release: saved?.release ?? 'officer',
    read: saved?.version ?? null,
  }
}

/** What this browser kept, where it still has the shape of words. */
export function readKeptWords(kept: unknown): DraftWords | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { text, release, read }: Partial<Record<keyof DraftWords, unknown>> = kept
  const isKnown =
    typeof text === 'string' &&
    (release === 'officer' || release === 'public') &&
    (read === null || typeof read === 'number')
  return isKnown ? { text, release, read } : null
}

/** Whether two say the same; spaces around are taken off when a text is saved. */
export function saysTheSame(words: Pick<DraftWords, 'text' | 'release'>, saved: Commentary | null): boolean {
  return saved !== null && saved.text === words.text.trim() && saved.release === words.release
}

/** Why nothing was saved, in plain words. A conflict has words of its own. */
export function failureInWords(error: Error, isKept: boolean): string {
  const kept = isKept ? ' Your words are kept on this device.' : ''
  if (!(error instanceof ApiError)) return `Something went wrong.${kept}`
  switch (error.kind) {
    case 'bad-request':
      return error.refusal.parameter === 'text'
        ? `The words were refused: they look as if they name a person (an NHS number, an email or home address, a date of birth, a name with Mr or Mrs), or hold characters that cannot be shown. Take those out and save again.${kept}`
        : `${error.message}${kept}`
    case 'forbidden':
      return `Your role may not write comments, or you have been signed out.${kept}`
    default:
      return `${error.message} Try again in a minute.${kept}`
  }
}
