import { notLikely } from '../forecast/reached-target.ts'
import { numberInWords } from '../measures/format.ts'
import { capital } from '../measures/letter-case.ts'
import { planTerms } from '../plans/plan-terms.ts'
import { runLength } from '../spc/rules.ts'
import { countedWords } from './counted-words.ts'
import { marks } from './marks.ts'

/** One term of judgement as a reader meets it, and what it means. */
export interface Term {
  word: string
  meaning: string
  /** every way in which it is written: patterns of whole words */
  forms: readonly string[]
  /** where “How figures are made” says more: the name of its part */
  part:
    | 'range'
    | 'signals'
    | 'not-judged'
    | 'words'
    | 'counts'
    | 'plan-words'
    | 'forecast'
    | 'emerging'
    | 'before-and-after'
    | 'disclosure'
    | 'marks'
}

const run = numberInWords(runLength)

const ofChange: readonly Term[] = [
  {
    word: 'Usual range',
    meaning:
      'Where nearly all figures lie as long as they go up and down by chance alone. Its ends are the upper and the lower limit.',
    forms: [
      'usual ranges?',
      'limits drawn',
      'upper limit',
      'lower limit',
      'of the range',
      'within its limits',
      'outside its limits',
    ],
    part: 'range',
  },
  {
    word: 'Mean',
    meaning: 'The average of the figures that the usual range is set from: the line in the middle of it.',
    forms: ['(?:the|a|above|below|its) mean(?! by)'],
    part: 'range',
  },
  {
    word: 'Usual level',
    meaning:
      'The level that the figures lie around, worked out by the method that suits figures of this kind.',
    forms: ['usual level', 'far (?:above|below) usual'],
    part: 'not-judged',
  },
  {
    word: 'No evidence of real change',
    meaning:
      'The figures go up and down as they usually do. That is no proof that nothing has changed, and no word on whether they are good enough.',
    forms: ['no evidence(?: (?:of|that) real (?:change|improvement))?'],
    part: 'words',
  },
  {
    word: 'Evidence of real change',
    meaning:
      'A sign that chance alone would seldom give, by the rule that suits figures of this kind. For the better it is called improvement, for the worse getting worse.',
    forms: [
      '(?<!no )evidence (?:(?:of|that)(?: real change)?)',
      'real improvement',
      '(?<!evidence of )real change',
      'getting worse',
      'get worse',
      'got worse',
    ],
    part: 'words',
  },
  {
    word: 'Improving, concerning, changed',
    meaning:
      'There is evidence of real change: for the better, for the worse, or where neither way is better. High and low say on which side of the mean.',
    forms: ['improving', 'concerning', 'changed, (?:high|low)', 'recent (?:concern|progress)'],
    part: 'signals',
  },
  {
    word: 'A run, or a move without a break',
    meaning: `Figures in a row that chance alone seldom gives: ${run} or more on one side of the mean, ${run} or more that each go the same way, or two of three near one end of the usual range.`,
    forms: [
      'without a break',
      'all (?:above|below) the mean',
      'months (?:above|below) the mean',
      'two of three',
      'unbroken (?:rise|fall)',
      'run (?:of seven|above|below)',
    ],
    part: 'signals',
  },
  {
    word: 'Better or worse than usual',
    meaning:
      'There is a sign against its own usual figures, but a year ago, or the last three moves, say otherwise. So it is called neither improvement nor getting worse.',
    forms: ['(?:better|worse|higher|lower) than (?:usual|a year before)'],
    part: 'words',
  },
  {
    word: 'A change that has lasted',
    meaning:
      'The figures have kept to another level than before for a year or more. The level before it is what they are called better or worse than.',
    forms: [
      'that has lasted',
      '(?:better|worse|higher|lower) than before',
      'a level that has lasted',
      'new level',
    ],
    part: 'words',
  },
  {
    word: 'Not judged',
    meaning:
      'Nothing is said of change, for better or worse, because these figures do not tell it from chance. The reason stands beside it.',
    forms: [
      '(?:not|cannot be|nothing is|are not|never) judged',
      'for better or worse',
      'to judge',
      'do not suit',
      'do not show whether',
      'nothing is said of change',
      'to tell change from noise',
      'cannot be told',
      'do not tell',
      'too few to tell',
      'not testable',
    ],
    part: 'not-judged',
  },
  {
    word: 'A list; a trending list',
    meaning:
      'A list, such as people waiting, carries over from month to month, so that limits do not suit it. One that has long risen or fallen is a trending list, held against its own trend.',
    forms: ['trending lists?', 'suit a list', 'a list, not judged by limits', 'a list'],
    part: 'not-judged',
  },
  {
    word: 'May be chance',
    meaning: 'A move so small or so short that figures which did not really change often show one like it.',
    forms: ['may be chance', 'by chance', 'from chance', 'hardly moved'],
    part: 'signals',
  },
  {
    word: 'Limits that start again, re-baselined',
    meaning:
      'From a recorded change on, the usual range is set afresh, so that figures are held against how things are since. Those before stay as they were.',
    forms: [
      're-?baselined?',
      're-?baselining',
      'limits (?:start|started|starting) again',
      'since limits started',
    ],
    part: 'range',
  },
  {
    word: 'Flagged',
    meaning:
      'Picked out when all series were tested together for a change in the last year. Flagged figures can still be a false alarm, and seldom are.',
    forms: ['flagged', 'flags?', 'drift(?:ed|ing) (?:up|down)'],
    part: 'emerging',
  },
  {
    word: 'Strong, clear, just enough',
    meaning:
      'How plain a flagged change is among all that was tested: the stronger, the fewer false alarms are to be expected among flags as plain as it.',
    forms: ['(?:strong|clear|just enough)(?: evidence|$)'],
    part: 'emerging',
  },
]

