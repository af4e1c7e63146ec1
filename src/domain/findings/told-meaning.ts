import { capital } from '../measures/letter-case.ts'
import { formatPeriod } from '../periods/labels.ts'
import type { ChangeState, ShiftInState } from './finding-state.ts'
import { besideItsLike, lastingWords, meaningTitles } from './finding-words.ts'
import { isHedged, type SpecialCauseMeaning, type ToldMeaning } from './meanings.ts'

/**
 * What every place says of a change whose type alone would say another thing than its title: one that the year or the
 * last figures speak against, a level that has lasted, and what was flagged among all that was tested. Null where the type says it all.
 *
 * @example above its range and below a year before → 'Worse than usual, but better than a year before'
 */
export function toldMeaning(change: ChangeState): ToldMeaning | null {
  switch (change.kind) {
    case 'special-cause':
      if (change.shift) return { kind: change.meaning, words: lastingTitle(change.meaning, change.shift) }
      return hedged(change.meaning)
    case 'by-method':
      return change.meaning === null ? null : hedged(change.meaning, change.isSeasonal)
    case 'flagged':
      return {
        kind: change.flag.meaning,
        words: capital(change.flag.title),
        direction: change.flag.direction,
      }
    case 'latest-missing':
    case 'not-judged':
    case 'no-limits':
    case 'common-cause':
      return null
  }
}

function hedged(kind: SpecialCauseMeaning, isSeasonal = false): ToldMeaning | null {
  return isHedged(kind) ? { kind, words: besideItsLike(meaningTitles[kind], isSeasonal) } : null
}

/** 'Real improvement, lasting since Mar 2024' */
export function lastingTitle(meaning: SpecialCauseMeaning, { since }: Pick<ShiftInState, 'since'>): string {
  return `${lastingWords[meaning].title}, lasting since ${formatPeriod(since)}`
}
