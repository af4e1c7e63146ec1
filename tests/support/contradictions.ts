import { isPresent, type Observation } from '../../src/domain/spc/observation.ts'

/** What is said of one series, and the figures that stand beside it. It knows words and figures, and no calculation of the product. */
export interface SaidBesideFigures {
  text: string
  /** monthly keys such as 2025-09, each once and in order */
  periods: readonly string[]
  values: readonly Observation[]
  /** which way is good */
  good: 'up' | 'down' | 'neutral'
  target: number | null
  /** the first month of the stretch that its limits are of; left out where that is the first month of all */
  limitsFrom?: string | undefined
}

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const month = '(?:\\d{1,2} )?((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4})'
const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const count = `(${numbers.join('|')}|\\d+)`

/** Every claim in a text that its figures do not bear out, in words; empty where there is none. */
export function contradictionsIn(said: SaidBesideFigures): string[] {
  return said.text
    .split(/(?<=\.)\s+(?=[A-Z])|;\s/)
    .flatMap((sentence) =>
      checks.flatMap((check) => check(sentence, said)).map((fault) => `${fault}: “${sentence}”`),
    )
    .concat(
      acrossSentences(said),
      twoVerdicts(said),
      levelsOfRange(said),
      besideLastMonths(said),
      besideYear(said),
      besideTarget(said),
      ofPromise(said),
      staysMet(said),
    )
}

type Check = (sentence: string, said: SaidBesideFigures) => string[]

/** 'Rising' and 'falling' are true of the last months, and since the month that they name. */
const presentTense: Check = (sentence, said) =>
  [
    ...sentence.matchAll(
      new RegExp(`\\b(rising|falling|drifting up|drifting down)\\b(?:[a-z ]*? since ${month})?`, 'gi'),
    ),
  ].flatMap(([, words = '', since]) => {
    const way = /rising|up/i.test(words) ? 1 : -1
    const start = since ? rowOf(said, since) : 0
    const own = present(said.values.slice(Math.max(0, start)))
    const late = own.slice(-4)
    const [first, latest] = [late[0] ?? 0, late.at(-1) ?? 0]
    const isFurthest = own.every((value) => (latest - value) * way >= 0)
    const against = stepsOf(own)
      .slice(-2)
      .every((step) => step * way < 0)
    return [
      ...(!isFurthest && ((latest - first) * way <= 0 || against)
        ? [`${words} is not true of the last months`]
        : []),
      ...(since && (latest - (own[0] ?? latest)) * way <= 0 ? [`not ${words} since ${since}`] : []),
    ]
  })

/** 'Rose from Aug 2024 to Jul 2025', with or without figures, is true of those two months. */
const namedSpan: Check = (sentence, said) =>
  [
    ...sentence.matchAll(
      new RegExp(
        `\\b(rose|fell|drifted up|drifted down)\\b[a-z ]*? from (?:[\\d.,£%a-z ]+ (?:in|on) )?${month} to (?:[\\d.,£%a-z ]+ (?:in|on) )?${month}`,
        'gi',
      ),
    ),
  ].flatMap(([, words = '', from = '', to = '']) => {
    const way = /rose|up/i.test(words) ? 1 : -1
    const [start, end] = [said.values[rowOf(said, from)], said.values[rowOf(said, to)]]
    if (!isPresent(start) || !isPresent(end)) return [`no figure in ${from} or ${to}`]
    return (end - start) * way > 0 ? [] : [`${words} is not true from ${from} to ${to}`]
  })

/** '… rose in the last two months': each of them. */
const lastMonths: Check = (sentence, said) =>
  [...sentence.matchAll(new RegExp(`\\b(rose|fell) in the last (?:${count} )?months?`, 'gi'))].flatMap(
    ([words, verb = '', many]) => {
      const way = /rose/i.test(verb) ? 1 : -1
      const steps = stepsOf(present(said.values)).slice(-(many ? numberOf(many) : 1))
      return steps.every((step) => step * way > 0) ? [] : [`not true: ${words}`]
    },
  )

