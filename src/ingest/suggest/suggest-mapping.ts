import { carriedColumns, filledDown } from '../mapping/carry-down.ts'
import { withoutEnding } from '../mapping/cut-text.ts'
import type { PeriodSource } from '../mapping/sources.ts'
import { columnsOf, type FileMapping, type MappingOutput } from '../mapping.ts'
import { type ColumnKind, kindOfColumn } from './column-kinds.ts'
import { knownDimension } from './known-dimension.ts'
import { writingOf } from './number-shape.ts'
import { findPeriodHeaders } from './period-headers.ts'
import { periodInName } from './period-in-name.ts'
import { chooseMember } from './row-key.ts'

/** A file as it was looked into: its header and some of the rows below it. */
export interface LookedInto {
  file: string
  /** of a workbook with several */
  sheet: string | null
  headerRows: number
  names: readonly string[]
  rows: readonly (readonly string[])[]
}

export interface Suggestion {
  mapping: FileMapping
  /** what each column was taken for, in words */
  columns: { name: string; taken: string }[]
  /** what only somebody who knows the file can say */
  unknown: string[]
  /** texts among the figures whose meaning is not known */
  unclear: string[]
  /** whether any two rows are of the same period and member */
  isKey: boolean
}

/** Stands in a suggested mapping where only the analyst knows. */
export const unknownKpi = 'MEASURE'

const manyRows =
  'several rows are of the same period and member: choose among them ("filters"), or combine them ("combine")'

interface Known {
  /** mappings that are in use: what one of them says of the same columns goes before any guess */
  standing: readonly FileMapping[]
  kpis: readonly { id: string; name: string }[]
  /** of each breakdown, its members; none where nobody can be asked */
  members?: ReadonlyMap<string, ReadonlySet<string>>
}

/** A mapping for a file: from one in use that reads the same columns, else from names and content. */
export function suggestMapping(given: LookedInto, known: Known): Suggestion {
  return fromStanding(given, known.standing) ?? fromContent(given, known)
}

/** A standing mapping that asks for no column that this file has not; the one that asks for most. */
function fromStanding(given: LookedInto, standing: readonly FileMapping[]): Suggestion | null {
  const names = new Set(given.names)
  const [best] = standing
    .filter((one) => (one.headerRows ?? 1) === given.headerRows)
    .map((one) => ({ one, columns: columnsOf(one) }))
    .filter(({ columns }) => columns.length > 1 && columns.every((column) => names.has(column)))
    .toSorted((a, b) => b.columns.length - a.columns.length)
  if (!best) return null
  const asked = new Set(best.columns)
  const { sheet: _, ...rest } = best.one
  return {
    mapping: { ...rest, file: given.file, ...(given.sheet !== null && { sheet: given.sheet }) },
    columns: given.names.map((name) => ({
      name,
      taken: asked.has(name) ? 'as the mapping in use reads it' : 'not used by the mapping in use',
    })),
    unknown: [],
    unclear: [],
    isKey: true,
  }
}

function fromContent(given: LookedInto, known: Known): Suggestion {
  const { names } = given
  const carriedDown = carriedColumns(given.rows, names)
  const rows = filledDown(given.rows, names, carriedDown)
  const headers = findPeriodHeaders(names)
  const ofPeriods = new Set(headers.flatMap((one) => [...one.names]))
  const columns = names.map((name, index) => {
    const cells = rows.map((row) => row[index] ?? '')
    return {
      name,
      cells,
      kind: ofPeriods.has(name) ? ({ kind: 'figure' } as const) : kindOfColumn(name, cells),
    }
  })
  const unknown: string[] = []
  const named = (kind: ColumnKind['kind']) =>
    columns.filter((one) => one.kind.kind === kind && one.name !== '')
  const figures = named('figure').filter(({ name }) => !ofPeriods.has(name))
  const period = headers.length > 0 ? null : periodOf(given, columns, unknown)
  const periods = columns.find(({ name }) => name === period?.column)?.cells ?? null
  const { member, isKey } = chooseMember(named('member'), periods, rows.length)
  const [[readOn], [status]] = [named('read-on'), named('status')]
  const count = (part: string) => columns.find(({ kind }) => kind.kind === 'count' && kind.part === part)
  const shared = {
    dimension: member
      ? (knownDimension(member.cells, known.members ?? new Map()) ?? idOf(member.name))
      : 'borough',
    member: member ? { column: member.name } : 'All',
    ...Object.fromEntries(
      ['numerator', 'denominator', 'n'].flatMap((part) => {
        const found = count(part)
        return found ? [[part, { column: found.name }]] : []
      }),
    ),
    ...(status && { status: { column: status.name } }),
    asAt: readOn ? { column: readOn.name } : 'period-end',
  }
  const ask = createAsker(known)
  const outputs: MappingOutput[] = period
    ? figures.map(({ name }) => ({
        kpi: ask.kpi(name, figures.length === 1 ? `${given.file} ${name}` : name),
        ...shared,
        period,
        value: { column: name },
      }))
    : headers.map(({ form, cut }) => {
        const said = [cut.after, cut.before].filter(Boolean).join(' ').trim()
        return {
          kpi: ask.kpi(said || given.file, said || given.file),
          ...shared,
          period: { headers: cut, form },
        }
      })
  const [numerator, denominator] = [count('numerator'), count('denominator')]
  if (period && outputs.length === 0 && numerator && denominator) {
    outputs.push({
      kpi: ask.kpi(given.file, given.file),
      ...shared,
      period,
      value: { divide: [numerator.name, denominator.name] },
    })
    unknown.push(
      `what ${numerator.name} divided by ${denominator.name} is multiplied by: give "scale" 100 for a percentage, 1000 for a rate per 1,000`,
    )
    if (!isKey) unknown.push(manyRows)
  } else if (period && outputs.length === 0) {
    outputs.push({ kpi: ask.kpi(given.file, given.file), ...shared, period, combine: { rows: 'count' } })
    unknown.push('no column of figures was found, so rows are counted: give "value" if one holds them')
  } else if (!isKey) {
    unknown.push(manyRows)
  }
  const measures = new Map(outputs.map(({ kpi, value }) => [value?.column, kpi]))
  const writing = writingOf(
    columns.filter(({ kind }) => kind.kind === 'figure' || kind.kind === 'count').map(({ cells }) => cells),
  )
  return {
    mapping: {
      file: given.file,
      ...(given.sheet !== null && { sheet: given.sheet }),
      ...(given.headerRows > 1 && { headerRows: given.headerRows }),
      ...(writing.suppressed.length > 0 && { suppressed: writing.suppressed }),
      ...(writing.missing.length > 0 && { missing: writing.missing }),
      ...(writing.provisional.length > 0 && { provisional: writing.provisional }),
      ...(carriedDown.length > 0 && { carriedDown }),
      ...(Object.keys(writing.numbers).length > 0 && { numbers: writing.numbers }),
      outputs,
    },
    columns: columns.map(({ name, kind }) => ({
      name,
      taken: ofPeriods.has(name)
        ? 'the figures of a period'
        : `${kindWords(kind, name === member?.name)}${measures.has(name) ? ` of the measure ${measures.get(name)}` : ''}`,
    })),
    unknown: [
      ...unknown,
      ...ask.unknown(),
      ...(figures.length > 1 && period
        ? [
            'whether the columns of figures are measures, as was taken, or members of one: then list them under "columns"',
          ]
        : []),
      ...(readOn
        ? []
        : ['when the source was read: "asAt" says the end of each period; give the day or its column']),
      ...(carriedDown.length > 0
        ? [
            `whether blank cells of ${listedNames(carriedDown)} mean the one above, as was taken ("carriedDown")`,
          ]
        : []),
      ...(writing.unclearUnits.length > 0
        ? [
            `what ${listedNames(writing.unclearUnits.map((unit) => `"${unit}"`))} behind figures means: list one unit of all under "units"; figures of another unit or size are other numbers ("scale" multiplies a whole column)`,
          ]
        : []),
      ...writing.unclear
        .slice(0, 10)
        .map((mark) => `what "${mark}" means among the figures: list it under "suppressed" or "missing"`),
    ],
    unclear: writing.unclear,
    isKey,
  }
}

