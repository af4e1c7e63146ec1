import { type Asking, type Brought, keepFile } from './brought.ts'
import { getAddress } from './get-address.ts'
import { SourceError } from './source-error.ts'
import type { AddressSource } from './source-settings.ts'

/** The one file that stands at an address. */
export async function askAddress(source: AddressSource, asking: Asking): Promise<Brought> {
  const file = await getAddress(source, asking.signal, (body) =>
    keepFile(asking, 0, source.file, notEmpty(body)),
  )
  return { files: [file], noticed: [], note: null }
}

async function* notEmpty(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isEmpty = true
  for await (const piece of body) {
    isEmpty = false
    yield piece
  }
  if (isEmpty) throw new SourceError('the file at that address is empty: ask whoever makes it')
}