/** 'until Mar 2025, no lower since'; 'to Mar 2025, no lower since'. */
const noFurther: Check = (sentence, said) =>
  [...sentence.matchAll(new RegExp(`(?:until|to) ${month}, no (lower|higher) since`, 'gi'))].flatMap(
    ([words, at = '', side]) => {
      const way = side === 'higher' ? 1 : -1
      const then = said.values[rowOf(said, at)]
      const later = present(said.values.slice(rowOf(said, at) + 1))
      return isPresent(then) && later.length > 0 && later.every((value) => (value - then) * way < 0)
        ? []
        : [`not true: ${words}`]
    },
  )

/** 'No lower in the last three months': none of them lies further than the figure before them. */
const noneOfLate: Check = (sentence, said) =>
  [...sentence.matchAll(new RegExp(`no (lower|higher) in the last (?:${count} )?months?`, 'gi'))].flatMap(
    ([words, side, many]) => {
      const way = side === 'higher' ? 1 : -1
      const own = present(said.values)
      const late = own.slice(many ? -numberOf(many) : -1)
      const before = own.at(-late.length - 1) ?? 0
      return late.every((value) => (value - before) * way < 0) ? [] : [`not true: ${words}`]
    },
  )

/** 'Fell until Mar 2025, about level since': what follows lies within a quarter of the range of all figures. */
const aboutLevel: Check = (sentence, said) =>
  [...sentence.matchAll(new RegExp(`(?:until|to) ${month}[^;.]*, about level since`, 'gi'))].flatMap(
    ([words, at = '']) => {
      const rangeOf = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
      const later = present(said.values.slice(rowOf(said, at)))
      return later.length > 1 && rangeOf(later) * 4 <= rangeOf(present(said.values))
        ? []
        : [`not true: ${words}`]
    },
  )

/** 'Seven figures go up without a break'. */
const unbroken: Check = (sentence, said) =>
  [
    ...sentence.matchAll(
      new RegExp(
        `last ${count} figures go (up|down) without a break|(up|down) without a break for ${count} months`,
        'gi',
      ),
    ),
  ].flatMap(([words, many, side, titleSide, titleMany]) => {
    const way = (side ?? titleSide) === 'up' ? 1 : -1
    const steps = stepsOf(present(said.values)).slice(1 - numberOf(many ?? titleMany ?? ''))
    return steps.every((step) => step * way > 0) ? [] : [`not true: ${words}`]
  })

/** 'By about 7 a month' beside the two months it is told of, to half of what it is written in. */
const pace: Check = (sentence, said) => {
  const told = sentence.match(/by about ([\d.,]+)(?: [a-z ]+?)? a month/)
  const since = sentence.match(new RegExp(`since ${month}`))
  const span = sentence.match(
    new RegExp(`from (?:[\\d.,£%a-z ]+ (?:in|on) )?${month} to (?:[\\d.,£%a-z ]+ (?:in|on) )?${month}`),
  )
  if (!told?.[1] || !(span ?? since)) return []
  const written = told[1].replaceAll(',', '')
  const from = rowOf(said, span?.[1] ?? since?.[1] ?? '')
  const to = span?.[2] ? rowOf(said, span[2]) : said.values.findLastIndex(isPresent)
  const [start, end] = [said.values[from], said.values[to]]
  if (!isPresent(start) || !isPresent(end)) return [`no figure for the pace ${written}`]
  // from a thousand on three digits are written
  const coarse = Number(written) >= 1000 ? 10 ** (written.length - 3) : 1
  const half = 0.5 * coarse * 10 ** -(written.split('.')[1]?.length ?? 0)
  const own = Math.abs(end - start) / (to - from)
  return Math.abs(own - Number(written)) <= half + 1e-9
    ? []
    : [`the pace is ${own.toFixed(2)}, not ${written}`]
}

/** Nothing is getting worse that has got better three times running. */
const gettingWorse: Check = (sentence, { values, good }) => {
  // of figures that add up through the year what is added can get worse while the sum goes on
  if (!/getting worse/i.test(sentence) || /\bgains?\b|added than/.test(sentence) || good === 'neutral')
    return []
  const way = good === 'up' ? 1 : -1
  const late = values.slice(-4)
  const isBetter =
    late.length === 4 && late.every(isPresent) && stepsOf(present(late)).every((step) => step * way > 0)
  return isBetter ? ['better three times running'] : []
}

