/** The ETag of a version, which If-Match names. */
export function versionTag(version: number): string {
  return `"${version}"`
}

/** The version that an If-Match names; null where it names none. */
export function versionOfTag(tag: string): number | null {
  const [, digits] = /^"([1-9]\d{0,8})"$/.exec(tag.trim()) ?? []
  return digits === undefined ? null : Number(digits)
}
