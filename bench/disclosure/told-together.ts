import type { Ledger } from '../../src/domain/disclosure/ledger.ts'
import type { Veiled } from './shown-alike.ts'
import { type Asked, toldNow } from './told-of-series.ts'

/** Of counts of one size: how many there are, by how many of the other values verdicts rule out. */
export interface Together {
  /** counts told of by more than one figure: of several editions, or of measures that count the same people */
  toldTwice: number
  ruledOut: Record<Veiled['size'], Map<number, number>>
  /** those that can have one value alone, by name */
  known: string[]
}

interface OneCount {
  size: Veiled['size']
  figures: number
  /** all that would be published alike, and what verdicts rule out of it */
  alike: Set<number>
  ruledOut: Map<number, string>
  name: string
}

/**
 * What all verdicts say together of one count, in every figure that holds it: of each edition, and of measures whose
 * numbers a reader can show to be the same. A value is left where no verdict of any of them rules it out.
 */
export function openTogether() {
  const all: { ledger: Ledger; unknown: number; asked: Asked }[] = []
  return {
    add(ledger: Ledger, asked: Asked) {
      const { kpi, period, dimension, member, veiled } = asked
      const unknown = ledger.standing.at(kpi, period, dimension, member)?.unknowns[veiled.name]
      if (unknown !== undefined) all.push({ ledger, unknown, asked })
    },
    close(): Together {
      const counts = new Map<string, OneCount>()
      for (const { ledger, unknown, asked } of all)
        merge(counts, `${asked.veiled.size} ${ledger.unknowns.find(unknown)}`, asked)
      return tallyOf([...counts.values()].filter(({ alike }) => alike.size > 1))
    },
  }
}

function merge(counts: Map<string, OneCount>, key: string, { veiled, ruledOut, ...figure }: Asked) {
  const one: OneCount = counts.get(key) ?? {
    size: veiled.size,
    figures: 0,
    alike: new Set([veiled.truth]),
    ruledOut: new Map(),
    name: `${figure.kpi} ${figure.dimension} ${figure.member} ${figure.period}`,
  }
  counts.set(key, one)
  one.figures += 1
  for (const [place, { count }] of veiled.others.entries()) {
    one.alike.add(count)
    const by = toldNow.find((kind) => ruledOut.get(kind)?.[place])
    if (by) one.ruledOut.set(count, by)
  }
}

function tallyOf(counts: readonly OneCount[]): Together {
  const ruledOut: Together['ruledOut'] = { withheld: new Map(), 'under-ten': new Map(), larger: new Map() }
  for (const one of counts) {
    const own = ruledOut[one.size]
    own.set(one.ruledOut.size, (own.get(one.ruledOut.size) ?? 0) + 1)
  }
  return {
    ruledOut,
    toldTwice: counts.filter(({ figures }) => figures > 1).length,
    known: counts
      .filter(({ alike, ruledOut: out }) => out.size === alike.size - 1)
      .map(({ name, ruledOut }) => `${name} (${[...new Set(ruledOut.values())].join(', ')})`),
  }
}
