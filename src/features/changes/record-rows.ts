import type { EditionChanges } from '../../domain/changes/compare-editions.ts'
import { fieldInWords } from '../../domain/measures/definition-words.ts'
import { countOf, formatValue } from '../../domain/measures/format.ts'
import { lowerFirst } from '../../domain/measures/letter-case.ts'
import type { Target } from '../../domain/measures/measure.ts'
import { targetInHistory } from '../../domain/measures/target-history.ts'
import { formatDate, formatPeriod } from '../../domain/periods/labels.ts'
import type { ChangedMeasure, MeasureBook } from './figure-rows.ts'

export interface RecordRow {
  key: string
  /** null where every measure is meant */
  kpi: string | null
  name: string
  what: string
  before: string
  after: string
}

const none = 'None'
const words = { added: 'New', changed: 'Changed', withdrawn: 'Taken out' } as const

/** Targets, planned paths, recorded changes and definitions that differ, one row each. */
export function recordRows(changes: EditionChanges, measures: MeasureBook): RecordRow[] {
  const named = <Change extends { kpi: string }>(
    list: readonly Change[],
    rowsOf: (change: Change, measure: ChangedMeasure) => Omit<RecordRow, 'kpi' | 'name'>[],
  ) =>
    list.flatMap((change): RecordRow[] => {
      const measure = measures.get(change.kpi)
      if (!measure) return []
      return rowsOf(change, measure).map((row) => ({ ...row, kpi: measure.id, name: measure.name }))
    })
  return [
    ...named(changes.targets, targetRow),
    ...named(changes.trajectories, trajectoryRow),
    ...changes.recordedChanges.map((item) => recordedRow(item, measures)),
    ...named(changes.definitions, definitionRows),
    ...(changes.renamedMembers ?? []).map(renamedRow),
    ...named(
      [...Map.groupBy(changes.withdrawn, ({ kpi }) => kpi)].map(([kpi, periods]) => ({ kpi, periods })),
      takenOutRows,
    ),
  ]
}

const takenOut = 'Figures taken out'

/** Whether a row tells of figures that were taken out, which the title counts by themselves. */
export function isTakenOut({ what }: Pick<RecordRow, 'what'>): boolean {
  return what === takenOut
}

/** More periods than this are one row: a whole measure taken out is not told month by month. */
const mostPeriodsApart = 3

interface TakenOut {
  kpi: string
  periods: EditionChanges['withdrawn']
}

function takenOutRows({ kpi, periods }: TakenOut, { frequency }: ChangedMeasure) {
  const count = (of: TakenOut['periods']) =>
    countOf(
      of.reduce((sum, { figures, further }) => sum + figures.length + further, 0),
      'figure',
    )
  const row = (key: string, before: string) => ({
    key: `withdrawn ${kpi} ${key}`,
    what: takenOut,
    before,
    after: 'No longer held',
  })
  if (periods.length <= mostPeriodsApart)
    return periods.map((one) => row(one.period, `${count([one])} of ${formatPeriod(one.period)}`))
  const [from, to] = [periods[0]?.period ?? '', periods.at(-1)?.period ?? '']
  return [
    row(
      `${from} ${to}`,
      `${count(periods)} of ${countOf(periods.length, frequency)}, ${formatPeriod(from)} to ${formatPeriod(to)}`,
    ),
  ]
}

/** The whole history on either side: one target more beside those that stand is no first target. */
function targetRow(
  { standing = [], ...differing }: EditionChanges['targets'][number],
  measure: ChangedMeasure,
) {
  const [before, after] = [differing.before, differing.after].map((targets) =>
    [...standing, ...targets].toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  ) as [Target[], Target[]]
  const list = (targets: readonly Target[], unset: string) =>
    targets.map((target) => targetInHistory(measure, target)).join('; ') || unset
  return [
    {
      key: `target ${measure.id}`,
      what: `Target: ${words[kindOf(before, after)].toLowerCase()}`,
      before: list(before, 'Not set'),
      after: list(after, 'No longer set'),
    },
  ]
}

