import { listed } from '../../measures/format.ts'
import {
  calledFor,
  isDrawn,
  joinParts,
  namesOf,
  type PackSources,
  type ReadyPack,
  type ReadyPart,
  tableOf,
  trendOf,
} from './ready-pack.ts'
import { attentionInWords, becauseOf } from './why-in.ts'

/** trends beside the list of all that need attention; the rest are in the list */
const mostTrends = 5

/**
 * For the monthly review: what needs attention, what changed since the edition before, which actions are overdue.
 * Nothing is counted here: officers read longer lists than the panel, which the pack is made for.
 */
export function makeReviewPack(sources: PackSources): ReadyPack {
  return joinParts('review', [needsAttention(sources), whatChanged(sources), actionsOverdue])
}

function needsAttention(sources: PackSources): ReadyPart {
  const called = calledFor(sources)
  const drawn = called.filter(({ row }) => isDrawn(row)).slice(0, mostTrends)
  const trends = drawn.length === 1 ? 'the trend' : 'the trends'
  return {
    name: 'What needs attention',
    holds:
      called.length === 0
        ? 'No measure is found to need attention as the panel sees it: the list says what is known.'
        : `The list of what needs it${drawn.length === 0 ? '' : `, and ${trends} of ${namesOf(drawn.map(({ row }) => row))}`}.`,
    items: [
      tableOf('attention', becauseOf('it lists what needs attention, or says that nothing is found to')),
      ...drawn.map(({ row, kind }) => trendOf(row, becauseOf(attentionInWords[kind]))),
    ],
  }
}

/** In the order in which a review asks about them. */
const lists = [
  {
    id: 'signals',
    holds: 'what newly shows a recent change',
    absent: 'no series is known to be newly flagged',
  },
  { id: 'restated', holds: 'final figures that were replaced', absent: 'no final figure was replaced' },
  {
    id: 'milestones',
    holds: 'milestones that changed',
    absent: 'no milestone changed',
  },
] as const

function whatChanged({ changes }: PackSources): ReadyPart {
  const name = 'What changed'
  if (changes === null)
    return { name, holds: 'There is no edition before this one to compare with.', items: [] }
  const { from } = changes
  const some = lists.filter(({ id }) => changes[id] > 0)
  if (some.length > 0) {
    return {
      name,
      holds: `Since edition ${from}: ${listed(some.map(({ holds }) => holds))}.`,
      items: some.map(({ id, holds }) => tableOf('changes', becauseOf(`it lists ${holds}`), { list: id })),
    }
  }
  return {
    name,
    holds: `Since edition ${from}, as the panel sees it, ${listed(lists.map(({ absent }) => absent))}.`,
    items: [
      tableOf('changes', becauseOf('it says whether any milestone changed since the edition before'), {
        list: 'milestones',
      }),
    ],
  }
}

const actionsOverdue: ReadyPart = {
  name: 'Actions overdue',
  holds: 'What was asked for and is past its date in the log of this edition, or that nothing is.',
  items: [
    tableOf('actions', becauseOf('it lists what was asked for and is past its date'), { overdue: 'yes' }),
  ],
}
