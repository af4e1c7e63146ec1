import { sql } from 'drizzle-orm'
import { type Database, openEmbeddedDatabase } from '../../../server/db/database.ts'
import { createLoads } from '../../../server/loads/loads.ts'
import { readLoad } from '../../../server/loads/read-load.ts'
import { LoadStateError } from '../../../server/loads/settled.ts'
import type { SourceFile } from '../../../server/loads/source-file.ts'
import { readStanding } from '../../../server/loads/standing-edition.ts'
import { type Figure, figureKey } from '../../../src/domain/figures/figure.ts'
import { allOf } from '../all-of.ts'
import type { FuzzCase } from './make-case.ts'

export interface Publisher {
  /** stages a changed load, and publishes it where it is sound */
  send: (given: FuzzCase) => Promise<{ isPublished: boolean; fault: string | null }>
  close: () => Promise<void>
}

const now = new Date('2026-01-01T12:00:00Z')

/** Loads sent to one database, one upon another: each is published whole, or nothing of what stands changes. */
export async function openPublisher(): Promise<Publisher> {
  const database = await openEmbeddedDatabase()
  let sent = 0
  return {
    async send(given) {
      sent += 1
      try {
        return await send(database, given, sent % 3 === 0)
      } catch (error) {
        const why = error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' ') : error
        return { isPublished: false, fault: `sent to a database, it fails: ${why}` }
      }
    },
    close: async () => await database.close(),
  }
}

async function send(database: Database, { files, mapping }: FuzzCase, breaksOff: boolean) {
  const before = await contentOf(database)
  const standing = await readStanding(database.queries)
  const { prepared } = await readLoad(files, mapping, standing, now.toISOString().slice(0, 10))
  const figures = prepared && (await allOf(prepared.readFigures()))
  const disk = { isGone: false }
  const turn = createLoads(database, { now: () => now }).begin()
  const load = await turn.stage(async () => ({ files: files.map((file) => onDisk(file, disk)), mapping }))
  const isUnchanged = async () => (await contentOf(database)) === before
  if (load.state === 'rejected' || !figures) {
    const fault = (await isUnchanged()) ? null : 'it was refused, and what stands is another'
    return { isPublished: false, fault }
  }
  disk.isGone = breaksOff
  const naming = { label: 'Fuzz', note: null, reason: 'A trial.', exact: load.needs.exact, rebaselines: [] }
  const failure = await turn.publish(load.id, naming).then(
    () => null,
    (error: unknown) => error,
  )
  if (failure === null) {
    return {
      isPublished: true,
      fault: breaksOff ? 'published from half of its files' : await lostIn(database, figures),
    }
  }
  if (!breaksOff && !(failure instanceof LoadStateError)) throw failure
  return { isPublished: false, fault: (await isUnchanged()) ? null : 'it was published in part' }
}

/** A file of which, once the disk is gone, half is read. */
function onDisk(file: SourceFile, disk: { readonly isGone: boolean }): SourceFile {
  return {
    ...file,
    open: async () => {
      const whole = await file.open()
      return (async function* () {
        for await (const piece of whole) {
          if (disk.isGone) {
            yield piece.subarray(0, piece.length / 2)
            throw new Error('the disk is gone')
          }
          yield piece
        }
      })()
    },
  }
}

const tables = [
  'edition',
  'exact_series',
  'exact_figure',
  'exact_record',
  'protected_series',
  'protected_figure',
  'protected_record',
]

/** What every reader could be shown, as one text. */
async function contentOf({ queries }: Database): Promise<string> {
  const sums: unknown[] = []
  for (const table of tables) {
    const name = sql.identifier(table)
    sums.push(
      await queries
        .select({ rows: sql`count(*)`, hash: sql`sum(hashtext(t::text))` })
        .from(sql`${name} as t`),
    )
  }
  return JSON.stringify(sums)
}

/** A figure of the load that does not stand once it was published. */
async function lostIn({ queries }: Database, figures: readonly Figure[]): Promise<string | null> {
  const { readFigures } = await readStanding(queries)
  const stood = new Map<string, number | null>()
  for (const kpi of new Set(figures.map((figure) => figure.kpi))) {
    for (const figure of await readFigures(kpi)) stood.set(figureKey({ ...figure, kpi }), figure.value)
  }
  const lost = figures.find((figure) => stood.get(figureKey(figure)) !== figure.value)
  return lost ? `published, and a figure does not stand: ${JSON.stringify(lost)}` : null
}
