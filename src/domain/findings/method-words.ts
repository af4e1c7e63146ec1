import { apart } from '../measures/apart.ts'
import { formatNumber, numberInWords } from '../measures/format.ts'
import { capital } from '../measures/letter-case.ts'
import type { Movement } from '../movement/find-movement.ts'
import { type DatedFigures, isPaused, movementInWords } from '../movement/movement-words.ts'
import { stepOf } from '../movement/step-of.ts'
import { formatPeriod } from '../periods/labels.ts'
import { frequencyOf } from '../periods/period.ts'
import type { SignKind } from '../spc/attribute/read-latest.ts'
import type { Side } from '../spc/rules.ts'
import { sizeInWords } from './comparison-words.ts'
import { evidence } from './evidence-words.ts'
import type { WordedMeasure } from './figure-words.ts'
import { decimalsApart, roundTo } from './tell-apart.ts'

/**
 * The figures themselves, what each month added, the share that a category has of all cases, or figures beside those
 * of the same month in other years.
 */
export type SeenOf = 'figures' | 'gains' | 'shares' | 'season'

const nouns: Record<Exclude<SeenOf, 'season'>, readonly [one: string, many: string]> = {
  figures: ['figure', 'figures'],
  gains: ['gain', 'gains'],
  shares: ['share of cases', 'shares of cases'],
}

/** What a method sees in a series that limits of single figures do not suit. */
export type Seen =
  | { kind: 'nothing' }
  /** a sign of its chart; `gains` are what each month added */
  | { kind: SignKind; side: Side; start: number; figures: number; of: SeenOf }
  /** how a list has moved as a person sees it, and whether chance alone would not move it so */
  | { kind: 'movement'; movement: Movement; isBeyondChance: boolean }
  /** where it has gone over its latest changes, beyond chance, with no movement plain to the eye */
  | { kind: 'moved'; movement: Movement; changes: number }
  /** the difference from a year before, in percentage points, between which it lies */
  | { kind: 'year'; lower: number; upper: number }

/** Where limits or figures start anew, "no evidence" is said of what came since, and of nothing before. */
export function nothingSince(period: string): SeenInWords {
  const since = `since ${formatPeriod(period)}`
  return {
    clause: `${evidence.none.clause} ${since}`,
    title: `${evidence.none.title} ${since}`,
    rule: nothingSeen,
    isWholeTitle: true,
  }
}

/** Of figures that rise and fall with the year, where that is all they do. */
export const nothingForTheSeason: SeenInWords = {
  clause: `${evidence.none.clause} for the time of year`,
  title: `${evidence.none.title} for the time of year`,
  rule: 'Beside the same months of other years, nothing in the latest figures stands out from chance.',
  none: `${evidence.none.title} for the time of year`,
  isWholeTitle: true,
}

export interface SeenInWords {
  /** after the evidence and a colon; of what shows no evidence, in its place */
  clause: string
  /** after a title and a colon, in a few words */
  title: string
  /** as a sentence: what is behind the verdict */
  rule: string
  /** how a list has moved is a title of its own */
  isWholeTitle?: boolean
  /** what there is no evidence of, where that is less than "real change": a list has moved, and may have stopped */
  none?: string
  /** how many figures are said to show it; left out where that is not told */
  figures?: number
  /** no more than the side of the usual on which it lies, which a meaning of "higher than usual" says already */
  isOfLevel?: boolean
}

/**
 * What is seen, in words; null where that is nothing, and evidence alone is told: of figures that follow the time of
 * year, evidence for the time of year.
 */
export function seenInWords(
  measure: WordedMeasure,
  figures: DatedFigures,
  seen: Seen,
  isSeasonal = false,
): SeenInWords | null {
  switch (seen.kind) {
    case 'nothing':
      return isSeasonal ? nothingForTheSeason : null
    case 'movement':
      return ofMovement(measure, figures, seen.movement, seen.isBeyondChance)
    case 'moved':
      return ofMoved(measure, figures, seen)
    case 'year':
      return ofYear(seen)
    case 'outside':
    case 'trend':
    case 'near':
    case 'side':
    case 'level':
    case 'climb':
      return { ...ofSign(seen), figures: seen.figures }
  }
}

/** What stands behind "no evidence" where nothing is seen. */
export const nothingSeen = 'Nothing in the latest figures stands out from chance.'

