import type { Judged, Withholding } from '../../src/domain/disclosure/withholding.ts'
import { openTexts } from './packed-figures.ts'

/** What was judged of figures, of most of which nothing is withheld: places alone, and the few withholdings. */
export interface PackedJudged {
  length: number
  texts: string[]
  /** of each its measure, dimension, member and period, as places among the texts */
  places: Int32Array
  withheld: Map<number, Pick<Withholding, 'hides' | 'rule' | 'against'>>
}

const textsOfOne = 4

export function packJudged(judged: readonly Judged[]): PackedJudged {
  const { texts, placeOf } = openTexts()
  const places = new Int32Array(textsOfOne * judged.length)
  const withheld: PackedJudged['withheld'] = new Map()
  judged.forEach(({ kpi, dimension, member, period, withholding }, index) => {
    places.set([kpi, dimension, member, period].map(placeOf), textsOfOne * index)
    if (!withholding) return
    const { hides, rule, against } = withholding
    withheld.set(index, { hides, rule, against })
  })
  return { length: judged.length, texts, places, withheld }
}

/** In the order in which they were packed, so many at a time. */
export function* judgedInBatches(packed: PackedJudged, size: number): Generator<Judged[]> {
  for (let from = 0; from < packed.length; from += size)
    yield Array.from({ length: Math.min(size, packed.length - from) }, (_, index) =>
      judgedAt(packed, from + index),
    )
}

export function withholdingsIn(packed: PackedJudged): Withholding[] {
  return [...packed.withheld.keys()].flatMap((index) => judgedAt(packed, index).withholding ?? [])
}

function judgedAt({ texts, places, withheld }: PackedJudged, index: number): Judged {
  const textAt = (which: number) => texts[places[textsOfOne * index + which] ?? 0] ?? ''
  const place = { kpi: textAt(0), dimension: textAt(1), member: textAt(2), period: textAt(3) }
  const found = withheld.get(index)
  return { ...place, withholding: found ? { ...place, ...found } : null }
}
