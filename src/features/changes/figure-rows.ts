import type { EditionChanges } from '../../domain/changes/compare-editions.ts'
import { stateWords } from '../../domain/changes/state-words.ts'
import { decimalsApart } from '../../domain/findings/tell-apart.ts'
import { apart } from '../../domain/measures/apart.ts'
import { countOf, formatChange, type Measured } from '../../domain/measures/format.ts'
import { isSnapshot } from '../../domain/measures/measure.ts'
import { formatObservedAt } from '../../domain/periods/labels.ts'

export type ChangedMeasure = EditionChanges['measures'][number]
export type MeasureBook = ReadonlyMap<string, ChangedMeasure>
type FigureChange = EditionChanges['newFigures'][number]
type FigureDifference = FigureChange['figures'][number]

export interface FigureRow {
  key: string
  kpi: string
  name: string
  /** '30 Sep 2025' for a snapshot, 'Sep 2025' for anything else */
  observedAt: string
  /** a category's name; null for the borough's own figure */
  part: string | null
  before: string
  after: string
  difference: string
  /** the same as numbers, for files; null where there is none */
  numbers: { before: number | null; after: number | null; difference: number | null }
  /** 'and 8 further figures', of breakdowns and other places; null where there are none */
  further: string | null
  /** how many figures the row stands for, those of breakdowns and other places among them */
  count: number
  status: string
}

export interface RestatedRow extends FigureRow {
  edition: number
  reason: string
}

/** A row for each figure; one for all of them where only breakdowns, or many categories, are meant. */
export function figureRows(change: FigureChange, measures: MeasureBook): FigureRow[] {
  const measure = measures.get(change.kpi)
  if (!measure) return []
  const shared = {
    kpi: change.kpi,
    name: measure.name,
    observedAt: formatObservedAt(change.period, isSnapshot(measure.aggregation)),
    further: change.further ? furtherWords(change.further) : null,
    count: change.further,
  }
  if (!change.figures.length) {
    return [
      {
        ...shared,
        // a row without figures of its own would read as the measure's own figure, changed to nothing
        further: `${breakdownsOnly.toLowerCase()}: ${countOf(change.further, 'figure')}`,
        key: keyOf(change),
        part: null,
        before: '',
        after: '',
        difference: '',
        numbers: noNumbers,
        status: breakdownsOnly,
      },
    ]
  }
  return change.figures.map((figure, index) => ({
    ...shared,
    further: index === 0 ? shared.further : null,
    count: index === 0 ? 1 + change.further : 1,
    key: `${keyOf(change)} ${figure.dimension} ${figure.member}`,
    part: measure.aggregation === 'X' ? figure.label : null,
    ...figureWords(measure, figure),
    numbers: numbersOf(figure),
    status: statusWords(figure),
  }))
}

/** A measure of categories as one row: its categories have no total, and many of them are no news. */
export function periodRow(change: FigureChange, measures: MeasureBook): FigureRow[] {
  const rows = figureRows(change, measures)
  const [first] = rows
  if (!first || first.part === null) return rows
  const given = change.figures.filter(({ after }) => after?.availability === 'present').length
  return [
    {
      ...first,
      key: keyOf(change),
      part: null,
      numbers: noNumbers,
      count: change.figures.length + change.further,
      after: `${given} of ${rows.length} categories given`,
    },
  ]
}

export interface NewFigureRow extends FigureRow {
  /** new figures of earlier periods, newest first: '31 Aug 2025: 315' */
  earlier: string[]
}

/** How many figures some rows stand for, and of how many measures: a row may stand for several of a breakdown. */
export function countFigures(rows: readonly FigureRow[]): { figures: number; measures: number } {
  return {
    figures: rows.reduce((sum, { count }) => sum + count, 0),
    measures: new Set(rows.map(({ kpi }) => kpi)).size,
  }
}

/** One row for each measure: its newest new figure, and the earlier ones beside it. */
export function newestRows(rows: readonly FigureRow[]): NewFigureRow[] {
  return [...Map.groupBy(rows, ({ kpi }) => kpi).values()].flatMap((ofMeasure) => {
    const newest = ofMeasure.findLast(({ after }) => after !== '') ?? ofMeasure.at(-1)
    if (!newest) return []
    const earlier = ofMeasure
      .filter((row) => row !== newest)
      .map(({ observedAt, after, status }) => `${observedAt}: ${after || status.toLowerCase()}`)
    return [{ ...newest, earlier: earlier.toReversed() }]
  })
}

const breakdownsOnly = 'Breakdowns or other places only'

const noNumbers = { before: null, after: null, difference: null }

function numbersOf({ before, after }: FigureDifference): FigureRow['numbers'] {
  const [was, is] = [before?.value ?? null, after?.value ?? null]
  // a difference of two decimals ends in binary noise: 72 − 70.8 is 1.2000000000000028
  const difference = was === null || is === null ? null : Number((is - was).toPrecision(12))
  return { before: was, after: is, difference }
}

function keyOf({ kpi, period }: FigureChange): string {
  return `${kpi} ${period}`
}

/** Both figures as finely as their difference; one that is listed as changed has not changed by nought. */
function figureWords(
  measure: ChangedMeasure,
  { before, after }: FigureDifference,
): Pick<FigureRow, 'before' | 'after' | 'difference'> {
  const [was, is] = [before?.value ?? null, after?.value ?? null]
  const words = (of: [Measured, Measured], difference: string) => ({
    before: before ? stateWords(of[0], before) : 'Not held',
    after: after ? stateWords(of[1], after) : 'No longer held',
    difference,
  })
  if (was === null || is === null) return words([measure, measure], 'cannot be told')
  const decimals = decimalsApart(measure.decimals, is, was) ?? measure.decimals
  const seen = apart<Measured>({ ...measure, decimals }, is - was, was)
  return words([seen.other, seen.figure], formatChange(seen.measure, seen.by))
}

function statusWords({ before, after }: FigureDifference): string {
  if (!after) return 'No longer held'
  // a figure that is not there is neither final nor provisional
  if (after.availability === 'missing') return 'Missing'
  const status = after.provisional ? '[p] provisional' : 'Final'
  if (before?.availability === 'missing') return `${status}; was missing`
  return before?.availability === 'suppressed' ? `${status}; was withheld` : status
}

function furtherWords(count: number): string {
  return count === 1 ? 'and one further figure' : `and ${count} further figures`
}

export function hasChanged({ figures }: FigureChange): boolean {
  return figures.some(
    ({ before, after }) => before?.value !== after?.value || before?.availability !== after?.availability,
  )
}
