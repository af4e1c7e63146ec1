import { posix } from 'node:path'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { mostFiles, mostUnpacked } from '../../src/contract/bounds.ts'
import { findPersonInPath, type SourceFile } from './source-file.ts'

/** A zip that cannot be read as one. A name inside or of it that gives a person away is not said. */
export class BadZipError extends Error {
  readonly label: string
  constructor(label: string, reason: string) {
    super(`the zip cannot be read (${findPersonInPath(reason) === null ? reason : 'it is damaged'})`)
    this.name = 'BadZipError'
    this.label = findPersonInPath(label) === null ? label : 'zip of the load'
  }
}

/** The files of a zip, its folders ignored. */
export async function listZip(path: string, label: string): Promise<SourceFile[]> {
  const entries = await readEntries(path, label)
  if (entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0) > mostUnpacked) {
    throw new BadZipError(label, 'it unpacks to more than 4 GB')
  }
  return entries
    .filter(({ fileName }) => !fileName.endsWith('/') && !posix.basename(fileName).startsWith('.'))
    .map(({ fileName }) => ({
      name: posix.basename(fileName),
      label: `${label}/${fileName}`,
      isNamed: false,
      open: async () => readEntry(path, label, fileName),
    }))
}

async function openZip(path: string, label: string): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false })
  } catch (error) {
    throw new BadZipError(label, reasonOf(error))
  }
}

async function readEntries(path: string, label: string): Promise<yauzl.Entry[]> {
  const zip = await openZip(path, label)
  try {
    const entries: yauzl.Entry[] = []
    for await (const entry of zip.eachEntry()) {
      // said of the names before anything is unpacked: a zip can list millions
      if (entries.length === mostFiles) {
        throw new Error(
          `it lists more than ${mostFiles} files and folders; leave out what is none of the load`,
        )
      }
      entries.push(entry)
    }
    return entries
  } catch (error) {
    // a name that leads out of the zip, among others
    throw new BadZipError(label, reasonOf(error))
  } finally {
    zip.close()
  }
}

/** The bytes of one entry, set against the sum that the zip keeps of them: damaged figures are no figures. */
async function* readEntry(path: string, label: string, fileName: string): AsyncGenerator<Uint8Array> {
  const zip = await openZip(path, label)
  try {
    const entry = await findEntry(zip, fileName)
    let sum = 0
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const bytes: Uint8Array = chunk
      sum = crc32(bytes, sum)
      yield bytes
    }
    if (sum !== entry.crc32) throw new Error('its content is not what was packed')
  } catch (error) {
    throw new BadZipError(label, `${fileName}: ${reasonOf(error)}`)
  } finally {
    zip.close()
  }
}

async function findEntry(zip: yauzl.ZipFile, fileName: string): Promise<yauzl.Entry> {
  for await (const entry of zip.eachEntry()) if (entry.fileName === fileName) return entry
  throw new Error('it is no longer there')
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
