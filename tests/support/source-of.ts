import type { SourceFile } from '../../server/loads/source-file.ts'

/** A file of a load, from its text. */
export function sourceOf(name: string, content: string | Uint8Array, isNamed = true): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name,
    label: name,
    isNamed,
    open: async () =>
      (async function* () {
        // small pieces, so that nothing may rely on where they end
        for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
      })(),
  }
}
