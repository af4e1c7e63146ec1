import type { EditionChanges } from '../../domain/changes/compare-editions.ts'
import { countOf, numberInWords } from '../../domain/measures/format.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import { colourOf } from '../../domain/plans/colour-of.ts'
import { type DeliveryStatus, deliveryWords } from '../../domain/plans/judge-milestone.ts'
import { reasonOfMove } from '../../domain/plans/move-words.ts'

type MilestoneChange = EditionChanges['milestones'][number]

export interface MilestoneRow {
  key: string
  title: string
  kpi: string | null
  owner: string
  /** what happened, one sentence each */
  happened: string[]
  /** '10 Oct 2025 to 28 Nov 2025', or the date that stands */
  dates: string
  slip: string
  /** the shape of its status and whose colour it has; null where it is not shown */
  mark: { shape: DeliveryStatus; colour: DeliveryStatus } | null
  /** 'Off track (red)' */
  status: string
  /** the rule that set the status */
  rule: string
  /** one for each move, or that there was none; empty where the date stands in one edition alone */
  reasons: string[]
  rank: number
}

/** A third move makes a milestone red. */
const manyMoves = 3
const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']

/**
 * What needs a decision first: moved a third time, then overdue, moved, completed, and the rest.
 *
 * @param from the edition that it is compared with
 */
export function milestoneRows(changes: readonly MilestoneChange[], from: number | null): MilestoneRow[] {
  return changes.map((change) => rowOf(change, from)).toSorted((a, b) => a.rank - b.rank)
}

function rowOf(milestone: MilestoneChange, from: number | null): MilestoneRow {
  const { id, title, kpi, ownerRole, after } = milestone
  return {
    key: id,
    title,
    kpi,
    owner: ownerRole,
    happened: happenedTo(milestone),
    dates: datesOf(milestone),
    slip: after ? slipWords(after, milestone.baselineDue) : '',
    mark: after && { shape: after.delivery, colour: colourOf(after.brag) },
    status: after ? `${capital(deliveryWords[after.delivery])} (${after.brag})` : 'Not shown',
    rule: after?.rule ?? '',
    reasons: reasonsOf(milestone, from),
    rank: rankOf(milestone),
  }
}

/** A date that moved before the editions that are compared has moved all the same: its slip stands beside. */
function reasonsOf(
  { changes, moves, before, after, baselineDue }: MilestoneChange,
  from: number | null,
): string[] {
  if (moves.length) return moves.map(reasonOfMove)
  if (!before || !after) return []
  if (changes.includes('moved')) return ['No reason is recorded']
  const isWhereItWas = baselineDue === undefined || baselineDue === after.currentDue
  return [isWhereItWas || from === null ? 'Date not moved' : `Date not moved since edition ${from}`]
}

function happenedTo({ changes, moves, before, after }: MilestoneChange): string[] {
  const said: string[] = []
  if (changes.includes('added')) said.push('New in the plan')
  if (changes.includes('withdrawn')) said.push('No longer shown')
  for (const { nth } of moves) said.push(`Moved for the ${ordinal(nth)} time`)
  if (changes.includes('moved') && !moves.length) said.push('Its date changed, and no move is recorded')
  if (changes.includes('completed') && after?.completed) {
    said.push(`Completed on ${formatDate(after.completed)}`)
  }
  if (changes.includes('reopened')) said.push('No longer complete')
  if (changes.includes('overdue')) said.push('Became overdue')
  if (changes.includes('status') && before && after) {
    said.push(
      before.delivery === after.delivery
        ? `Was ${before.brag}, now ${after.brag}`
        : `Was ${deliveryWords[before.delivery]} (${before.brag})`,
    )
  }
  return said
}

function datesOf({ before, after }: MilestoneChange): string {
  const due = (after ?? before)?.currentDue
  if (!due) return ''
  return before && after && before.currentDue !== after.currentDue
    ? `${formatDate(before.currentDue)} to ${formatDate(after.currentDue)}`
    : formatDate(due)
}

function slipWords(
  { slipWorkingDays, currentDue, completed, isOverdue }: NonNullable<MilestoneChange['after']>,
  promised: string | undefined,
): string {
  const so = completed ? 'done ' : isOverdue ? 'now ' : ''
  if (slipWorkingDays === 0) {
    // a weekend beside the date is no slip, and not the day that was promised
    const isThatDay = !isOverdue && (promised === undefined || promised === (completed ?? currentDue))
    return isThatDay ? `${so}as first promised` : `${so}no working day off the first promise`
  }
  const size = countOf(Math.abs(slipWorkingDays), 'working day')
  return `${so}${size} ${slipWorkingDays > 0 ? 'after' : 'before'} the first promise`
}

function rankOf({ changes, moves }: MilestoneChange): number {
  if (moves.some(({ nth }) => nth >= manyMoves)) return 0
  if (changes.includes('overdue')) return 1
  if (changes.includes('moved')) return 2
  if (changes.includes('completed') || changes.includes('reopened')) return 3
  return changes.includes('status') ? 4 : 5
}

function ordinal(nth: number): string {
  return ordinals[nth] ?? `${nth}th`
}

/** 'three milestones have moved, one of them for the third time'; null where none has. */
export function moveWords(changes: readonly MilestoneChange[]): string | null {
  const moved = changes.filter((one) => one.changes.includes('moved'))
  if (!moved.length) return null
  const again = moved.flatMap(({ moves }) => moves.findLast(({ nth }) => nth >= manyMoves) ?? [])
  const noun = moved.length === 1 ? 'milestone has' : 'milestones have'
  const said = `${numberInWords(moved.length)} ${noun} moved`
  const [first] = again
  if (!first) return said
  const time = again.length === 1 ? `the ${ordinal(first.nth)} time` : 'at least the third time'
  return moved.length === 1
    ? `${said} for ${time}`
    : `${said}, ${numberInWords(again.length)} of them for ${time}`
}
