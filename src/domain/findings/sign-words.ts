import { formatPeriod } from '../periods/labels.ts'
import type { SpecialCauseSign } from '../spc/signs.ts'
import { rangeInWords } from './range-words.ts'

/** What limits are of: more than one level, or one that began where no change is recorded; else of what is usual. */
interface WhatLimitsAreOf {
  isMixed?: boolean
  levelSince?: string
}

interface SignForms {
  /** a clause after the finding; `figures` is how many of them show the sign, at least seven for a run */
  clause: (figures: string, of?: WhatLimitsAreOf) => string
  /** after a title, in a few words */
  title: (figures: string, of?: WhatLimitsAreOf) => string
  /** of one point among others, as it is read out */
  reading: string
  /** the same, for a cell */
  cell: string
  /** of the latest figure, as the rule behind a verdict */
  rule: string
}

function nameOfRange({ isMixed, levelSince }: WhatLimitsAreOf = {}): string {
  if (isMixed || levelSince === undefined) return rangeInWords(isMixed)
  return `the range kept since ${formatPeriod(levelSince)}`
}
const endOf = (of?: WhatLimitsAreOf) => nameOfRange(of).replace(/^its\b/, 'the')

/** Each sign of a special cause in every form in which it is told. */
export const signWords: Record<SpecialCauseSign, SignForms> = {
  'outside-high': {
    clause: (_, of) => `the figure is above ${nameOfRange(of)}`,
    title: (_, of) => `above ${nameOfRange(of)}`,
    reading: 'above the upper limit',
    cell: 'above upper limit',
    rule: 'The latest figure is above the upper limit.',
  },
  'outside-low': {
    clause: (_, of) => `the figure is below ${nameOfRange(of)}`,
    title: (_, of) => `below ${nameOfRange(of)}`,
    reading: 'below the lower limit',
    cell: 'below lower limit',
    rule: 'The latest figure is below the lower limit.',
  },
  rising: {
    clause: (figures) => `the last ${figures} figures go up without a break`,
    title: (figures) => `up without a break for ${figures} months`,
    reading: 'in an unbroken rise of seven or more',
    cell: 'unbroken rise',
    rule: 'The latest figures are an unbroken rise of seven or more.',
  },
  falling: {
    clause: (figures) => `the last ${figures} figures go down without a break`,
    title: (figures) => `down without a break for ${figures} months`,
    reading: 'in an unbroken fall of seven or more',
    cell: 'unbroken fall',
    rule: 'The latest figures are an unbroken fall of seven or more.',
  },
  'near-high': {
    clause: (_, of) => `two of three figures are near the top of ${endOf(of)}`,
    title: () => 'two of three figures near the top of the range',
    reading: 'two of three near the upper limit',
    cell: 'near upper limit',
    rule: 'Two of three figures are near the upper limit.',
  },
  'near-low': {
    clause: (_, of) => `two of three figures are near the foot of ${endOf(of)}`,
    title: () => 'two of three figures near the foot of the range',
    reading: 'two of three near the lower limit',
    cell: 'near lower limit',
    rule: 'Two of three figures are near the lower limit.',
  },
  above: {
    clause: (figures) => `the last ${figures} figures are all above the mean`,
    title: (figures) => `${figures} months above the mean`,
    reading: 'in a run of seven or more above the mean',
    cell: 'run above mean',
    rule: 'The latest figures are a run of seven or more above the mean.',
  },
  below: {
    clause: (figures) => `the last ${figures} figures are all below the mean`,
    title: (figures) => `${figures} months below the mean`,
    reading: 'in a run of seven or more below the mean',
    cell: 'run below mean',
    rule: 'The latest figures are a run of seven or more below the mean.',
  },
}
