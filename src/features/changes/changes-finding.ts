import type { EditionChanges } from '../../domain/changes/compare-editions.ts'
import { numberInWords } from '../../domain/measures/format.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import { hasChanged } from './figure-rows.ts'
import { moveWords } from './milestone-rows.ts'

/** At most so many facts stand in the title; the rest is below it. */
const factsInTitle = 3

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
  const facts = factsOf(changes)
  if (!facts.length) return `Nothing has changed since ${since}`
  return `Since ${since}, ${facts.slice(0, factsInTitle).join('; ')}`
}

function factsOf(changes: EditionChanges): string[] {
  const { restated, milestones, receipts, newFigures, actions } = changes
  const signals = countSignals(changes)
  const closed = countActions(changes, 'closed')
  const milestonesThat = (kind: (typeof milestones)[number]['changes'][number]) =>
    milestones.filter((one) => one.changes.includes(kind)).length
  return [
    restated.length > 0 && `${counted(restated.length, 'final figure', 'was', 'were')} restated`,
    moveWords(milestones),
    milestonesThat('overdue') > 0 &&
      `${counted(milestonesThat('overdue'), 'milestone', 'has', 'have')} become overdue`,
    ...receiptFacts(receipts),
    signals.raised > 0 && `${seriesThat(signals.raised, 'newly shows', 'newly show')} a recent change`,
    milestonesThat('completed') > 0 &&
      `${counted(milestonesThat('completed'), 'milestone', 'was', 'were')} completed`,
    closed > 0 && `${counted(closed, 'action', 'was', 'were')} closed`,
    newFigures.length > 0 && `${counted(newFigures.length, 'new figure', 'has', 'have')} come`,
    hasOther(changes) && 'targets, plans or definitions have changed',
    changes.settled.length + changes.stillProvisional.length > 0 && 'provisional figures have settled',
    signals.cleared > 0 &&
      `${seriesThat(signals.cleared, 'no longer shows', 'no longer show')} a recent change`,
    actions.length > closed && 'the log of actions has changed',
  ].filter((fact) => typeof fact === 'string')
}

function receiptFacts(receipts: EditionChanges['receipts']): (string | false)[] {
  const overdue = receipts.filter(({ change }) => change === 'overdue').length
  const received = receipts.length - overdue
  return [
    overdue > 0 && `${counted(overdue, 'awaited figure', 'has', 'have')} become overdue`,
    received > 0 && `${counted(received, 'overdue figure', 'has', 'have')} come`,
  ]
}

function hasOther({ targets, trajectories, definitions, recordedChanges }: EditionChanges): boolean {
  return targets.length + trajectories.length + definitions.length + recordedChanges.length > 0
}

function countSignals({ signals }: EditionChanges): { raised: number; cleared: number } {
  const changed = signals?.changed ?? []
  const raised = changed.filter(({ after }) => after !== null).length
  return { raised, cleared: changed.length - raised }
}

function countActions({ actions }: EditionChanges, kind: 'closed' | 'raised'): number {
  return actions.filter(({ changes }) => changes.includes(kind)).length
}

function seriesThat(count: number, one: string, many: string): string {
  return `${numberInWords(count)} series ${count === 1 ? one : many}`
}

/** 'Two series newly show a recent change, and 14 no longer do.'; null where neither is so. */
function signalSentence(changes: EditionChanges): string | null {
  const { raised, cleared } = countSignals(changes)
  if (raised + cleared === 0) return null
  const newly = `${capital(seriesThat(raised, 'newly shows', 'newly show'))} a recent change`
  if (raised === 0)
    return `${capital(seriesThat(cleared, 'no longer shows', 'no longer show'))} a recent change.`
  return cleared === 0
    ? `${newly}.`
    : `${newly}, and ${numberInWords(cleared)} no longer ${cleared === 1 ? 'does' : 'do'}.`
}

/** 'Four actions were closed and one raised.'; null where neither is so. */
function actionSentence(changes: EditionChanges): string | null {
  const [closed, raised] = [countActions(changes, 'closed'), countActions(changes, 'raised')]
  if (closed + raised === 0) return null
  if (closed === 0) return `${capital(counted(raised, 'action', 'was', 'were'))} raised.`
  const done = `${capital(counted(closed, 'action', 'was', 'were'))} closed`
  return raised === 0 ? `${done}.` : `${done} and ${numberInWords(raised)} raised.`
}

/** What came in, and what became of what was provisional. */
export function writeChangesStandfirst(changes: EditionChanges): string {
  if (changes.from === null) return 'From the next edition on, this page says what is new in it.'
  const ofBorough = (list: EditionChanges['settled']) => list.filter(({ figures }) => figures.length > 0)
  const { newFigures } = changes
  const [settled, stillProvisional] = [ofBorough(changes.settled), ofBorough(changes.stillProvisional)]
  const measures = new Set(newFigures.map(({ kpi }) => kpi)).size
  const changed = settled.filter(hasChanged).length
  return [
    newFigures.length > 0
      ? `${capital(counted(measures, 'measure', 'has', 'have'))} new figures.`
      : 'No new figure has come.',
    settled.length > 0 &&
      `${capital(counted(settled.length, 'provisional figure', 'is', 'are'))} now final, ${changed === 0 ? 'none' : numberInWords(changed)} of them with another value.`,
    stillProvisional.length > 0 &&
      `${capital(counted(stillProvisional.length, 'figure', 'has', 'have'))} changed and may change again.`,
    signalSentence(changes),
    actionSentence(changes),
    'Whether the change of any one figure is more than chance is judged on each measure’s own page.',
  ]
    .filter(Boolean)
    .join(' ')
}

/** 1, 'figure', 'was', 'were' → 'one figure was'; 3 → 'three figures were' */
function counted(count: number, noun: string, one: string, many: string): string {
  return `${numberInWords(count)} ${count === 1 ? noun : `${noun}s`} ${count === 1 ? one : many}`
}
