import type { SourceFile } from '../../../server/loads/source-file.ts'

/** A file of a load that comes in pieces of so many bytes. */
export function sourceInPieces(name: string, content: string | Uint8Array, size = 1 << 20): SourceFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    name,
    label: name,
    isNamed: true,
    open: async () =>
      (async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
      })(),
  }
}
