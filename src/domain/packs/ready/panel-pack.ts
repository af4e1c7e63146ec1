import { listed } from '../../measures/format.ts'
import { capital } from '../../measures/letter-case.ts'
import type { ImpactState } from '../../plans/impact-states.ts'
import { impactWords } from '../../plans/impact-words.ts'
import type { ScorecardRow } from '../../scorecard/scorecard.ts'
import { packLimits } from '../pack.ts'
import {
  isDrawn,
  joinParts,
  namesOf,
  type PackSources,
  type ReadyPack,
  type ReadyPart,
  tableOf,
  trendOf,
} from './ready-pack.ts'
import { becauseOf } from './why-in.ts'

/** with one that was kept, where there is one: a panel that sees failures alone learns nothing of what works */
const mostNotKept = 5
const mostBoards = 3

/** What became of a promise, in the order in which a panel asks about it. */
const notKept: readonly ImpactState[] = [
  'done-measure-worse',
  'done-no-effect-yet',
  'late-measure-worse',
  'done-measure-lost',
  'late-measure-lost',
  'late-measure-not-improving',
  'done-measure-not-judged',
  'late-measure-not-judged',
  'late-measure-improving-anyway',
  'open-at-risk',
]
const kept: readonly ImpactState[] = [
  'done-measure-met',
  'late-measure-met-anyway',
  'open-measure-met-already',
]

/** For the scrutiny panel: what was promised beside what the measure did, and what came of its recommendations. */
export function makePanelPack(sources: PackSources): ReadyPack {
  return joinParts('panel', [promises(sources), recommendations(sources)])
}

interface Promised {
  row: ScorecardRow
  title: string
  state: ImpactState
}

function promises(sources: PackSources): ReadyPart {
  const name = 'Promises against trends'
  const all = promisesOf(sources)
  const chosen = oneOfEach(all, notKept).slice(0, mostNotKept)
  const good = oneOfEach(all, kept).find(({ row }) => !chosen.some((one) => one.row === row))
  const shown = good ? [...chosen, good] : chosen
  const table = tableOf('milestones', becauseOf('it sets what was delivered beside what the measures did'))
  if (sources.milestones.length === 0) {
    return {
      name,
      holds: 'This edition holds no promise that the panel may see: the list says so.',
      items: [table],
    }
  }
  return {
    name,
    holds:
      shown.length === 0
        ? `The milestones, delivery beside impact; ${noneShown(all)}.`
        : `The milestones, delivery beside impact, and ${shown.length === 1 ? 'the trend' : 'the trends'} of ${namesOf(shown.map(({ row }) => row))}.`,
    items: [table, ...shown.map((promise) => trendOf(promise.row, lineOf(promise)))],
  }
}

/** A promise with a trend that stands in no list above is on its way, too young to be judged, or partly kept. */
function noneShown(all: readonly Promised[]): string {
  return all.length === 0
    ? 'none has a trend to be set against yet'
    : 'of none whose measure is drawn does it show yet that it was kept or not kept'
}

function promisesOf({ rows, milestones, impacts }: PackSources): Promised[] {
  const byId = new Map(rows.filter(isDrawn).map((row) => [row.id, row]))
  const states = new Map(impacts.map(({ milestone, state }) => [milestone, state]))
  return milestones.flatMap(({ id, title, kpi }) => {
    const row = kpi === null ? undefined : byId.get(kpi)
    const state = states.get(id)
    return row && state ? [{ row, title, state }] : []
  })
}

/**
 * One promise a measure: first the first of each state, then the second of each, so that no one kind of failure
 * fills the agenda.
 *
 * @example no effect: a b, late: c → a c b
 */
function oneOfEach(promises: readonly Promised[], states: readonly ImpactState[]): Promised[] {
  const seen = new Set<ScorecardRow>()
  const lists = states.map((state) =>
    promises.filter((promise) => {
      if (promise.state !== state || seen.has(promise.row)) return false
      seen.add(promise.row)
      return true
    }),
  )
  const longest = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, round) => lists.flatMap((list) => list[round] ?? [])).flat()
}

/** 'Promised: “Second OT clinic open”. Done, no effect yet.'; without a title that has no room in a line */
function lineOf({ title, state }: Promised): string {
  const outcome = `${capital(impactWords[state].short)}.`
  const line = `Promised: “${title}”. ${outcome}`
  return line.length <= packLimits.line ? line : outcome
}

/** What the boards asked for whose log the panel may read, the latest first. */
function recommendations({ actions }: PackSources): ReadyPart {
  const latest = Map.groupBy(actions, ({ board }) => board)
  const boards = [...latest]
    .map(([board, own]) => ({
      board,
      raised:
        own
          .map(({ raised }) => raised)
          .toSorted()
          .at(-1) ?? '',
    }))
    .toSorted((a, b) => order(b.raised, a.raised) || order(a.board, b.board))
    .slice(0, mostBoards)
    .map(({ board }) => board)
  const name = 'Last recommendations'
  if (boards.length === 0) {
    return {
      name,
      holds: 'The log of this edition holds no recommendation that the panel may see: the list says so.',
      items: [tableOf('actions', becauseOf('it says what was recommended, or that nothing was'))],
    }
  }
  return {
    name,
    holds: `What ${listed(boards)} asked for, and what came of it.`,
    items: boards.map((board) =>
      tableOf('actions', becauseOf(`it lists what ${board} asked for and what came of it`), { board }),
    ),
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
