import { mayHoldDimension } from '../domain/disclosure/protect.ts'
import { askOfWords } from './ask-of-words.ts'
import type { LoadedRecords } from './assemble.ts'
import { problemAt, type Report } from './problem.ts'
import type { Placed } from './record-file.ts'
import type { Standing } from './standing.ts'

/**
 * Asks to be confirmed what of a load everybody will read in words that hold a number of 1 to 4 people, or what looks
 * like a name: as is asked of whoever releases words in the app. Words that stand already were asked about before.
 */
export function watchReleasedTexts(loaded: LoadedRecords, standing: Standing, report: Report) {
  const stood = textsOf(standing)
  const look = <Item>(placed: readonly Placed<Item>[], columns: Columns<Item>) => {
    for (const { item, cells } of placed)
      for (const [column, textOf] of columns) {
        const text = textOf(item)
        const asked = text && !stood.has(text) ? askOfWords([text]) : null
        if (asked) report(problemAt(cells.place(column)).asked(asked.message, asked.remedy))
      }
  }
  look(loaded.commentary, [['text', released(({ text }) => text)]])
  look(loaded.actions, [
    ['action', released(({ action }) => action)],
    ['what_changed', released(({ whatChanged }) => whatChanged)],
  ])
  look(loaded.milestones, [
    ['title', released(({ title }) => title)],
    ['success_measure', released(({ successMeasure }) => successMeasure)],
  ])
  look(loaded.moves, [['reason', ({ reason }) => reason]])
  look(loaded.interventions, [
    ['title', ({ title }) => title],
    ['reason', ({ reason }) => reason],
  ])
  look(loaded.kpis, [
    ['name', ({ name }) => name],
    ['definition', ({ definition }) => definition],
  ])
  look(loaded.members, [['member', ({ dimension, member }) => (mayHoldDimension(dimension) ? member : null)]])
}

type Columns<Item> = readonly (readonly [column: string, textOf: (item: Item) => string | null])[]

/** The words of what everybody may read; of the rest none. */
function released<Item extends { release: string }>(textOf: (item: Item) => string | null) {
  return (item: Item) => (item.release === 'public' ? textOf(item) : null)
}

/** Words that the newest edition or the log holds, released already. */
function textsOf({ plan, kpis, actions, members }: Standing): Set<string | null> {
  return new Set([
    ...actions.flatMap(released(({ action }) => action)),
    ...plan.interventions.flatMap(({ title, reason }) => [title, reason]),
    ...plan.milestones.flatMap(released(({ title }) => title)),
    ...plan.milestones.flatMap(released(({ successMeasure }) => successMeasure)),
    ...plan.milestones.flatMap(({ moves }) => moves.map(({ reason }) => reason)),
    ...kpis.flatMap(({ name, definition }) => [name, definition]),
    ...[...members.values()].flatMap((own) => [...own]),
  ])
}
