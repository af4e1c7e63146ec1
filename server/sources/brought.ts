import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { largestFile } from '../../src/contract/bounds.ts'
import type { LoadProblem } from '../../src/contract/loads.ts'
import type { ReceivedFile } from '../loads/load-files.ts'
import { codeOf } from '../log/loggable-error.ts'
import { SourceError } from './source-error.ts'

/** What a source has brought: files of a load, in a folder of this process alone. */
export interface Brought {
  files: ReceivedFile[]
  /** told with the load, beside what is found in its files */
  noticed: LoadProblem[]
  /** a note that an edition of it may have */
  note: string | null
}

/** What asking a source needs beside its settings. */
export interface Asking {
  /** a folder of its own, for what comes */
  folder: string
  /** whoever stops the service stops the asking */
  signal: AbortSignal
  /** the clock of the council */
  timezone: string
}

/** Keeps what comes as one file of the load; `label` is what the load calls it. */
export async function keepFile(
  { folder, signal }: Asking,
  place: number,
  label: string,
  content: AsyncIterable<Uint8Array | string> | Iterable<string>,
): Promise<ReceivedFile> {
  const path = join(folder, String(place))
  await pipeline(Readable.from(content), atMost(largestFile), createWriteStream(path, { mode: 0o600 }), {
    signal,
  })
  return { path, label, isMapping: false, isNamed: true }
}

function atMost(most: number): Transform {
  let bytes = 0
  return new Transform({
    transform(piece: Uint8Array, _, done) {
      bytes += piece.length
      if (bytes > most) done(new SourceError('a file of it is larger than 2 GB; split it where it is made'))
      else done(null, piece)
    },
  })
}

/** The same files, and the same mapping, have the same one. */
export async function fingerprintOf(files: readonly ReceivedFile[]): Promise<string> {
  const lines: string[] = []
  for (const { path, label, isMapping } of files) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(path), hash)
    lines.push(JSON.stringify([isMapping, label, hash.digest('hex')]))
  }
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex')
}

/** The mapping as it stands now: it may have been corrected since the service began. */
export async function keepMapping(asking: Asking, place: number, path: string): Promise<ReceivedFile> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new SourceError(
      `its mapping cannot be read (${codeOf(error) ?? 'no reason given'}): put it back where "mapping" says`,
    )
  })
  return { ...(await keepFile(asking, place, basename(path), [text])), isMapping: true }
}