/** A figure that stands away from all of the year before it, by more than that year spans, is not told the other way. */
const awayFromYear: Check = (sentence, { values, good }) => {
  const told = /real improvement|better than usual/i.test(sentence)
    ? 1
    : /getting worse|worse than usual/i.test(sentence)
      ? -1
      : 0
  // of figures that add up through the year what is added is told
  if (told === 0 || good === 'neutral' || /\bgains?\b|added than/.test(sentence)) return []
  const [latest, year] = [values.at(-1), present(values.slice(-13, -1))]
  if (!isPresent(latest) || year.length < 12) return []
  const [low, high] = [Math.min(...year), Math.max(...year)]
  const side = latest > high + (high - low) ? 1 : latest < low - (high - low) ? -1 : 0
  const way = good === 'up' ? side : -side
  return way * told < 0 ? ['the figure stands far on the other side of the year before it'] : []
}

/** What the usual range is said to do with a target each of the last twelve figures does. */
const reliably: Check = (sentence, { values, good, target }) => {
  const told = /usual range (meets|does not reach) the target|usual range (meets|misses) target/i.exec(
    sentence,
  )
  if (!told || target === null || good === 'neutral') return []
  const isMet = (told[1] ?? told[2]) === 'meets'
  const late = present(values).slice(-12)
  return late.every((value) => (good === 'up' ? value >= target : value <= target) === isMet)
    ? []
    : ['not so of each of the last twelve figures']
}

/**
 * 'Lasting since Mar 2024': a year at least, every figure since on one side of the mean before, but for one odd figure
 * in twelve, which is neither the first nor the latest.
 */
const lasting: Check = (sentence, said) =>
  [...sentence.matchAll(new RegExp(`last(?:ing|ed) since ${month}`, 'gi'))].flatMap(([words, since = '']) => {
    // of a promise only its sentences are held against one another
    if (said.values.length === 0) return []
    const row = rowOf(said, since)
    const [before, after] = [present(said.values.slice(0, row)), present(said.values.slice(row))]
    const mean = before.reduce((sum, value) => sum + value, 0) / before.length
    const isOneSided = [1, -1].some((side) => {
      const odd = after.flatMap((value, place) => ((value - mean) * side > 0 ? [] : [place]))
      const isAtAnEnd = odd.includes(0) || odd.includes(after.length - 1)
      return odd.length * 12 <= after.length && !isAtAnEnd
    })
    return isOneSided && after.length >= 12 ? [] : [`not true: ${words}`]
  })

/** A usual range is where figures have lain, since the month that it names: seven in ten of them at least. */
const usualRange: Check = (sentence, said) =>
  [
    ...sentence.matchAll(
      new RegExp(`(?:since ${month} the )?usual range is £?([−\\d.,]+)%? to £?([−\\d.,]+)`, 'gi'),
    ),
  ].flatMap(([words, since, lower = '', upper = '']) => {
    const [low = 0, high = 0] = [lower, upper].map((text) =>
      Number(text.replaceAll(',', '').replace('−', '-').replace(/\.$/, '')),
    )
    const from = since ? rowOf(said, since) : said.periods.indexOf(said.limitsFrom ?? '')
    const own = present(said.values.slice(Math.max(0, from)))
    const inside = own.filter((value) => value >= low - 0.5 && value <= high + 0.5)
    return inside.length * 10 >= own.length * 7 ? [] : [`few figures lie there: ${words}`]
  })

const checks = [
  presentTense,
  namedSpan,
  lastMonths,
  noFurther,
  noneOfLate,
  aboutLevel,
  unbroken,
  pace,
  gettingWorse,
  awayFromYear,
  reliably,
  lasting,
  usualRange,
]

/** Of a target that was met or missed for a year on end, or ever since a change, nothing is left to chance. */
function acrossSentences({ text, values, good, target }: SaidBesideFigures): string[] {
  if (!/met or missed by chance/.test(text) || target === null || good === 'neutral') return []
  const met = present(values).map((value) => (good === 'up' ? value >= target : value <= target))
  const run = met.length - 1 - met.lastIndexOf(!met.at(-1))
  // limits of before a change say nothing of today; of a level that has lasted, the limits since are asked
  const isChanged =
    /evidence that|evidence of real improvement|usual, but/i.test(text) && !/lasted since/.test(text)
  const long = isChanged ? 7 : 12
  return run >= long ? [`by chance, of a target on one side of which ${run} figures in a row lie`] : []
}