function periodOf(
  given: LookedInto,
  columns: readonly { name: string; kind: ColumnKind }[],
  unknown: string[],
): PeriodSource {
  for (const { name, kind } of columns) {
    if (kind.kind !== 'period') continue
    if (kind.form === 'year-beginning') {
      unknown.push(
        `whether the years of ${name} are written by where they begin or end: year-beginning or year-ending`,
      )
    }
    return { column: name, form: kind.form }
  }
  const inSheet = periodInName(given.sheet ?? '')
  if (inSheet) return { sheetName: inSheet.cut, form: inSheet.form }
  const inFile = periodInName(withoutEnding(given.file))
  if (inFile) return { fileName: inFile.cut, form: inFile.form }
  unknown.push('which period the figures are of: no column says it, nor the name of the file or the sheet')
  return { constant: 'PERIOD', form: 'period' }
}

/** The measure that a name most likely is of, by its words; where no measure is nearest, the analyst is asked. */
function createAsker({ kpis, standing }: Known) {
  const inUse = standing.flatMap(({ outputs }) =>
    outputs.flatMap(({ kpi }) => (typeof kpi === 'string' ? [kpi] : [])),
  )
  const names = new Map([
    ...inUse.map((id) => [id, id] as const),
    ...kpis.map(({ id, name }) => [id, name] as const),
  ])
  const asked: string[] = []
  return {
    kpi(column: string, said: string): string {
      const words = wordsOf(said)
      const [best, second] = [...names]
        .map(([id, name]) => ({
          id,
          score: [...wordsOf(`${id} ${name}`)].filter((word) => words.has(word)).length,
        }))
        .toSorted((a, b) => b.score - a.score)
      if (best && best.score > (second?.score ?? 0)) return best.id
      asked.push(column)
      return unknownKpi
    },
    unknown: () =>
      asked.length === 0
        ? []
        : [
            `which ${asked.length === 1 ? 'measure is' : 'measures are'} ${listedNames(asked)}: give ids from kpis.csv in place of ${unknownKpi}`,
          ],
  }
}

/** Of very many, the first. */
function listedNames(names: readonly string[]): string {
  const most = 20
  return names.length > most
    ? `${names.slice(0, most).join(', ')} and ${names.length - most} more`
    : names.join(', ')
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 1),
  )
}

/** @example 'Locality Team' → 'locality-team'; '18-64?' → 'breakdown' */
function idOf(name: string): string {
  return (name.toLowerCase().match(/[a-z]+/g) ?? ['breakdown']).join('-')
}

function kindWords(kind: ColumnKind, isMember: boolean): string {
  switch (kind.kind) {
    case 'period':
      return `the period (${kind.form})`
    case 'read-on':
      return 'the day on which the source was read'
    case 'status':
      return 'the status'
    case 'count':
      return `the ${kind.part}`
    case 'figure':
      return 'figures'
    case 'member':
      return isMember ? 'the members of a breakdown' : 'texts; not used'
    case 'constant':
      return 'the same in every row; not used'
    case 'empty':
      return 'empty; not used'
  }
}
