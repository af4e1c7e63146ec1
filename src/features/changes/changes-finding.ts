import type { EditionChanges } from '../../domain/changes/compare-editions.ts'
import { numberInWords } from '../../domain/measures/format.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import { buildChangesModel, type ChangesModel } from './changes-model.ts'
import { countFigures, newestRows } from './figure-rows.ts'
import { moveWords } from './milestone-rows.ts'
import { isTakenOut } from './record-rows.ts'

/** At most so many facts stand in the title, so that it reads at a grade of nine; the next begins the line under it. */
const factsInTitle = 2

/**
 * What has changed since the earlier edition, what needs a question first. Counts alone: whether a measure
 * really moved is not judged by two editions of it.
 *
 * @example 'Since August 2025, four milestones have moved, one of them for the third time; one awaited figure has
 * become overdue'
 */
export function writeChangesFinding(changes: EditionChanges): string {
  const since = changes.editions[0]?.label
  if (changes.from === null) return 'This is the first edition: there is none before it to compare with'
  const facts = factsOf(changes, buildChangesModel(changes, undefined))
  if (!facts.length) return `Nothing has changed since ${since}`
  return `Since ${since}, ${facts.slice(0, factsInTitle).join('; ')}`
}

/** Whatever the page lists is counted as its list holds it, over all themes. */
function factsOf(changes: EditionChanges, model: ChangesModel): string[] {
  const { restated, newSignals, clearedSignals, records } = model
  const { milestones, receipts, withdrawn } = changes
  const [closed, raised] = [countActions(changes, 'closed'), countActions(changes, 'raised')]
  const gone = withdrawn.reduce((sum, { figures, further }) => sum + figures.length + further, 0)
  const measures = newestRows(model.newFigures).length
  const milestonesThat = (kind: (typeof milestones)[number]['changes'][number]) =>
    milestones.filter((one) => one.changes.includes(kind)).length
  return [
    restated.length > 0 &&
      `${counted(countFigures(restated).figures, 'final figure', 'was', 'were')} restated`,
    gone > 0 && `${counted(gone, 'figure', 'was', 'were')} taken out`,
    moveWords(milestones),
    milestonesThat('overdue') > 0 &&
      `${counted(milestonesThat('overdue'), 'milestone', 'has', 'have')} become overdue`,
    milestonesThat('reopened') > 0 &&
      `${counted(milestonesThat('reopened'), 'milestone', 'is', 'are')} no longer complete`,
    ...receiptFacts(receipts),
    newSignals !== null &&
      newSignals.length > 0 &&
      `${seriesThat(newSignals.length, 'newly shows', 'newly show')} a recent change`,
    milestonesThat('completed') > 0 &&
      `${counted(milestonesThat('completed'), 'milestone', 'was', 'were')} completed`,
    closed > 0 && actionWords(changes),
    measures > 0 && `${counted(measures, 'measure', 'has', 'have')} new figures`,
    records.some((row) => !isTakenOut(row)) && 'targets, plans or definitions have changed',
    ...provisionalFacts(model),
    ...otherMilestoneFacts(milestones),
    clearedSignals.length > 0 && `${seriesThat(clearedSignals.length, 'is', 'are')} no longer flagged`,
    closed === 0 && actionWords(changes),
    isOtherwise(changes) && `the log of actions has ${closed + raised > 0 ? 'also ' : ''}changed`,
  ].filter((fact) => typeof fact === 'string')
}

/** Of a plan that was taken up anew: what came into it, what left it, and what is only judged otherwise. */
function otherMilestoneFacts(milestones: EditionChanges['milestones']): (string | false)[] {
  const only = (kind: (typeof milestones)[number]['changes'][number]) =>
    milestones.filter(({ changes }) => changes.length === 1 && changes[0] === kind).length
  const [added, withdrawn, status] = [only('added'), only('withdrawn'), only('status')]
  return [
    added > 0 && `${counted(added, 'milestone', 'is', 'are')} new in the plan`,
    withdrawn > 0 && `${counted(withdrawn, 'milestone', 'is', 'are')} no longer shown`,
    status > 0 && `${counted(status, 'milestone', 'has', 'have')} another status`,
  ]
}

function receiptFacts(receipts: EditionChanges['receipts']): (string | false)[] {
  const overdue = receipts.filter(({ change }) => change === 'overdue').length
  const received = receipts.length - overdue
  return [
    overdue > 0 && `${counted(overdue, 'awaited figure', 'has', 'have')} become overdue`,
    received > 0 && `${counted(received, 'overdue figure', 'has', 'have')} come`,
  ]
}

