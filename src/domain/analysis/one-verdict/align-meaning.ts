import { isHedged, type SpecialCauseMeaning } from '../../findings/meanings.ts'
import { isPresent, type Observation } from '../../spc/observation.ts'

/** Three steps are between so many figures. */
const figuresOfLate = 4

/** What stands against the last figures, where rounding hides one of the three steps. */
const lately: Partial<Record<SpecialCauseMeaning, SpecialCauseMeaning>> = {
  'better-not-of-late': 'better-not-lately',
  'worse-not-of-late': 'worse-not-lately',
  'high-not-of-late': 'high-not-lately',
  'low-not-of-late': 'low-not-lately',
}

/**
 * What a change means to those who read published figures: never more than to those who read them as received, and
 * nothing that the published ones deny. Null where neither can be told: then nothing is said of change.
 *
 * @param own what the published figures say
 * @param exact what those received say
 * @param isUp which way the change itself goes
 * @example received: better than usual, worse three times running; published 92, 91, 91, 88 → better than usual, but
 * worse lately
 */
export function alignMeaning(
  own: SpecialCauseMeaning,
  exact: SpecialCauseMeaning,
  values: readonly Observation[],
  isUp: boolean,
): SpecialCauseMeaning | null {
  if (own === exact || isOfSide(own)) return own
  if (!isHedged(exact)) return isHedged(own) ? null : own
  if (isHedged(own)) return own
  const told = lately[exact]
  return told !== undefined && goesBack(values, isUp) ? told : null
}

/** No more than on which side of the usual it lies. */
function isOfSide(meaning: SpecialCauseMeaning): boolean {
  return isHedged(meaning) && !meaning.includes('-')
}

/** Whether the latest figure stands back from that of three steps before. */
function goesBack(values: readonly Observation[], isUp: boolean): boolean {
  const late = values.slice(-figuresOfLate)
  const [first, latest] = [late[0] ?? null, late.at(-1) ?? null]
  if (late.length < figuresOfLate || !isPresent(first) || !isPresent(latest)) return false
  return isUp ? latest < first : latest > first
}
