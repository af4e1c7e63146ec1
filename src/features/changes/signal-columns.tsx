import { IconWord, type Tone } from '../../ui/IconWord.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import type { RecordColumn } from '../../ui/RecordTable.tsx'
import { MeasureCell } from './MeasureCell.tsx'
import type { SignalRow } from './signal-rows.ts'

/** What a change means for people, by the way that it points: shape, word and colour. */
const marks: Record<SignalRow['meaning'], { up: IconName; down: IconName; tone: Tone; words: string }> = {
  concern: { up: 'concerning-high', down: 'concerning-low', tone: 'concern', words: 'Concern' },
  neutral: { up: 'changed-high', down: 'changed-low', tone: 'neutral', words: 'Neither better nor worse' },
  improvement: { up: 'improving-high', down: 'improving-low', tone: 'improvement', words: 'Improvement' },
}

const measure: RecordColumn<SignalRow> = {
  head: 'Measure',
  text: ({ name, where }) => `${name}, ${where}`,
  shown: ({ kpi, name, part, where }) => <MeasureCell kpi={kpi} name={name} part={part} below={[where]} />,
  width: 2.5,
}
const meaning: RecordColumn<SignalRow> = {
  head: 'Meaning',
  text: (row) => marks[row.meaning].words,
  shown: (row) => {
    const { up, down, tone, words } = marks[row.meaning]
    return (
      <IconWord icon={row.direction > 0 ? up : down} tone={tone}>
        {words}
      </IconWord>
    )
  },
  width: 1.5,
}
const since: RecordColumn<SignalRow> = { head: 'Since', text: (row) => row.since }
const sentence = (head: string): RecordColumn<SignalRow> => ({
  head,
  text: (row) => row.sentence,
  width: 4,
})

/** What the earlier edition said has a column only where it flagged any of them, for another change. */
export function newSignalColumns(
  rows: readonly SignalRow[],
  from: number,
): readonly RecordColumn<SignalRow>[] {
  const columns = [measure, sentence('What is flagged'), meaning, since]
  const before: RecordColumn<SignalRow> = {
    head: `In edition ${from}`,
    text: (row) => row.otherwise,
    width: 2,
  }
  return rows.some(({ isAnother }) => isAnother) ? [...columns, before] : columns
}

export function clearedSignalColumns(from: number): readonly RecordColumn<SignalRow>[] {
  return [
    measure,
    sentence(`What edition ${from} said`),
    meaning,
    { head: 'Now', text: (row) => row.otherwise, width: 2.5 },
  ]
}