/** Where no more than its direction may be told; of figures that add up, that of what each month added. */
export function awayInWords(direction: 1 | -1, isAdded = false, isSeasonal = false): SeenInWords {
  if (isAdded) {
    const words = `${direction > 0 ? 'more' : 'less'} added than usual`
    return { clause: words, title: words, rule: `${capital(words)} in the latest months.` }
  }
  const words = `${direction > 0 ? 'higher' : 'lower'} than usual${isSeasonal ? ' for the time of year' : ''}`
  return {
    clause: `the figure is ${words}`,
    title: words,
    rule: `The latest figure is ${words}.`,
    isOfLevel: true,
  }
}

function ofMovement(
  measure: WordedMeasure,
  figures: DatedFigures,
  movement: Movement,
  isBeyondChance: boolean,
): SeenInWords {
  const { clause, title } = movementInWords(measure, figures, movement)
  if (isBeyondChance) {
    return {
      clause,
      title,
      isWholeTitle: true,
      figures: movement.to - movement.from,
      rule: `Its changes from figure to figure, taken together, go ${wayOf(movement.direction)} by more than chance moves such ${isCount(measure) ? 'a list' : 'figures'}.`,
    }
  }
  const doubt = doubtOf(measure, figures, movement)
  return {
    clause: `${clause}; ${doubt.clause}`,
    title: `${title}${doubt.title}`,
    rule: `${capital(doubt.clause)}.`,
    isWholeTitle: true,
    ...(hasEnded(movement) ? { none: `No evidence of a further ${nounOf(movement)}` } : {}),
  }
}

/** What carries over from figure to figure is a list where it counts people; a share of a survey is none. */
const isCount = ({ unit }: WordedMeasure) => unit === 'count'

const nounOf = ({ direction }: Movement) => (direction > 0 ? 'rise' : 'fall')

/** It went a way that is plain beside its noise: what was asked of its latest changes is whether it goes on. */
function hasEnded({ kind }: Movement): boolean {
  return kind !== 'going-on' && kind !== 'come-back'
}

/** A movement that shows no more than chance does says so by itself, as a clause and within its title. */
function doubtOf(
  measure: WordedMeasure,
  figures: DatedFigures,
  movement: Movement,
): { clause: string; title: string } {
  const noun = nounOf(movement)
  if (isPaused(figures, movement)) {
    return { clause: `so few figures do not tell whether the ${noun} has ended`, title: ': too few to tell' }
  }
  switch (movement.kind) {
    case 'going-on':
      return {
        clause: `${isCount(measure) ? 'a list' : 'such figures'} can move so far by chance`,
        title: '; may be chance',
      }
    case 'come-back':
      return {
        clause: 'that it has come back may be chance',
        title: '; may be chance',
      }
    case 'levelled':
    case 'halted':
      return {
        clause: `there is no evidence of a further ${noun}`,
        title:
          movement.figuresSince === 0 && !movement.hadEnded
            ? '; may be chance'
            : movement.figuresSince === 0 || stepOf(figures.values, movement)
              ? // a step that noise does not make is told of it, and is not taken back
                `; no evidence of a further ${noun}`
              : '; no evidence of change',
      }
    case 'turned-back':
      return {
        clause: `there is no evidence of a further ${noun}`,
        title: `; the ${movement.direction > 0 ? 'fall' : 'rise'} may be chance`,
      }
  }
}

function ofMoved(
  measure: WordedMeasure,
  figures: DatedFigures,
  { movement, changes }: Extract<Seen, { kind: 'moved' }>,
): SeenInWords {
  const was = figures.values[movement.from]
  const is = figures.values[movement.to]
  const moved = apart(measure, (is ?? 0) - (was ?? 0), was ?? 0)
  const size = sizeInWords(moved.measure, moved.by)
  const way = wayOf(movement.direction)
  const unit = frequencyOf(figures.periods[0] ?? '') ?? 'month'
  const isUnbroken = movement.to - movement.from === changes
  const when =
    changes === 1 && isUnbroken
      ? `in the last ${unit}`
      : changes <= 12 && isUnbroken
        ? `in the last ${numberInWords(changes)} ${unit}s`
        : `since ${formatPeriod(figures.periods[movement.from] ?? '')}`
  return {
    clause: `${way} by ${size} ${when}, more than chance moves such a list`,
    title: `${way} by ${size} ${when}`,
    isWholeTitle: true,
    figures: changes,
    rule: `It went ${way} by ${size} ${when}, more than chance moves such a list.`,
  }
}

