/** Names under which an address gives the page after this one. */
const nextNames = new Set([
  'next',
  'nextlink',
  'nextpage',
  'nextpageurl',
  'nexturl',
  '@odata.nextlink',
  'nexttoken',
  'nextcursor',
])
/** Names under which it says how many records there are, on all pages. */
const totalNames = new Set([
  'total',
  'count',
  'totalcount',
  'totalrecords',
  'totalresults',
  'recordcount',
  '@odata.count',
])
const linksNames = new Set(['links', '_links', 'paging', 'pagination', 'meta'])

/**
 * Whether what stands around a list of records says that there are more of them, on a page that is not here: an address
 * gives a page at a time, and its figures would look whole.
 *
 * @example { "count": 240, "next": "…?page=2", "items": [100 of them] } → true
 */
export function hasFurtherPage(parsed: unknown, at: string, records: number): boolean {
  const keys = at.split('.').filter((key) => key !== '')
  let around: unknown = parsed
  for (const key of keys) {
    if (saysMore(around, records)) return true
    around =
      typeof around === 'object' && around !== null
        ? Object.entries(around).find(([name]) => name === key)?.[1]
        : null
  }
  return false
}

function saysMore(around: unknown, records: number): boolean {
  if (typeof around !== 'object' || around === null || Array.isArray(around)) return false
  return Object.entries(around).some(([key, value]) => {
    const name = key.toLowerCase().replaceAll(/[_ -]/g, '')
    if (linksNames.has(key.toLowerCase())) return saysMore(value, records)
    if (nextNames.has(name))
      return typeof value === 'string' ? value !== '' : typeof value === 'object' && value !== null
    return totalNames.has(name) && typeof value === 'number' && value > records
  })
}
