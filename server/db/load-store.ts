import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { and, asc, desc, eq, gte, inArray, lt, notInArray } from 'drizzle-orm'
import type { Load } from '../../src/contract/loads.ts'
import type { Queries } from './database.ts'
import { loadFileTable, loadPieceTable, loadTable, scheduledLoadTable } from './schema/shared.ts'

export interface KeptLoad {
  load: Load
  /** the newest edition when it was checked; 0 where there was none */
  standsOn: number
  begunAt: Date
}

/** A file of a load as it was sent. */
export interface KeptFile {
  label: string
  isMapping: boolean
  isNamed: boolean
}

const pieceBytes = 2 ** 20

export async function insertLoad(queries: Queries, { load, standsOn, begunAt }: KeptLoad): Promise<void> {
  await queries.insert(loadTable).values({ id: load.id, document: load, standsOn, begunAt })
}

/** Copies a file from the disk of this machine, a piece at a time. */
export async function insertFile(
  queries: Queries,
  load: string,
  place: number,
  { path, label, isMapping, isNamed }: KeptFile & { path: string },
): Promise<void> {
  await queries.insert(loadFileTable).values({ load, place, label, isMapping, isNamed })
  const file = await open(path)
  try {
    const buffer = Buffer.alloc(pieceBytes)
    for (let piece = 0; ; piece++) {
      const { bytesRead } = await file.read(buffer, 0, pieceBytes)
      if (bytesRead === 0) return
      const content = buffer.subarray(0, bytesRead)
      await queries.insert(loadPieceTable).values({ load, place, piece, content })
    }
  } finally {
    await file.close()
  }
}

export async function findLoad(queries: Queries, id: string): Promise<KeptLoad | null> {
  const [row] = await queries.select().from(loadTable).where(eq(loadTable.id, id))
  return row ? { load: row.document, standsOn: row.standsOn, begunAt: row.begunAt } : null
}

/** In the order in which they were sent. */
export async function listFiles(queries: Queries, load: string): Promise<(KeptFile & { place: number })[]> {
  const { place, label, isMapping, isNamed } = loadFileTable
  return await queries
    .select({ place, label, isMapping, isNamed })
    .from(loadFileTable)
    .where(eq(loadFileTable.load, load))
    .orderBy(asc(place))
}

/** Writes a file to the disk of this machine, for its owner alone. */
export async function writeFileTo(
  queries: Queries,
  load: string,
  place: number,
  path: string,
): Promise<void> {
  await pipeline(Readable.from(readPieces(queries, load, place)), createWriteStream(path, { mode: 0o600 }))
}

async function* readPieces(queries: Queries, load: string, place: number): AsyncGenerator<Uint8Array> {
  const { content, ...key } = loadPieceTable
  for (let piece = 0; ; piece++) {
    const [row] = await queries
      .select({ content })
      .from(loadPieceTable)
      .where(and(eq(key.load, load), eq(key.place, place), eq(key.piece, piece)))
    if (!row) return
    yield row.content
  }
}

/** What became of a load; its files are not needed any more. */
export async function settleLoad(queries: Queries, load: Load): Promise<void> {
  await queries.update(loadTable).set({ document: load }).where(eq(loadTable.id, load.id))
  await queries.delete(loadFileTable).where(eq(loadFileTable.load, load.id))
}

/** Forgets all loads but the newest and those with a time, with their files; which ones are left. */
export async function keepNewestLoads(queries: Queries, most: number): Promise<Set<string>> {
  const older = queries
    .select({ id: loadTable.id })
    .from(loadTable)
    .orderBy(desc(loadTable.begunAt))
    .offset(most)
  const timed = queries.select({ id: scheduledLoadTable.load }).from(scheduledLoadTable)
  await queries.delete(loadTable).where(and(inArray(loadTable.id, older), notInArray(loadTable.id, timed)))
  const left = await queries.select({ id: loadTable.id }).from(loadTable)
  return new Set(left.map(({ id }) => id))
}

/** Exact figures that nobody published do not wait for ever: from when they came, or from the time that was set. */
export async function forgetFilesBefore(queries: Queries, day: Date): Promise<void> {
  const timed = queries
    .select({ id: scheduledLoadTable.load })
    .from(scheduledLoadTable)
    .where(gte(scheduledLoadTable.at, day))
  const old = queries
    .select({ id: loadTable.id })
    .from(loadTable)
    .where(and(lt(loadTable.begunAt, day), notInArray(loadTable.id, timed)))
  await queries.delete(loadFileTable).where(inArray(loadFileTable.load, old))
}
