import type { ActionsReply } from '../../api/actions.ts'
import { isOrAre, numberInWords } from '../../domain/measures/format.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import type { ActionRow } from './action-rows.ts'

/**
 * What happened to what was asked for, in one sentence.
 *
 * @example '21 of 60 actions are still to be settled: seven are overdue, and five of those have been carried over
 * before'
 */
export function writeActionsFinding(rows: readonly ActionRow[], isToday: boolean): string {
  if (rows.length === 0) return isToday ? 'No action has been recorded' : 'This edition holds no actions'
  const unsettled = rows.filter((row) => row.isUnsettled).length
  if (unsettled === 0) return `Every action is settled, ${rows.length} in all`
  const opening = `${capital(numberInWords(unsettled))} of ${numberInWords(rows.length)} ${rows.length === 1 ? 'action' : 'actions'} ${isOrAre(unsettled)} still to be settled`
  return `${opening}${overdueWords(rows)}`
}

function overdueWords(rows: readonly ActionRow[]): string {
  const overdue = rows.filter((row) => row.isOverdue)
  if (overdue.length === 0) return ', and none is overdue'
  const said = `: ${numberInWords(overdue.length)} ${isOrAre(overdue.length)} overdue`
  const carried = overdue.filter(({ action }) => action.carried > 0).length
  if (carried === 0) return said
  if (overdue.length === 1) return `${said}, and was carried over before`
  return `${said}, and ${numberInWords(carried)} of those ${carried === 1 ? 'has' : 'have'} been carried over before`
}

/** What the log is as of: an edition's day, or today; for the panel what the newest edition released. */
export function writeAsOf({ edition, asOf, audience }: Omit<ActionsReply, 'actions'>): string {
  if (edition === null) {
    return audience === 'exact'
      ? `The log as it is today, ${formatDate(asOf)}.`
      : `What was released with the newest edition, without what was taken back since. Overdue is judged on ${formatDate(asOf)}, the day of its figures.`
  }
  return `The log as it was when edition ${edition} was published. Overdue is judged on ${formatDate(asOf)}, the day of its figures.`
}
