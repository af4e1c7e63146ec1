import {
  type SidesOf,
  type UntoldSides,
  untoldSides,
} from '../../src/domain/analysis/one-verdict/untold-sides.ts'
import type { Disclosure } from '../../src/domain/disclosure/attack.ts'
import type { DisclosureKpi } from '../../src/domain/disclosure/cells.ts'
import { openProtectedEditions, type ProtectedEditions } from '../../src/domain/disclosure/protect-edition.ts'
import type { FigurePlace, Judged } from '../../src/domain/disclosure/withholding.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'
import type { KpiDefinition } from '../../src/domain/measures/measure.ts'

/** What the editions before have told, first to last, and the definitions that it is read by now. */
export interface Told {
  /** of every measure that any of them told of */
  kpis: ReadonlyMap<string, DisclosureKpi>
  editions: readonly ToldEdition[]
}

export interface ToldEdition extends SidesOf {
  number: number
  /** what stood in no edition before it */
  told: readonly { exact: Figure; shown: Figure }[]
  /** what stands in the edition before it, and was taken out in this one */
  gone: readonly FigurePlace[]
  /** of one that rolled back: the edition whose figures stand in it again */
  standsOn: number | null
}

/** What is new in an edition that is being published. */
export interface NewFigures {
  kpis: ReadonlyMap<string, KpiDefinition>
  figures: readonly Figure[]
  /** measures that are protected by another rule than before: what has not changed is judged again */
  kpisToProtectAgain: ReadonlySet<string>
  plan: SidesOf['plan']
  asOf: string
}

export interface ProtectedAfter {
  figures: Figure[]
  /** which rule hid what of the figures that were judged anew */
  judged: Judged[]
  /** what could still be worked out, and no hiding in this edition would mend */
  left: Disclosure[]
  /** verdicts that the public is not told */
  untold: UntoldSides
}

/** The figures of a new edition as the public may see them, judged together with all that earlier editions told. */
export function protectAfter(
  told: Told,
  { kpis, figures, kpisToProtectAgain, plan, asOf }: NewFigures,
): ProtectedAfter {
  const { editions } = recallAll(told)
  const found = editions.protect(kpis, figures, (kpi) => kpisToProtectAgain.has(kpi))
  const untold = untoldSides(editions.ledger, { kpis: [...kpis.values()], plan, asOf })
  return { figures: found.figures, judged: found.judged, left: found.left, untold }
}

/** Which verdicts the public may not be told of the last of the editions told. */
export function untoldAfter(told: Told): UntoldSides {
  return recallAll(told).untold
}

/**
 * All that was told: figures, and the verdicts that followed from them, each edition from what stood in it. Nothing of
 * what was taken out or rolled back is forgotten.
 */
function recallAll({ kpis, editions: earlier }: Told): { editions: ProtectedEditions; untold: UntoldSides } {
  const editions = openProtectedEditions()
  const { standing } = editions.ledger
  const stoodOn = new Set(earlier.map(({ standsOn }) => standsOn))
  const standAgain = new Map<number | null, () => void>()
  let untold: UntoldSides = new Map()
  for (const { number, told, gone, standsOn, ...sidesOf } of earlier) {
    standAgain.get(standsOn)?.()
    for (const { kpi, period, dimension, member } of gone) standing.remove(kpi, period, dimension, member)
    editions.recall(kpis, told)
    untold = untoldSides(editions.ledger, sidesOf)
    if (stoodOn.has(number)) standAgain.set(number, standing.keep())
  }
  return { editions, untold }
}
