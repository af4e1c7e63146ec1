import type { ReadLoad } from '../../../server/loads/read-load.ts'
import { type Figure, figureKey } from '../../../src/domain/figures/figure.ts'
import type { FuzzCase } from './make-case.ts'
import type { SeedLoad, Table } from './seed-loads.ts'

/** What a load gave: figures where it was accepted. */
export interface Outcome {
  read: ReadLoad
  figures: readonly Figure[] | null
}

/** What is known of the load before it was changed. */
export interface Known {
  figures: readonly Figure[]
  /** of one row by itself; null where it cannot stand by itself */
  figuresOfRow: (row: readonly string[]) => Promise<readonly Figure[] | null>
}

/** What is wrong with how a changed load was answered, in words; null where nothing is. */
export async function judge(given: FuzzCase, outcome: Outcome, known: Known): Promise<string | null> {
  return (
    faultOfWords(given, outcome.read) ??
    faultOfAnswer(given, outcome) ??
    (await faultOfFigures(given, outcome.figures, known))
  )
}

/** Each problem names its place and a remedy, and says nothing of a person. */
function faultOfWords({ secrets, table }: FuzzCase, { problems, prepared }: ReadLoad): string | null {
  if (!prepared && !problems.some(({ severity }) => severity === 'error'))
    return 'refused, and no error says why'
  for (const { file, line, column, message, remedy } of problems) {
    if (!file || !message || !remedy) return `a problem without file, message or remedy: ${message}`
    if (!(line >= 0 && column >= 0)) return `a problem without a place: ${message}`
    const hole = /\b(?:undefined|NaN|null)\b/.exec(`${message} ${remedy}`)?.[0]
    // a member may be called so
    if (hole && !table?.flat().some((cell) => cell.trim() === hole)) return `a hole in the words: ${message}`
  }
  const said = JSON.stringify(problems).toLowerCase()
  const secret = secrets.find((one) => said.includes(one.toLowerCase()))
  return secret === undefined ? null : `it says "${secret}"`
}

function faultOfAnswer(
  { expected, isPlain, table, seed }: FuzzCase,
  { read, figures }: Outcome,
): string | null {
  if (figures && expected === 'refused') return 'accepted, and should be refused'
  const errors = read.problems.filter(({ severity }) => severity === 'error')
  if (!figures && expected === 'same') return `refused, and should be accepted: ${errors[0]?.message}`
  if (figures || expected !== 'confined' || !isPlain || !table) return null
  const changed = new Set(changedRows(seed.table, table).flatMap((row) => linesOf(table, row)))
  const isNear = errors.some(
    ({ file, line, message }) =>
      file === 'load' || line === 0 || changed.has(line) || /line \d/.test(message),
  )
  return isNear || changed.size === 0
    ? null
    : `the error names another line than ${[...changed]}: ${errors[0]?.line}`
}

/** A cell may have line breaks, and its row then several lines. */
function linesOf(table: Table, row: readonly string[]): number[] {
  const breaks = (cells: readonly string[]) => cells.join('').split('\n').length
  const first = 1 + table.slice(0, table.indexOf(row)).reduce((lines, cells) => lines + breaks(cells), 0)
  return Array.from({ length: breaks(row) }, (_, line) => first + line)
}

/** Rows that the table before did not have. */
function changedRows(before: Table, table: Table): Table {
  const stood = new Set(before.map((row) => row.join('\u001f')))
  return table.filter((row) => !stood.has(row.join('\u001f')))
}

async function faultOfFigures(
  { expected, seed, table }: FuzzCase,
  figures: readonly Figure[] | null,
  known: Known,
): Promise<string | null> {
  if (!figures || expected === 'told' || expected === 'refused') return null
  if (expected === 'few') return await moreThanFew(seed, figures, known)
  if (expected !== 'confined' || !table) return differenceOf(known.figures, figures)
  const kept = new Set(table.map((row) => row.join('\u001f')))
  const untouched = seed.table.slice(seed.headerRows).filter((row) => kept.has(row.join('\u001f')))
  const expectedFigures: Figure[] = []
  for (const row of untouched) expectedFigures.push(...((await known.figuresOfRow(row)) ?? []))
  const found = new Map(figures.map((figure) => [figureKey(figure), JSON.stringify(figure)]))
  const lost = expectedFigures.find((figure) => found.get(figureKey(figure)) !== JSON.stringify(figure))
  if (lost) return `a figure of a row that was not changed is lost or another: ${JSON.stringify(lost)}`
  const sound = new Set(expectedFigures.map((figure) => JSON.stringify(figure)))
  const touched = changedRows(seed.table, table)
  const invented = figures.find((figure) => !sound.has(JSON.stringify(figure)) && !isSaid(figure, touched))
  return invented ? `a figure that no changed row says: ${JSON.stringify(invented)}` : null
}

/** One cell that says something else changes its own row, or puts it in another's place. */
async function moreThanFew(seed: SeedLoad, figures: readonly Figure[], known: Known): Promise<string | null> {
  const counts = await Promise.all(
    seed.table.slice(seed.headerRows).map(async (row) => (await known.figuresOfRow(row))?.length ?? 0),
  )
  const found = new Set(figures.map((figure) => JSON.stringify(figure)))
  const lost = known.figures.filter((figure) => !found.has(JSON.stringify(figure)))
  return lost.length > 2 * Math.max(...counts)
    ? `${lost.length} figures are lost or others, the first ${JSON.stringify(lost[0])}`
    : null
}

function differenceOf(before: readonly Figure[], after: readonly Figure[]): string | null {
  const texts = (figures: readonly Figure[]) => new Set(figures.map((figure) => JSON.stringify(figure)))
  const [stood, found] = [texts(before), texts(after)]
  const lost = [...stood].find((one) => !found.has(one))
  const made = [...found].find((one) => !stood.has(one))
  if (lost === undefined && made === undefined) return null
  return `figures differ: lost ${lost ?? 'none'}, new ${made ?? 'none'}`
}

/** What mappings of the seeds multiply by. */
const scales = [1, 7, 100]

/** Whether a row says the numbers of a figure, read by nothing of what reads loads. */
export function isSaid({ value, numerator, denominator, n }: Figure, rows: Table): boolean {
  const given = [numerator, denominator, n].filter((one) => one !== null)
  return rows.some((row) => {
    const cells = row.map((cell) =>
      cell
        .trim()
        .replace(/^[−–]/, '-')
        .replace(/ *\(p\)$/, '')
        .replaceAll(',', ''),
    )
    const says = (one: number, times: readonly number[]) =>
      cells.some((cell) => times.some((scale) => isWritten(one, cell, scale)))
    return (value === null || says(value, scales)) && given.every((one) => says(one, [1]))
  })
}

function isWritten(value: number, cell: string, scale: number): boolean {
  if (!/^-?\d+(\.\d+)?$/.test(cell)) return false
  if (scale !== 1) return Math.abs(Number(cell) * scale - value) <= 1e-9 * Math.abs(value)
  // every digit of a whole number counts; of a fraction fifteen do
  if (Number.isInteger(value))
    return BigInt(cell.split('.')[0] ?? '') === BigInt(value) && Number(cell) === value
  return Number(cell) === value
}
