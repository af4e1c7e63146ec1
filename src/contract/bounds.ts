/** What a request may hold at most, and what a load may; the service and the mock refuse the same. */

/** Letters of an id, a dimension or a member. */
export const longestId = 200
/** Measures that may be asked for at once. */
export const mostKpis = 200
/** Bytes of a body that is not a file. */
export const largestBody = 64 * 1024
/** Bytes of the largest pack there can be, with room for how JSON writes it. */
export const largestPack = 128 * 1024
/** Brackets inside each other in JSON; a pack, the deepest body there is, has four. */
export const deepestJson = 12
/** Files of one load, and files inside one zip. */
export const mostFiles = 500
/** Bytes of one file, and of all files of a zip once unpacked: more is no extract of a council but a trap. */
export const largestFile = 2 * 2 ** 30
export const mostUnpacked = 4 * 2 ** 30
/** Bytes of a line, and characters of a record that goes over several: longer ones hold no figures. */
export const longestLine = 1_000_000
/** Columns of a table; whatever is made of a header is made of at most so many. */
export const mostColumns = 1000
/** Lines with nothing in them: a spreadsheet saves at most as many below its figures as it has rows. */
export const mostBlankLines = 2 ** 20
/** Characters of a cell: what a spreadsheet's cell can hold. */
export const longestCell = 32_767
/** Bytes of a workbook, and of all its parts once unpacked: the largest sheets of a council unpack to some 200 MB. */
export const largestWorkbook = 64 * 2 ** 20
export const mostUnpackedWorkbook = 1024 * 2 ** 20
/** Cells with something in them, of one sheet; and characters of the texts that the sheets of a workbook share. */
export const mostCells = 20_000_000
export const mostSharedText = 50_000_000
/** Characters of a file of JSON; definitions and the plan fill a few hundred thousand. */
export const longestJson = 5_000_000
/** Outputs that a mapping makes of one file: each is made of every row. */
export const mostOutputs = 200
/** Observations that a mapping makes of one row, over all outputs and their columns. */
export const mostOfRow = 2000
/** Texts that a mapping lists in one place. */
export const mostListed = 10_000

/** Letters of a value that an error repeats. */
const longestQuote = 80

/** A value as an error repeats it: its beginning, where it is long, without what no reader can see. */
export function shorten(value: string): string {
  const text = value
    .slice(0, longestQuote + 1)
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '\ufffd')
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text
}

/**
 * Whether JSON is nested deeper than any body of the API. Asked of the text, before anything walks through it: each
 * step of such a walk takes room on the stack.
 *
 * @example isTooDeep('[[["[[[["]]]') → false: brackets inside a text are letters
 */
export function isTooDeep(json: string): boolean {
  let depth = 0
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"?|[[{\]}]/gs)) {
    if (token === '[' || token === '{') depth += 1
    else if (token === ']' || token === '}') depth -= 1
    if (depth > deepestJson) return true
  }
  return false
}