const ofTarget: readonly Term[] = [
  counted('Reliably meets or misses', [
    'reliably (?:meets?|misses|miss|met|missed)',
    'usual range (?:meets|misses)',
    'does not reach the target',
  ]),
  counted('Met or missed in all, or in the last so many', [
    '(?:met|missed) in (?:all|the last)',
    'all \\d+ figures meet',
    '(?:none|each) of the (?:last )?\\d+ figures meets',
    '\\d+ of the last \\d+ figures',
    'met in \\d+ of \\d+',
  ]),
  counted('Hit and miss', [
    'hit and miss',
    'met or missed by chance',
    'meets or misses its target by chance',
  ]),
  counted('Met or missed now, not usually', [
    '(?:met|missed) now, not usually',
    'which the usual range does not reach',
    'though the usual range meets it',
  ]),
]

const ofForecast: readonly Term[] = [
  {
    word: '8 chances in 10',
    meaning:
      'Of ten such ranges, about eight hold the later figure, if things go on as they have. The most likely figure is their middle.',
    forms: ['8 chances in 10', 'most likely'],
    part: 'forecast',
  },
  {
    word: 'If things go on as now',
    meaning:
      'The forecast takes the figures on as they have moved so far. It knows nothing of what a plan, a rule or an event will change.',
    forms: ['if (?:things go on as now|nothing changes)', 'forecasts?'],
    part: 'forecast',
  },
  {
    word: 'Not likely to be met, or kept',
    meaning: `If things go on as now, the chance of meeting it even once in the time named shows as ${notLikely.met}% or less; of keeping it for as long as it must last, as ${notLikely.kept}% or less.`,
    forms: ['not likely'],
    part: 'forecast',
  },
  {
    word: 'Chance',
    meaning:
      'How often it would come out so, if the figures went on as they have moved so far in many ways; to the nearest five in a hundred.',
    forms: [
      'chances? (?:of|that|is)',
      'less likely than not',
      'as likely as not',
      'more likely than not',
      'likely to (?:be met|last)',
      '\\d in \\d+ \\(\\d+%\\)',
    ],
    part: 'forecast',
  },
  {
    word: 'Ever kept up',
    meaning:
      'The best average change from one figure to the next, in the good direction, over any stretch so far of half a year, of two quarters or of a year. A usual stretch is the middle of them all. Both show whether what is needed has been done before.',
    forms: ['kept up over', 'best ever', 'usual (?:six|two|year)'],
    part: 'forecast',
  },
]