/** Null where no difference is told: evidence stands alone then. */
export function yearWithoutBounds({ lower, upper }: Extract<Seen, { kind: 'year' }>): SeenInWords | null {
  if (lower <= 0 && upper >= 0) return null
  const side = lower > 0 ? 'higher' : 'lower'
  const clause = `the figure is ${side} than a year before by more than chance would explain`
  return { clause, title: `${side} than a year before`, rule: `${capital(clause)}.` }
}

function ofYear(seen: Extract<Seen, { kind: 'year' }>): SeenInWords {
  // finer where rounding would hide on which side of no difference an end lies
  const decimals = Math.max(...[seen.lower, seen.upper].map((end) => decimalsApart(0, end, 0, 2) ?? 0))
  const [lower, upper] = [seen.lower, seen.upper].map((end) => signed(end, decimals))
  const rule = `Allowing for chance, the difference from a year before lies between ${lower} and ${upper} percentage points.`
  const told = yearWithoutBounds(seen) ?? {
    clause: `${evidence.none.clause} from a year before`,
    title: evidence.none.title,
  }
  return { ...told, rule }
}

function signed(value: number, decimals: number): string {
  const shown = formatNumber(value, decimals)
  return value > 0 && roundTo(value, decimals) > 0 ? `+${shown}` : shown
}

function ofSign({ kind, side, figures, of }: Extract<Seen, { kind: SignKind }>): SeenInWords {
  const count = numberInWords(figures)
  if (of === 'season') return ofSeasonalSign(kind, side, count)
  const [one, many] = nouns[of]
  const comparative = side > 0 ? 'higher' : 'lower'
  const together = figures === 1 ? `the latest ${one} is` : `the last ${count} ${many}, taken together, are`
  const togetherTitle = figures === 1 ? `latest ${one}` : `last ${count} ${many}`
  switch (kind) {
    case 'outside':
      return inForms(
        `the latest ${one} is ${comparative} than chance would explain`,
        `latest ${one} ${comparative} than chance explains`,
      )
    case 'near':
      return inForms(
        `two of the last three ${many} are far ${side > 0 ? 'above' : 'below'} the usual level`,
        `two of three ${many} far ${side > 0 ? 'above' : 'below'} usual`,
      )
    case 'trend':
      return inForms(
        `the last ${count} ${many} go ${wayOf(side)} without a break`,
        `${wayOf(side)} without a break for ${count} ${many}`,
      )
    case 'side':
      return inForms(
        `the last ${count} ${many} are all ${side > 0 ? 'above' : 'below'} the usual level`,
        `last ${count} ${many} all ${side > 0 ? 'high' : 'low'}`,
      )
    case 'level':
      return inForms(
        `${together} ${comparative} than those before`,
        `${togetherTitle} ${comparative} than before`,
      )
    case 'climb':
      return inForms(
        `the last ${count} ${many}, taken together, go ${wayOf(side)}`,
        `going ${wayOf(side)} over ${count} ${many}`,
      )
  }
}

/** The same signs in figures beside those of the same month in other years. */
function ofSeasonalSign(kind: SignKind, side: Side, count: string): SeenInWords {
  const high = side > 0 ? 'high' : 'low'
  const above = side > 0 ? 'above' : 'below'
  switch (kind) {
    case 'outside':
      return inForms(
        `the latest figure is ${high}er than chance would explain at this time of year`,
        `latest figure ${high} for the time of year`,
      )
    case 'near':
      return inForms(
        `two of the last three figures are far ${above} the usual level for the time of year`,
        `two of three figures ${high} for the time of year`,
      )
    case 'side':
      return inForms(
        `the last ${count} figures are all ${above} usual, allowing for the time of year`,
        `last ${count} figures ${high} for the time of year`,
      )
    case 'level':
      return inForms(
        `the last ${count} figures, taken together, are ${high}er than in the same months of other years`,
        `last ${count} figures ${high} for the time of year`,
      )
    case 'trend':
    case 'climb':
      return inForms(
        `the last ${count} figures, beside the same months of other years, go ${wayOf(side)}`,
        `going ${wayOf(side)} over ${count} figures, beside other years`,
      )
  }
}

function inForms(clause: string, title: string): SeenInWords {
  return { clause, title, rule: `${capital(clause)}.` }
}

const wayOf = (side: Side) => (side > 0 ? 'up' : 'down')
