import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import { mostFiles } from '../../src/contract/bounds.ts'
import { noRoomBehind } from '../db/no-room.ts'
import type { LoadFiles, ReceivedFile } from './load-files.ts'
import { unlessAborted } from './sender-gone.ts'
import { fileOnDisk, type SourceFile } from './source-file.ts'
import { openIfZip } from './source-files.ts'

/** What was sent is not in the form that it says. */
export class BadUploadError extends Error {}

/** Each zip holds no more than it may, and all of them together do. */
export class TooManyFilesError extends Error {
  constructor() {
    super(`a load has at most ${mostFiles} files, those inside zips counted; leave out what is none of it`)
    this.name = 'TooManyFilesError'
  }
}

interface OpenedFiles {
  files: SourceFile[]
  mapping: SourceFile | null
}

/** The files of a load that was received before. */
export async function openReceived(received: readonly ReceivedFile[]): Promise<OpenedFiles> {
  const opened: OpenedFiles = { files: [], mapping: null }
  for (const file of received) await addFile(opened, file)
  return opened
}

async function addFile(opened: OpenedFiles, { path, label, isMapping, isNamed }: ReceivedFile) {
  const source = { ...fileOnDisk(path, label, isNamed), name: basename(label) }
  if (isMapping) opened.mapping = source
  else opened.files.push(...(await openIfZip(source, path)))
  if (opened.files.length > mostFiles) throw new TooManyFilesError()
}

/** What the reader of multipart forms calls a form that is cut short or has no boundaries. */
const readersWords = /multipart|end of (form|multipart data)|malformed part header/i

/**
 * Writes the files of a multipart request into a folder of their own that its owner alone can read. The field
 * `mapping` is the mapping; every other file belongs to the load. A file found in a folder comes in the field
 * `found`: one that is none of a load is then ignored instead of refused.
 *
 * @param gone aborted where nothing more will come
 */
export async function receiveFiles(
  parts: AsyncIterable<MultipartFile>,
  stagingFolder: string,
  gone: AbortSignal,
): Promise<LoadFiles> {
  const place = 'the temporary folder (TMPDIR)'
  const folder = await makeStagingFolder(stagingFolder).catch((error: unknown) => {
    throw noRoomBehind(error, place) ?? error
  })
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    const received: ReceivedFile[] = []
    const opened: OpenedFiles = { files: [], mapping: null }
    for await (const part of readParts(parts, gone)) {
      // the name is a label only: files are kept under names of our own
      const label = shortenName(part.filename || 'file')
      const path = join(folder, String(received.length))
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }), { signal: gone })
      const isMapping = part.fieldname === 'mapping'
      const file = { path, label, isMapping, isNamed: part.fieldname !== 'found' }
      received.push(file)
      await addFile(opened, file)
    }
    return { ...opened, received, discard }
  } catch (error) {
    await discard()
    const isBadForm = error instanceof Error && !('statusCode' in error) && readersWords.test(error.message)
    if (isBadForm || gone.aborted) throw badForm()
    throw noRoomBehind(error, place) ?? error
  }
}

/** What the reader of the form itself finds wrong is the form's fault: its boundary is too long, a name cannot be. */
async function* readParts(
  parts: AsyncIterable<MultipartFile>,
  gone: AbortSignal,
): AsyncGenerator<MultipartFile> {
  const each = parts[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await unlessAborted(gone, each.next())
      if (next.done) return
      yield next.value
    }
  } catch (error) {
    // the framework's own refusals have a status and words of their own
    if (error instanceof Error && !('statusCode' in error) && !('code' in error)) throw badForm()
    throw error
  }
}

function badForm(): BadUploadError {
  return new BadUploadError('the form cannot be read: it is cut short or has no boundaries')
}

/** A folder of one load's own. */
export async function makeStagingFolder(stagingFolder: string): Promise<string> {
  await mkdir(stagingFolder, { recursive: true, mode: 0o700 })
  return await mkdtemp(join(stagingFolder, 'load-'))
}

/** The end of a name says which file it is; no file system takes a longer one. */
function shortenName(name: string): string {
  return name
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '\ufffd')
    .slice(-255)
}
