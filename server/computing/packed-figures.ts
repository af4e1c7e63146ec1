import { type Availability, availabilities, type Figure } from '../../src/domain/figures/figure.ts'

/**
 * Figures side by side in plain arrays, each text of them once: as one travels from a thread to another and as many
 * wait, they take a tenth of the memory of one object each.
 */
export interface PackedFigures {
  length: number
  texts: string[]
  /** of each figure its measure, dimension, member, period and day of reading, as places among the texts */
  places: Int32Array
  /** of each its value, numerator, denominator and number of cases; NaN for null */
  numbers: Float64Array
  /** of each its availability, as a place among them, and 4 more where it is provisional */
  standings: Uint8Array
}

const textsOfOne = 5
const numbersOfOne = 4
const provisionalMark = 4

export interface FigurePacker {
  add: (figure: Figure) => void
  packed: () => PackedFigures
}

export function openPacker(): FigurePacker {
  const { texts, placeOf } = openTexts()
  let length = 0
  let places = new Int32Array(textsOfOne * 1024)
  let numbers = new Float64Array(numbersOfOne * 1024)
  let standings = new Uint8Array(1024)
  function grow() {
    places = doubled(places, new Int32Array(2 * places.length))
    numbers = doubled(numbers, new Float64Array(2 * numbers.length))
    standings = doubled(standings, new Uint8Array(2 * standings.length))
  }
  return {
    add({
      kpi,
      dimension,
      member,
      period,
      asAt,
      value,
      numerator,
      denominator,
      n,
      availability,
      provisional,
    }) {
      if (length === standings.length) grow()
      places.set([kpi, dimension, member, period, asAt].map(placeOf), textsOfOne * length)
      numbers.set(
        [value, numerator, denominator, n].map((number) => number ?? Number.NaN),
        numbersOfOne * length,
      )
      standings[length] = availabilities.indexOf(availability) + (provisional ? provisionalMark : 0)
      length += 1
    },
    packed: () => ({
      length,
      texts,
      places: places.slice(0, textsOfOne * length),
      numbers: numbers.slice(0, numbersOfOne * length),
      standings: standings.slice(0, length),
    }),
  }
}

export function packFigures(figures: Iterable<Figure>): PackedFigures {
  const packer = openPacker()
  for (const figure of figures) packer.add(figure)
  return packer.packed()
}

/** One figure after another, as they were packed; their texts are shared. */
export function* unpackFigures(packed: PackedFigures): Generator<Figure> {
  for (let place = 0; place < packed.length; place++) yield figureAt(packed, place)
}

/** The same, so many at a time. */
export function* unpackInBatches(packed: PackedFigures, size: number): Generator<Figure[]> {
  for (let from = 0; from < packed.length; from += size)
    yield Array.from({ length: Math.min(size, packed.length - from) }, (_, place) =>
      figureAt(packed, from + place),
    )
}

function figureAt({ texts, places, numbers, standings }: PackedFigures, place: number): Figure {
  const textAt = (which: number) => texts[places[textsOfOne * place + which] ?? 0] ?? ''
  const numberAt = (which: number) => {
    const number = numbers[numbersOfOne * place + which] ?? Number.NaN
    return Number.isNaN(number) ? null : number
  }
  const standing = standings[place] ?? 0
  return {
    kpi: textAt(0),
    dimension: textAt(1),
    member: textAt(2),
    period: textAt(3),
    value: numberAt(0),
    numerator: numberAt(1),
    denominator: numberAt(2),
    n: numberAt(3),
    availability: availabilities[standing % provisionalMark] as Availability,
    provisional: standing >= provisionalMark,
    asAt: textAt(4),
  }
}

/** Texts, each once, and where each stands among them. */
export function openTexts() {
  const texts: string[] = []
  const known = new Map<string, number>()
  return {
    texts,
    placeOf(text: string): number {
      const found = known.get(text)
      if (found !== undefined) return found
      known.set(text, texts.length)
      texts.push(text)
      return texts.length - 1
    },
  }
}

function doubled<Numbers extends { set: (from: Numbers) => void }>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}