/** What may change again has not settled. */
function provisionalFacts({
  settled,
  unsettled,
  settledUnchanged,
  settledFurther,
}: ChangesModel): (string | false)[] {
  const final = settled.length - unsettled + settledUnchanged
  const figuresHave = (count: number) =>
    count === 1 ? 'a provisional figure has' : 'provisional figures have'
  return [
    final > 0 && `${figuresHave(final)} settled`,
    final === 0 && unsettled > 0 && `${figuresHave(unsettled)} changed and may change again`,
    final + unsettled === 0 &&
      settledFurther > 0 &&
      'provisional figures of breakdowns or other places have changed or settled',
  ]
}

function countActions({ actions }: EditionChanges, kind: 'closed' | 'raised'): number {
  return actions.filter(({ changes }) => changes.includes(kind)).length
}

function seriesThat(count: number, one: string, many: string): string {
  return `${numberInWords(count)} series ${count === 1 ? one : many}`
}

/** 'Two series newly show a recent change, and 14 are no longer flagged.'; null where neither is so. */
function signalSentence({ newSignals, clearedSignals }: ChangesModel): string | null {
  const [raised, cleared] = [newSignals?.length ?? 0, clearedSignals.length]
  if (raised + cleared === 0) return null
  const newly = `${capital(seriesThat(raised, 'newly shows', 'newly show'))} a recent change`
  if (raised === 0) return `${capital(seriesThat(cleared, 'is', 'are'))} no longer flagged.`
  return cleared === 0
    ? `${newly}.`
    : `${newly}, and ${numberInWords(cleared)} ${cleared === 1 ? 'is' : 'are'} no longer flagged.`
}

/** 'four actions were closed and one raised'; null where neither is so. */
function actionWords(changes: EditionChanges): string | null {
  const [closed, raised] = [countActions(changes, 'closed'), countActions(changes, 'raised')]
  if (closed + raised === 0) return null
  if (closed === 0) return `${counted(raised, 'action', 'was', 'were')} raised`
  const done = `${counted(closed, 'action', 'was', 'were')} closed`
  return raised === 0 ? done : `${done} and ${numberInWords(raised)} raised`
}

/** Whether the log differs in more than what was closed and raised. */
function isOtherwise({ actions }: EditionChanges): boolean {
  return actions.some(({ changes }) => !changes.includes('closed') && !changes.includes('raised'))
}

/** What came in, and what became of what was provisional. */
export function writeChangesStandfirst(changes: EditionChanges): string {
  if (changes.from === null) return 'From the next edition on, this page says what is new in it.'
  const model = buildChangesModel(changes, undefined)
  const measures = newestRows(model.newFigures).length
  const { unsettled } = model
  const changed = model.settled.length - unsettled
  const final = changed + model.settledUnchanged
  const facts = factsOf(changes, model)
  const next = facts[factsInTitle]
  const actions = actionWords(changes)
  const isInTitle = actions !== null && facts.slice(0, factsInTitle).includes(actions)
  const told = [
    measures > 0
      ? `${capital(counted(measures, 'measure', 'has', 'have'))} new figures.`
      : 'No new figure has come.',
    final > 0 &&
      `${capital(counted(final, 'provisional figure', 'is', 'are'))} now final, ${anotherValue(changed, final)}.`,
    unsettled > 0 && `${capital(counted(unsettled, 'figure', 'has', 'have'))} changed and may change again.`,
    signalSentence(model),
    actions && !isInTitle && `${capital(actions)}.`,
  ].filter((sentence) => typeof sentence === 'string')
  // what the line says anyhow is not said twice
  const isTold = next && told.some((sentence) => sentence.toLowerCase().startsWith(next.toLowerCase()))
  return [
    next && !isTold && `${capital(next)}.`,
    ...told,
    'Whether the change of a figure is more than chance is judged on its measure’s own page.',
  ]
    .filter(Boolean)
    .join(' ')
}

/** @example 'with the same value'; 'two of them with another value' */
function anotherValue(changed: number, final: number): string {
  if (final === 1) return changed === 0 ? 'with the same value' : 'with another value'
  return `${changed === 0 ? 'none' : numberInWords(changed)} of them with another value`
}

/** 1, 'figure', 'was', 'were' → 'one figure was'; 3 → 'three figures were' */
function counted(count: number, noun: string, one: string, many: string): string {
  return `${numberInWords(count)} ${count === 1 ? noun : `${noun}s`} ${count === 1 ? one : many}`
}
