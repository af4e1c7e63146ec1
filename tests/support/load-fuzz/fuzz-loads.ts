import { readLoad } from '../../../server/loads/read-load.ts'
import type { Figure } from '../../../src/domain/figures/figure.ts'
import { allOf } from '../all-of.ts'
import { isSaid, judge, type Known, type Outcome } from './judge.ts'
import { type FuzzCase, makeCase } from './make-case.ts'
import { type SeedLoad, seedLoads, type Table } from './seed-loads.ts'
import { sourceInPieces } from './source-in-pieces.ts'
import { plainCsv, writeCsv } from './write-table.ts'

/** The day on which every load is read. */
const today = '2026-01-01'

export interface CaseResult {
  what: string
  isAccepted: boolean
  /** in words; null where it was answered as it must be */
  fault: string | null
  milliseconds: number
}

export interface LoadFuzz {
  make: (seed: number, number: number) => FuzzCase
  run: (seed: number, number: number) => Promise<CaseResult>
}

/** Changed loads by number, each read in memory and judged. */
export async function openLoadFuzz(): Promise<LoadFuzz> {
  const seeds = await seedLoads()
  const known = new Map<SeedLoad, Known>()
  for (const seed of seeds) known.set(seed, await know(seed))
  const make = (seed: number, number: number) => makeCase(seeds, seed, number)
  return {
    make,
    async run(seed, number) {
      const given = make(seed, number)
      const began = performance.now()
      const { outcome, fault } = await answer(given, known.get(given.seed))
      const milliseconds = performance.now() - began
      return { what: given.what, isAccepted: outcome?.figures != null, fault, milliseconds }
    },
  }
}

async function answer(given: FuzzCase, known: Known | undefined) {
  let outcome: Outcome | null = null
  try {
    outcome = await outcomeOf(given)
    return { outcome, fault: known ? await judge(given, outcome, known) : null }
  } catch (error) {
    const where =
      error instanceof Error ? (error.stack?.split('\n').slice(0, 4).join(' ') ?? error.message) : error
    return { outcome, fault: `it fails: ${where}` }
  }
}

async function outcomeOf({
  files,
  mapping,
  seed,
}: Pick<FuzzCase, 'files' | 'mapping' | 'seed'>): Promise<Outcome> {
  const read = await readLoad(files, mapping, seed.standing, today)
  return { read, figures: read.prepared && (await allOf(read.prepared.readFigures())) }
}

/** The load as it is, and each of its rows by itself. */
async function know(seed: SeedLoad): Promise<Known> {
  const rows = new Map<string, Promise<readonly Figure[] | null>>()
  const figures = await figuresOf(seed, seed.table)
  if (!figures) throw new Error(`${seed.name} is not sound by itself`)
  const known: Known = {
    figures,
    figuresOfRow(row) {
      const key = row.join('\u001f')
      const before = rows.get(key) ?? figuresOf(seed, [...seed.table.slice(0, seed.headerRows), row])
      rows.set(key, before)
      return before
    },
  }
  if (seed.isByRow) await proveRows(seed, known)
  return known
}

/** What is changed is set against what was: that each row says its figures is read by other means as well. */
async function proveRows(seed: SeedLoad, { figures, figuresOfRow }: Known) {
  let count = 0
  for (const row of seed.table.slice(seed.headerRows)) {
    const own = (await figuresOfRow(row)) ?? []
    const other = own.find((figure) => !isSaid(figure, [row]))
    if (other) throw new Error(`a row of ${seed.name} does not say ${JSON.stringify(other)}`)
    count += own.length
  }
  if (count !== figures.length) throw new Error(`${seed.name} has other figures than its rows: ${count}`)
}

async function figuresOf(seed: SeedLoad, table: Table): Promise<readonly Figure[] | null> {
  const name = `${seed.file}.csv`
  const files = Object.entries({ ...seed.texts, [name]: writeCsv(table, plainCsv) })
  const mapping = seed.mapped && JSON.stringify({ files: [{ file: name, ...seed.mapped }] })
  const outcome = await outcomeOf({
    seed,
    files: files.map(([one, content]) => sourceInPieces(one, content)),
    mapping: mapping === null ? null : sourceInPieces('mapping.json', mapping),
  })
  return outcome.figures
}
