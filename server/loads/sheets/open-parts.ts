import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { largestWorkbook, mostUnpackedWorkbook } from '../../../src/contract/bounds.ts'
import { damaged, tooLarge, UnreadableWorkbookError } from './unreadable-workbook.ts'

/** The parts of a workbook, which is a zip of XML. */
export interface Parts {
  names: ReadonlySet<string>
  /** the bytes of one part, as they are unpacked; the zip of the workbook is held meanwhile */
  read: (name: string) => AsyncGenerator<Uint8Array>
}

/** A workbook has a part for each sheet and some twenty besides; media and comments come on top. */
const mostParts = 5000

/** Looks at what a workbook is packed of; nothing is unpacked before its sizes are known. */
export async function openParts(open: () => Promise<AsyncIterable<Uint8Array>>): Promise<Parts> {
  const sizes = await withZip(open, async (zip) => {
    const found = new Map<string, number>()
    for await (const { fileName, uncompressedSize } of zip.eachEntry()) {
      if (found.size === mostParts) throw tooLarge(`is made of more than ${mostParts} parts`)
      found.set(fileName, uncompressedSize)
    }
    return found
  })
  const unpacked = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  if (unpacked > mostUnpackedWorkbook) {
    throw tooLarge(`unpacks to more than ${mostUnpackedWorkbook / 2 ** 20} MB`)
  }
  return { names: new Set(sizes.keys()), read: (name) => readPart(open, name) }
}

/** Set against the sum that the zip keeps of it, and its length against what was said of it. */
async function* readPart(
  open: () => Promise<AsyncIterable<Uint8Array>>,
  name: string,
): AsyncGenerator<Uint8Array> {
  const zip = await openZip(await bytesOf(await open()))
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== name) continue
      let sum = 0
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        const bytes: Uint8Array = chunk
        sum = crc32(bytes, sum)
        yield bytes
      }
      if (sum !== entry.crc32) throw damaged()
      return
    }
    throw damaged()
  } catch (error) {
    throw error instanceof UnreadableWorkbookError ? error : damaged()
  } finally {
    zip.close()
  }
}

async function withZip<Result>(
  open: () => Promise<AsyncIterable<Uint8Array>>,
  work: (zip: yauzl.ZipFile) => Promise<Result>,
): Promise<Result> {
  const zip = await openZip(await bytesOf(await open()))
  try {
    return await work(zip)
  } catch (error) {
    throw error instanceof UnreadableWorkbookError ? error : damaged()
  } finally {
    zip.close()
  }
}

async function openZip(bytes: Buffer): Promise<yauzl.ZipFile> {
  // the form of before 2007, and that of a workbook with a password
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    throw new UnreadableWorkbookError(
      'the workbook is of the old form (.xls), or protected by a password',
      'save it as .xlsx, without a password',
    )
  }
  try {
    return await yauzl.fromBufferPromise(bytes, { lazyEntries: true })
  } catch {
    throw damaged()
  }
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const held: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > largestWorkbook) throw tooLarge(`has more than ${largestWorkbook / 2 ** 20} MB`)
    held.push(piece)
  }
  return Buffer.concat(held)
}
