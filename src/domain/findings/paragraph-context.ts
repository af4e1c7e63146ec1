import type { ReachedTarget } from '../forecast/reached-target.ts'
import type { RequiredChange } from '../forecast/required-change.ts'
import type { Course } from './course.ts'
import type { DoubtedFigures } from './doubted-words.ts'

/**
 * What a paragraph may say beside its finding. Every part can be absent: null where it was not worked out, and then
 * nothing is said of it.
 */
export interface ParagraphContext {
  /** mean and limits of the stretch that the latest figure is in; null where no limits are drawn */
  usualRange: {
    mean: number
    lower: number
    upper: number
    isTrial: boolean
    /** how many figures lie within, where those are too few: the limits mix levels, and are told as limits alone */
    mixed?: { within: number; of: number } | null
  } | null
  /** figures that stand far outside all others; null where there are none */
  doubted: DoubtedFigures | null
  /** how figures came to where they have stood since limits started again */
  course: Course | null
  /** where the latest figure stands on the plan; the months are null where the plan never holds this value */
  plan: { gap: number; planned: number; monthsAhead: number | null } | null
  reach: ReachedTarget | null
  /** rounding hides on which side of the target the latest figure lies */
  isSideHidden: boolean
  /** by when the target was promised, as a date */
  targetDate: string | null
  required: RequiredChange | null
  /** which way is good, for the words of the required change */
  improvement: 'increase' | 'decrease' | 'neutral'
  caveats: Caveats
}

export interface Caveats {
  /** the protected set rounds its figures */
  isRounded: boolean
  /** a newer figure was due and has not come */
  isOverdue: boolean
  /** changes of definition within the figures: title and date */
  breaks: readonly { date: string; title: string }[]
  /** a new level was recorded within the figures that can be compared; left out where none was */
  hasRecordedLevel?: boolean
}

/** A bare subject: nothing known but its figures. */
export const bareContext: ParagraphContext = {
  usualRange: null,
  doubted: null,
  course: null,
  plan: null,
  reach: null,
  isSideHidden: false,
  targetDate: null,
  required: null,
  improvement: 'neutral',
  caveats: { isRounded: false, isOverdue: false, breaks: [] },
}
