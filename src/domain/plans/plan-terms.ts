import { capital } from '../measures/letter-case.ts'
import { impactOutlookWords, likelyFrom, unlikelyTo } from './impact-outlook.ts'
import { type DeliveryStatus, deliveryStatuses, deliveryWords } from './judge-milestone.ts'
import { slipWords } from './slip-words.ts'
import { successWords } from './success-words.ts'

export interface PlanTerm {
  word: string
  /** what it is said of */
  of: string
  meaning: string
}

/** The rule of each status of delivery: the key of the plan and the table of its words both show this. */
export const deliveryMeanings: Record<DeliveryStatus, string> = {
  complete:
    'Done. It is blue once its board has accepted the evidence; until then it keeps the colour of its slip.',
  'on-track': 'On course: no slip, and no issue that threatens its date.',
  'at-risk': 'Slipped by 1 to 20 working days, or reported as recoverable with a dated plan.',
  late: 'Not done, and overdue, slipped by more than 20 working days, moved a third time, or reported as needing a decision to recover.',
  'not-started': 'Not started, and not yet due.',
}

const milestone = 'A milestone'
const success = 'A measure of success'

/**
 * Every word by which a plan is judged, each defined here and nowhere else. Delivery and impact have words of their
 * own: a milestone can be on track while its measure is not likely to meet what was promised.
 */
export const planTerms: readonly PlanTerm[] = [
  ...deliveryStatuses.map((status) => ({
    word:
      status === 'on-track' ? `${capital(deliveryWords[status])}, on course` : capital(deliveryWords[status]),
    of: 'Delivery of a milestone',
    meaning: deliveryMeanings[status],
  })),
  {
    word: 'Overdue',
    of: 'A milestone, a figure or an action',
    meaning:
      'The day has passed by which it was to come, and it has not. Of a milestone, that is the date that it is due now. An action is overdue while work is still to be done; what awaits confirmation is not.',
  },
  {
    word: capital(slipWords.late),
    of: milestone,
    meaning: 'Done, so many working days after the date first promised.',
  },
  {
    word: capital(slipWords.early),
    of: milestone,
    meaning: 'Done, so many working days before the date first promised.',
  },
  {
    word: capital(slipWords.behind),
    of: 'A milestone or a measure',
    meaning:
      'A milestone that is not done: due now so many working days after the date first promised, or overdue by as many. A measure: the plan held this figure so many months ago.',
  },
  {
    word: capital(slipWords.ahead),
    of: 'A milestone or a measure',
    meaning:
      'A milestone that is not done: due now so many working days before the date first promised. A measure: the plan holds this figure only so many months from now.',
  },
  {
    word: 'Behind plan',
    of: 'A measure',
    meaning: 'The latest figure is on the wrong side of the value planned for its period.',
  },
  {
    word: 'Far behind plan',
    of: 'A measure',
    meaning:
      'Behind by a tenth of the planned value and three months, with the target not likely to be met, or to be kept, within 18 months.',
  },
  {
    word: 'Kept up',
    of: success,
    meaning:
      'It holds in as many figures in a row as were promised; where that was not said, in 3 months, 2 quarters or 1 year. One month alone may be chance, and is no success.',
  },
  {
    word: capital(successWords['not-sustained-yet']),
    of: success,
    meaning: 'Met now, and never yet kept up.',
  },
  {
    word: 'Met again',
    of: success,
    meaning: 'Kept up before, then missed, and met now once more, for too short a time to count as kept up.',
  },
  {
    word: capital(successWords.missed),
    of: success,
    meaning: 'The month by which it was promised has come, and it was not met by then.',
  },
  {
    word: capital(impactOutlookWords.likely.short),
    of: 'A milestone that is not done',
    meaning: `Its measure is not met yet. The chance of that by its date, if nothing changes, is ${likelyFrom}% or more.`,
  },
  {
    word: capital(impactOutlookWords.uncertain.short),
    of: 'A milestone that is not done',
    meaning: `Its measure is not met yet. The chance of that by its date, if nothing changes, is more than ${unlikelyTo}% and less than ${likelyFrom}%.`,
  },
  {
    word: capital(impactOutlookWords.unlikely.short),
    of: 'A milestone that is not done',
    meaning: `Its measure is not met yet. The chance of that by its date, if nothing changes, is ${unlikelyTo}% or less.`,
  },
  {
    word: capital(successWords['so-far']),
    of: success,
    meaning:
      'Its figures add up from April to March, so it is judged when its year is over. Until then it is told how far it has come, beside the same month of the year before.',
  },
  {
    word: 'Done, no effect yet',
    of: milestone,
    meaning:
      'Complete, with as many figures since as it takes to compare before and after, while its measure shows no evidence of real change.',
  },
  {
    word: 'Too early to say',
    of: milestone,
    meaning: 'Complete, with too few figures since to compare before and after.',
  },
]