const ofFigures: readonly Term[] = [
  {
    word: 'Median',
    meaning: 'The middle case: half of the cases took longer, half took less.',
    forms: ['medians?'],
    part: 'disclosure',
  },
  {
    word: 'Nine in ten within',
    meaning: 'Nine of every ten cases took no longer than this; one in ten took longer still.',
    forms: ['nine in ten(?: stay)? within'],
    part: 'disclosure',
  },
  counted('Provisional', ['provisional', 'may still change']),
  counted('Restated', ['restated', 'revised']),
  counted('Missing', ['missing']),
  counted('Withheld', ['withheld']),
  {
    word: 'Judged by the figures received',
    meaning:
      'Whether a measure has changed is judged once, from the exact figures, for everybody alike. The figures shown may be rounded or withheld.',
    forms: ['judged by the figures received'],
    part: 'disclosure',
  },
  {
    word: 'Rounded',
    meaning:
      'In the protected set counts are rounded, so that nobody can be worked out from them. Where that hides an answer, none is given.',
    forms: ['rounded', 'rounding'],
    part: 'disclosure',
  },
  {
    word: 'The definition changed',
    meaning: 'What is counted, or how, changed then: figures before and after do not compare.',
    forms: ['definition changed', 'redefined'],
    part: 'marks',
  },
  counted('Unknown', ['unknown']),
  counted('Far outside all others', ['far outside all others']),
]

const ofCounts: readonly Term[] = [
  counted('Needs attention', ['needs? (?:our )?attention']),
  counted('Worth a look', ['worth a look']),
  counted('Recent change', ['recent changes?']),
  counted('To ask about', ['to ask about']),
  counted('Covered by an action', ['covered by an action', 'no action covers', 'not covered']),
]

/** How a word of the plan is written, where that is not simply the word. */
const formsOfPlan: Readonly<Record<string, readonly string[]>> = {
  'On track, on course': ['on track', 'on course'],
  Complete: ['complete', 'completed on'],
  Overdue: ['overdue'],
  Late: ['days? late'],
  Early: ['days? early'],
  Behind: ['(?:days?|months?|quarters?|years?) behind'],
  Ahead: ['(?:days?|months?|quarters?|years?) ahead'],
  'Behind plan': ['behind plan', '(?:above|below) plan', 'plan for this point', 'behind its plan'],
  'Kept up': ['kept up(?! over)', 'kept for', 'kept, (?:missed|not met)', 'sustained', 'not met now'],
  'Impact unlikely': ['impact unlikely', 'is not likely to be by its date'],
  'Impact likely': ['impact likely', 'is likely to be by its date'],
  'Impact uncertain': ['impact uncertain', 'may or may not be by its date'],
  'Year not over': [
    'year (?:that is )?not over',
    'so far this year',
    'year unfinished',
    'year is over',
    'of a year',
  ],
  'Done, no effect yet': ['no effect yet'],
  'Too early to say': ['too early to say', 'too soon to (?:tell|compare)'],
  'Missed its date': ['missed its date', 'was missed', 'missed by then'],
  'Met again': ['met again', 'met once more'],
}

const ofPlan: readonly Term[] = [
  ...planTerms.map(
    ({ word, meaning }): Term => ({
      word,
      meaning,
      forms: formsOfPlan[word] ?? [word.toLowerCase()],
      part: 'plan-words',
    }),
  ),
  {
    word: 'Measure of success',
    meaning: 'The figure by which it is told whether a milestone did what it was for, as promised with it.',
    forms: [
      'measures? of success',
      'measure (?:met|not met|improving|worse|lost|set)',
      'what was promised',
      'as long as (?:was )?promised',
    ],
    part: 'plan-words',
  },
  {
    word: 'Judged by the board',
    meaning: 'No figure decides whether it worked: the board does.',
    forms: ['judged by the board', 'board judges'],
    part: 'plan-words',
  },
  {
    word: 'Before and after',
    meaning:
      'The figures before an event beside those after it. The interval should hold the true size of the change; “after” never means “because of”.',
    forms: ['before and after', '[\\d.]+% interval', 'came after', 'than the trend before'],
    part: 'before-and-after',
  },
]

const ofMarks: readonly Term[] = marks.map(([mark, meaning]) => ({
  word: mark,
  meaning,
  forms: [mark.replaceAll(/[[\]]/g, '\\$&')],
  part: 'marks' as const,
}))

/** Every term by which figures, measures and milestones are judged. What a page says of them is found by find-terms.ts. */
export const terms: readonly Term[] = [
  ...ofChange,
  ...ofTarget,
  ...ofForecast,
  ...ofFigures,
  ...ofCounts,
  ...ofPlan,
  ...ofMarks,
]

/** A word that is counted means here what it means there. */
function counted(word: string, forms: readonly string[]): Term {
  const meaning = countedWords.find(([name]) => name === word)?.[1]
  if (meaning === undefined) throw new Error(`${capital(word)} is not among the words that are counted.`)
  return { word, meaning, forms, part: 'counts' }
}
