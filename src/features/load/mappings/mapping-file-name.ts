/** The desk takes a file that ends so for the mapping of the others. @example 'OT: waiting' → 'OT waiting.mapping.json' */
export function mappingFileName(name: string): string {
  return `${name.replaceAll(/[^\p{L}\p{N} _-]/gu, '').trim() || 'saved'}.mapping.json`
}
