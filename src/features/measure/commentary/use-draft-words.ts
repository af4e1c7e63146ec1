import { useState } from 'react'
import type { Commentary } from '../../../api/commentary.ts'
import { dropDraft, keepDraft, keptDraft } from '../../../stores/drafts.ts'
import { type DraftWords, readKeptWords, wordsOf } from './draft-words.ts'

export interface CommentPlace {
  kpi: string
  period: string
  authorRole: string
}

/** By role as well: whoever signs in next on this device sees nothing of it. */
function keptName({ kpi, period, authorRole }: CommentPlace): string {
  return `commentary:${authorRole}:${kpi}:${period}`
}

export function hasKeptWords(place: CommentPlace): boolean {
  return readKeptWords(keptDraft(keptName(place))) !== null
}

/** The words of the form: what this browser kept, else what is saved. Each change is kept at once. */
export function useDraftWords(place: CommentPlace, saved: Commentary | null) {
  const name = keptName(place)
  const [kept, setKept] = useState(() => readKeptWords(keptDraft(name)))
  const words = kept ?? wordsOf(saved)
  return {
    words,
    isUnsaved: kept !== null,
    write: (changes: Partial<DraftWords>) => {
      const next = { ...words, ...changes }
      setKept(next)
      keepDraft(name, next)
    },
    discard: () => {
      setKept(null)
      dropDraft(name)
    },
  }
}
