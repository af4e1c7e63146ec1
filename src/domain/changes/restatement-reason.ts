import type { Intervention } from '../plans/plan.ts'

const fillerWords = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'the', 'to', 'with'])

/** Words by which a note says that it speaks of a restatement. */
const restates = /\b(restat|revis|correct|replac|recount|amend)/i

/**
 * Why a measure's figure was restated: the sentence of the edition's note that names the measure and speaks of
 * a restatement, else the reason of a change of definition or baseline that was recorded with it. Null where
 * neither is there: a note about another measure is never taken for a reason.
 *
 * @example 'Personal assistants on register', 'Personal assistants on the register in the quarter January to
 * March 2025 are restated, fewer than before: registrations that had lapsed were counted.' → that sentence
 */
export function restatementReason(
  measure: { id: string; name: string },
  note: string | null,
  recorded: readonly Pick<Intervention, 'kpi' | 'kind' | 'reason'>[],
): string | null {
  const sentence = sentencesOf(note ?? '').find(
    (one) => restates.test(one) && namesMeasure(one, measure.name),
  )
  if (sentence) return sentence
  const change = recorded.find(({ kpi, kind }) => kind !== 'band' && (kpi === null || kpi === measure.id))
  return change?.reason ?? null
}

function sentencesOf(note: string): string[] {
  return note.split(/(?<=[.!?])\s+/).filter(Boolean)
}

/** Every word of the name stands in the sentence, in whatever order. */
function namesMeasure(sentence: string, name: string): boolean {
  const said = new Set(wordsOf(sentence))
  const wanted = wordsOf(name).filter((word) => !fillerWords.has(word))
  return wanted.length > 0 && wanted.every((word) => said.has(word))
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
