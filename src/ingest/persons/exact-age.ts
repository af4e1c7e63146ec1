/** From sixteen on: who is younger is nobody of adult social care, and contracts and records are so old. */
const age = '(?:1[6-9]|[2-9]\\d|1[01]\\d)(?![\\d.,]?\\d)'
/** What makes an age one end of a band. */
const noBand =
  '(?! ?(?:years?|yrs?)? ?(?:[-+/&]|\\u2013|to\\b|plus\\b|and (?:over|above|older|under|below|up|more|\\d)|or (?:over|above|older|under|below|more|less|\\d)|over\\b|under\\b))'
/** Words of one person. */
const one =
  '(?:man|woman|lady|gentleman|male|female|resident|client|patient|person|adult|carer|husband|wife|partner|mother|father|mum|dad|son|daughter|sister|brother|service user|customer|tenant|citizen|widow|widower|neighbour|he|she)'

const ages = new RegExp(
  [
    // "people aged 65 years" are a group
    `(?<!(?:people|children|those|men|women|population|everyone|anyone|anybody|all|s)\\)?,? \\(?)(?<![\\p{L}\\d])aged?(?: of)? ${age}${noBand} ?(?:years?|yrs?)\\b(?: old)?${noBand}`,
    `(?<![\\p{L}\\d])${one},? \\(?(?:(?:is|was|who is|who was|now) ){0,2}aged?:? ${age}${noBand}`,
    `(?<![\\p{L}\\d])(?:a|an|the|is|was|now) ${age}[- ]?(?:years?|yrs?|y)[- /]?(?:old|o)\\b(?= ?(?:$|[.,;:)]|${one}\\b))`,
    `(?<![\\p{L}\\d])${age}[- ]?(?:years?|yrs?)[- ]old ${one}\\b`,
  ].join('|'),
  'iu',
)

/**
 * Whether a text says how old one person is. A band, and a group of one age, are none.
 *
 * @example 'Fall at home, aged 93 years', 'a 93-year-old woman' → true; 'people aged 65 and over', 'aged 18-64' → false
 */
export function holdsExactAge(text: string): boolean {
  return /\d/.test(text) && ages.test(text)
}

const wholeCell = /^(aged? )?(\d{1,3})(?:\.0+)?( ?(?:y|yrs?|years?)(?: old)?)?$/i
const oldest = 120
/** Where bands begin: a column of these alone is one of bands. */
const bandStarts = new Set([
  0, 16, 18, 20, 25, 26, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100,
])
/** A table by single years of age has a row to each of so many years. */
const leastYears = 20
const leastAges = 3

/** Judges whether the cells of one column, which its header or their words call ages, are those of single persons. */
export function agesInColumn<At>() {
  const distinct = new Set<number>()
  let cells = 0
  let found = 0
  let adults = 0
  let first: At | null = null
  return {
    take(cell: string, at: At) {
      cells += 1
      const years = Number(wholeCell.exec(cell)?.[2] ?? Number.NaN)
      if (!(years <= oldest)) return
      found += 1
      if (years >= 18) adults += 1
      distinct.add(years)
      first ??= at
    },
    /** where the first of them stands; null where they are bands, every year of age, or no ages */
    look(): At | null {
      if (found < leastAges || found < 0.8 * cells || adults < found / 2) return null
      if ([...distinct].every((years) => bandStarts.has(years))) return null
      const span = Math.max(...distinct) - Math.min(...distinct) + 1
      return distinct.size >= leastYears && distinct.size === span ? null : first
    },
  }
}