/** What is worse than usual and better than a year before is not also "getting worse", nor the other way round. */
function twoVerdicts({ text }: SaidBesideFigures): string[] {
  const isMixed = /\b(?:better|worse) than usual, (?:but|and)\b/i.test(text)
  const isPlain = /getting worse|real improvement/i.test(text)
  return isMixed && isPlain ? [`two verdicts: “${text}”`] : []
}

/** Of limits that take in more than one level nothing is usual, and nothing is relied on. */
function levelsOfRange({ text }: SaidBesideFigures): string[] {
  const isUsual = /(?:its|the|whole) usual range|met or missed by chance/i.test(text)
  return /more than one level/.test(text) && isUsual ? [`usual to more than one level: “${text}”`] : []
}

/** "Falling since May 2024" is denied by "must come down … the last six months brought no move that way". */
function besideLastMonths({ text }: SaidBesideFigures): string[] {
  if (!/last six months brought no move that way|Neither the last six months/.test(text)) return []
  const needed = text.match(/(?:must|would have to) (come down|go up)/)?.[1]
  const told = needed === 'come down' ? /\b(falling|drifting down)\b/i : /\b(rising|drifting up)\b/i
  return needed !== undefined && told.test(text)
    ? [`moving, and no move in the last six months: “${text}”`]
    : []
}

/** What misses a target is not written as it: '95%' of 94.6%, below a target of 95%. */
function besideTarget({ text, values, target, good }: SaidBesideFigures): string[] {
  const latest = values.at(-1)
  if (target === null || good === 'neutral' || !isPresent(latest)) return []
  const written = /: [\u2212£]*([\d,]+(?:\.\d+)?)/.exec(text)?.[1]?.replaceAll(',', '')
  const isMissed = good === 'up' ? latest < target : latest > target
  return isMissed && written !== undefined && Number(written) === target
    ? [`${latest} misses ${target} and is written as it: “${text}”`]
    : []
}

/** What may be met in every month to come is met now. */
function staysMet({ text, values, target, good }: SaidBesideFigures): string[] {
  const latest = values.at(-1)
  if (target === null || good === 'neutral' || !isPresent(latest)) return []
  const isMet = good === 'up' ? latest >= target : latest <= target
  return /to be met in every/.test(text) && !isMet ? [`not met now, and to stay so: “${text}”`] : []
}

/** A promise that was lost before its date was not met by it; one that was kept up is not "not met yet". */
function ofPromise({ text }: SaidBesideFigures): string[] {
  const by = new RegExp(`Met by its date, ${month}\\.`).exec(text)?.[1]
  const lostIn = new RegExp(`then missed in ${month}`).exec(text)?.[1]
  const isLostBefore = by !== undefined && lostIn !== undefined && keyOf(lostIn) <= keyOf(by)
  const isNotMet = /met by its date, /i.test(text) && /success is not met/.test(text)
  const isNotYet = /\bKept up\b/.test(text) && /not met yet/.test(text)
  return [
    ...(isLostBefore ? [`met by ${by}, and lost in ${lostIn}: “${text}”`] : []),
    ...(isNotMet ? [`met by its date, and told as not met alone: “${text}”`] : []),
    ...(isNotYet ? [`kept up once, and told as not met yet: “${text}”`] : []),
  ]
}

/** A figure that is level with a year before is on neither side of it. */
function besideYear({ text }: SaidBesideFigures): string[] {
  const isLevel = /(the same as|level with) a year before/.test(text)
  return isLevel && /(better|worse|higher|lower) than a year before/.test(text)
    ? [`level with a year before and apart from it: “${text}”`]
    : []
}

function rowOf({ periods }: SaidBesideFigures, words: string): number {
  return periods.indexOf(keyOf(words))
}

/** 'Sep 2025' as 2025-09 */
function keyOf(words: string): string {
  const [name = '', year = ''] = words.split(' ')
  return `${year}-${String(names.indexOf(name) + 1).padStart(2, '0')}`
}

function present(values: readonly Observation[]): number[] {
  return values.filter(isPresent)
}

function stepsOf(values: readonly number[]): number[] {
  return values.slice(1).map((value, row) => value - (values[row] ?? value))
}

function numberOf(words: string): number {
  return numbers.includes(words) ? numbers.indexOf(words) : Number(words)
}
