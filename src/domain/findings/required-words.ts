import { type RequiredChange, standingOfRequired } from '../forecast/required-change.ts'
import { formatDate } from '../periods/labels.ts'
import type { Frequency } from '../periods/period.ts'
import { paceSizeInWords } from './difference-words.ts'
import { targetValueInWords, type WordedMeasure } from './figure-words.ts'
import type { ParagraphContext } from './paragraph-context.ts'
import { decimalsApart } from './tell-apart.ts'

/**
 * How what is needed stands to the most that was ever kept up: decided by the figures themselves, before any is
 * rounded. `slightly-more`: more, by less than one decimal more than the measure has can show.
 */
type Standing = 'never-measured' | 'never-moved' | 'more' | 'slightly-more' | 'kept-before'

/** What a period would have to bring beside what was ever kept up, as it is shown everywhere. */
export interface RequiredPaces {
  standing: Standing
  needed: string
  /** null where no six periods are held, or none of them moved that way */
  best: string | null
  typical: string | null
  /** of the last six periods; left out where that is not known */
  latest?: string | null
}

/**
 * Needed and best with as many decimals as show which is more, one more than the measure has at most.
 * @example 3.33 and 3.17 days → '3.3 days' and '3.2 days', more; 3.34 and 3.33 → '3 days' each, slightly more
 */
export function requiredPaces(
  measure: WordedMeasure,
  { needed, best, typical, latest }: RequiredChange,
): RequiredPaces {
  const alone = paceSizeInWords(measure, needed)
  const standing = standingOfRequired({ needed, best })
  if (best === null || typical === null)
    return { standing: 'never-measured', needed: alone, best: null, typical: null }
  const apart = best > 0 ? decimalsApart(measure.decimals, needed, best, measure.decimals + 1) : null
  const shown = { ...measure, decimals: apart ?? measure.decimals }
  // beside the most that was kept up, which none of them exceeds: with the same decimals
  const moved = (pace: number) => (pace > 0 ? paceSizeInWords(shown, pace) : null)
  const usual = moved(typical)
  const ofLate = latest == null ? {} : { latest: moved(latest) }
  if (best <= 0) return { standing: 'never-moved', needed: alone, best: null, typical: usual }
  return {
    standing: standing === 'more' && apart === null ? 'slightly-more' : standing,
    needed: paceSizeInWords(shown, needed),
    best: paceSizeInWords(shown, best),
    typical: usual,
    ...ofLate,
  }
}

/**
 * What meeting the target by its date would take each period, beside what was kept up over six; of figures before a
 * change of definition nothing is said.
 *
 * @example 'To meet the target of 150 by 31 Mar 2026, the figure must come down by 26 a month. That is more than was
 * ever kept up over six months: 12 a month at most. The last six months brought 5 a month; a usual six months brings 4 a month.'
 */
export function requiredInWords(
  measure: WordedMeasure,
  target: number,
  frequency: Frequency,
  { required, targetDate, improvement, reach, caveats }: ParagraphContext,
): string[] {
  if (!required || targetDate === null || improvement === 'neutral' || required.needed <= 0) return []
  const shown = targetValueInWords(measure, target)
  const way = improvement === 'increase' ? 'go up' : 'come down'
  // the chances, told just before, have named target and date
  const isDateNamed = reach?.kind === 'chances' && reach.everBy !== null
  const goal = isDateNamed ? 'To meet it' : `To meet the target of ${shown} by ${formatDate(targetDate)}`
  const paces = requiredPaces(measure, required)
  const needed = `${goal}, the figure must ${way} by ${paces.needed} a ${frequency}.`
  const six = `six ${frequency}s`
  const since = caveats.breaks.length > 0 ? ' since the definition changed' : ''
  const brought = (pace: string | null) => (pace === null ? 'no move that way' : `${pace} a ${frequency}`)
  const both = (ofLate: string | null, typical: string | null) =>
    `The last ${six} brought ${brought(ofLate)}; a usual ${six} brings ${typical === null ? 'none' : brought(typical)}.`
  const usual =
    paces.latest === undefined
      ? `A usual ${six} brought ${brought(paces.typical)}.`
      : paces.latest === null && paces.typical === null
        ? `Neither the last ${six} nor a usual ${six} brought a move that way.`
        : paces.latest === paces.typical
          ? `The last ${six} brought ${brought(paces.latest)}, as a usual ${six} did.`
          : both(paces.latest, paces.typical)
  switch (paces.standing) {
    case 'never-measured':
      return [needed]
    case 'never-moved':
      return [needed, `It has not moved that way over any ${six}${since}.`]
    case 'more':
      return [
        needed,
        `That is more than was ever kept up over ${six}${since}: ${paces.best} a ${frequency} at most.`,
        usual,
      ]
    case 'slightly-more':
      return [needed, `That is slightly more than was ever kept up over ${six}${since}.`, usual]
    case 'kept-before':
      return [needed, `As much was kept up before: ${paces.best} a ${frequency} over ${six}.`, usual]
  }
}