function kindOf(before: readonly Target[], after: readonly Target[]): keyof typeof words {
  if (before.length === 0) return 'added'
  return after.length === 0 ? 'withdrawn' : 'changed'
}

function trajectoryRow(
  { change, approvedBy, points }: EditionChanges['trajectories'][number],
  measure: ChangedMeasure,
) {
  const last = points.at(-1)
  const planned = (value: number | null) => (value === null ? 'nothing' : formatValue(measure, value))
  const at = (value: number | null | undefined) =>
    last && value !== undefined ? `${planned(value)} planned for ${formatPeriod(last.period)}` : sameValues
  return [
    {
      key: `trajectory ${measure.id}`,
      what: `${planWords(change, points.length)}, approved by ${approvedBy}`,
      before: change === 'added' ? none : at(last?.before),
      after: change === 'withdrawn' ? none : at(last?.after),
    },
  ]
}

/** Of a path that was approved anew, and says what it said. */
const sameValues = 'The same planned values'

/** Values of a path that was not there before are no changed ones. */
function planWords(change: EditionChanges['trajectories'][number]['change'], points: number): string {
  const values = countOf(points, 'planned value')
  if (change === 'added') return `New plan: ${values}`
  if (change === 'withdrawn') return `Plan taken out: ${values}`
  return points === 0 ? 'Same plan' : `Plan: ${values} changed`
}

const kinds = {
  band: 'Intervention',
  rebaseline: 'Baseline',
  'definition-break': 'Break in the figures',
} as const

function recordedRow(
  { id, kpi, kind, change, title, reason, start, end }: EditionChanges['recordedChanges'][number],
  measures: MeasureBook,
): RecordRow {
  const dates = end ? `${formatDate(start)} to ${formatDate(end)}` : `From ${formatDate(start)}`
  const said = `${title}. ${dates}. ${reason}`
  const before = change === 'changed' ? 'Recorded otherwise, or without its end' : none
  return {
    key: `recorded ${id}`,
    kpi,
    name: kpi === null ? 'Every measure' : (measures.get(kpi)?.name ?? kpi),
    what: `${kinds[kind]}: ${words[change].toLowerCase()}`,
    before: change === 'withdrawn' ? said : before,
    after: change === 'withdrawn' ? 'Taken back' : said,
  }
}

const fieldNames: Readonly<Record<string, string>> = {
  name: 'Name',
  theme: 'Theme',
  unit: 'Unit',
  aggregation: 'How it is combined',
  direction: 'Which way is better',
  frequency: 'How often',
  decimals: 'Decimals',
  per: 'What a rate is per',
  definition: 'Definition',
  numerator: 'What is counted',
  one: 'What one is called',
  many: 'What several are called',
  denominator: 'What it is a share of',
  owner: 'Owner',
  source: 'Source',
  code: 'National code',
  sdc: 'Protection in public',
  version: 'Version',
  validFrom: 'Valid from',
}

/** Of a breakdown and not of a measure: every measure that is broken down by it has the new name. */
function renamedRow({
  dimension,
  dimensionLabel,
  member,
  before,
  after,
}: NonNullable<EditionChanges['renamedMembers']>[number]): RecordRow {
  return {
    key: `renamed ${dimension} ${member} ${before} ${after}`,
    kpi: null,
    name: 'Every measure broken down by it',
    what: `Name in the breakdown by ${lowerFirst(dimensionLabel)}`,
    before,
    after,
  }
}

function definitionRows({ change, fields }: EditionChanges['definitions'][number], { id }: ChangedMeasure) {
  if (change !== 'changed') {
    const isNew = change === 'added'
    return [
      {
        key: `definition ${id}`,
        what: isNew ? 'New measure' : 'Measure taken out',
        before: isNew ? none : 'Defined',
        after: isNew ? 'Defined' : none,
      },
    ]
  }
  return fields.map(({ field, before, after }) => ({
    key: `definition ${id} ${field}`,
    what: fieldNames[field] ?? field,
    before: before === null ? none : fieldInWords(field, before),
    after: after === null ? none : fieldInWords(field, after),
  }))
}
