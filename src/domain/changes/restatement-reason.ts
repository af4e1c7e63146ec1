import { lastMonthOf } from '../periods/period.ts'
import type { RecordedChange } from './record-changes.ts'

const fillerWords = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'the', 'to', 'with'])

/** Words by which a note says that it speaks of a restatement. */
const restates = /\b(restat|revis|correct|replac|recount|amend)/i

/** 'is not restated', 'was never corrected', 'no revision': whatever it tells, it is why nothing was replaced. */
const deniesIt = /\b(not|never|no)\s+(\w+\s+)?(restat|revis|correct|replac|recount|amend)/i

interface NamedMeasure {
  id: string
  name: string
}

/**
 * Why a measure's figure was restated: the sentence of the edition's note that names the measure and speaks of
 * a restatement, else the reason of a change of definition that was recorded with it and covers the period. Null where
 * neither is there: a note about another measure is never taken for a reason, nor are limits that start again, which
 * replace no figure.
 *
 * @param others every measure of the editions: where one name holds another, the sentence is about the longer
 * @example 'Personal assistants on register', 'Personal assistants on the register in the quarter January to
 * March 2025 are restated, fewer than before: registrations that had lapsed were counted.' → that sentence
 */
export function restatementReason(
  { measure, period }: { measure: NamedMeasure; period: string },
  note: string | null,
  recorded: readonly Pick<RecordedChange, 'kpi' | 'kind' | 'change' | 'start' | 'reason'>[],
  others: readonly NamedMeasure[],
): string | null {
  const sentence = sentencesOf(note ?? '').find(
    (one) => restates.test(one) && !deniesIt.test(one) && isAbout(one, measure, others),
  )
  if (sentence) return sentence
  const change = recorded.find(
    ({ kpi, kind, change, start }) =>
      kind === 'definition-break' &&
      change !== 'withdrawn' &&
      (kpi === null || kpi === measure.id) &&
      start.slice(0, 7) <= lastMonthOf(period),
  )
  return change?.reason ?? null
}

function sentencesOf(note: string): string[] {
  return note.split(/(?<=[.!?])\s+/).filter(Boolean)
}

/** Its name stands in the sentence, and not only as a part of a longer name that stands there. */
function isAbout(sentence: string, measure: NamedMeasure, others: readonly NamedMeasure[]): boolean {
  const said = wordsOf(sentence)
  if (!holdsAll(said, namedBy(measure))) return false
  const longer = others.filter(
    (other) =>
      other.id !== measure.id &&
      namedBy(other).length > namedBy(measure).length &&
      holdsAll(namedBy(other), namedBy(measure)) &&
      holdsAll(said, namedBy(other)),
  )
  return longer.every((other) => holdsAll(without(said, namedBy(other)), namedBy(measure)))
}

/** Every word of a name, in whatever order. */
function holdsAll(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.length > 0 && wanted.every((word) => words.includes(word))
}

/** What is left of some words where a name that they hold is taken out once. */
function without(words: readonly string[], name: readonly string[]): string[] {
  return name.reduce<string[]>(
    (left, word) => {
      const place = left.indexOf(word)
      return place < 0 ? left : left.toSpliced(place, 1)
    },
    [...words],
  )
}

function namedBy({ name }: NamedMeasure): string[] {
  return wordsOf(name).filter((word) => !fillerWords.has(word))
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
