import { posix } from 'node:path'
import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import type { SourceFile } from './source-file.ts'

/** A zip that cannot be read as one. */
export class BadZipError extends Error {
  readonly label: string
  constructor(label: string, reason: string) {
    super(`the zip cannot be opened (${reason})`)
    this.name = 'BadZipError'
    this.label = label
  }
}

/** More than this unpacked is no extract of a council but a trap. */
const mostBytes = 4 * 2 ** 30

/** The files of a zip, its folders ignored. */
export async function listZip(path: string, label: string): Promise<SourceFile[]> {
  const entries = await readEntries(path, label)
  if (entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0) > mostBytes) {
    throw new BadZipError(label, 'it unpacks to more than 4 GB')
  }
  return entries
    .filter(({ fileName }) => !fileName.endsWith('/') && !posix.basename(fileName).startsWith('.'))
    .map(({ fileName }) => ({
      name: posix.basename(fileName),
      label: `${label}/${fileName}`,
      isNamed: false,
      open: () => openEntry(path, label, fileName),
    }))
}

async function openZip(path: string, label: string): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false })
  } catch (error) {
    throw new BadZipError(label, error instanceof Error ? error.message : String(error))
  }
}

async function readEntries(path: string, label: string): Promise<yauzl.Entry[]> {
  const zip = await openZip(path, label)
  try {
    const entries: yauzl.Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    return entries
  } finally {
    zip.close()
  }
}

/** The stream of one entry; the zip is closed when the stream is. */
async function openEntry(path: string, label: string, fileName: string): Promise<Readable> {
  const zip = await openZip(path, label)
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== fileName) continue
    const stream = await zip.openReadStreamPromise(entry)
    stream.once('close', () => zip.close())
    return stream
  }
  zip.close()
  throw new BadZipError(label, `${fileName} is no longer in it`)
}
