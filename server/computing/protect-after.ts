import type { Disclosure } from '../../src/domain/disclosure/attack.ts'
import type { DisclosureKpi } from '../../src/domain/disclosure/cells.ts'
import { openProtectedEditions, type ProtectedEditions } from '../../src/domain/disclosure/protect-edition.ts'
import { type CoarserSeries, recallCoarser, tellCoarser } from '../../src/domain/disclosure/tell-coarser.ts'
import type { FigurePlace } from '../../src/domain/disclosure/withholding.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'
import type { KpiDefinition } from '../../src/domain/measures/measure.ts'
import type { Plan } from '../../src/domain/plans/plan.ts'
import { type PackedFigures, packFigures, unpackFigures } from './packed-figures.ts'
import { type PackedJudged, packJudged } from './packed-judged.ts'

/** What the editions before have told, first to last, and the definitions that it is read by now. */
export interface Told {
  /** of every measure that any of them told of */
  kpis: ReadonlyMap<string, DisclosureKpi>
  editions: readonly ToldEdition[]
}

export interface ToldEdition {
  number: number
  kpis: readonly DisclosureKpi[]
  plan: PlanOfVerdicts
  /** what stood in no edition before it */
  told: PackedTold
  /** what it told in quarters */
  coarser: readonly CoarserSeries[]
  /** what stands in the edition before it, and was taken out in this one */
  gone: readonly FigurePlace[]
  /** of one that rolled back: the edition whose figures stand in it again */
  standsOn: number | null
}

/** Figures as they were received, and beside each what was shown of it. */
export interface PackedTold {
  exact: PackedFigures
  shown: PackedFigures
}

type PlanOfVerdicts = Pick<Plan, 'trajectories' | 'interventions'>

/** What is new in an edition that is being published. */
export interface NewFigures {
  kpis: ReadonlyMap<string, KpiDefinition>
  figures: PackedFigures
  /** measures that are protected by another rule than before: what has not changed is judged again */
  kpisToProtectAgain: ReadonlySet<string>
  plan: PlanOfVerdicts
}

export interface ProtectedAfter {
  figures: PackedFigures
  /** which rule hid what of the figures that were judged anew */
  judged: PackedJudged
  /** what could still be worked out, and no hiding in this edition would mend */
  left: Disclosure[]
  verdicts: ToldVerdicts
}

/** What the verdicts of the public set rest on besides its figures. */
export interface ToldVerdicts {
  /** figures of quarters, of measures whose months are withheld in part */
  coarser: readonly CoarserSeries[]
}

/** The figures of a new edition as the public may see them, judged together with all that earlier editions told. */
export function protectAfter(
  told: Told,
  { kpis, figures, kpisToProtectAgain, plan }: NewFigures,
): ProtectedAfter {
  const editions = recallAll(told)
  const { left, ...found } = editions.protect(kpis, [...unpackFigures(figures)], (kpi) =>
    kpisToProtectAgain.has(kpi),
  )
  const packed = { figures: packFigures(found.figures), judged: packJudged(found.judged) }
  const coarser = tellCoarser(editions.ledger, { kpis: [...kpis.values()], plan })
  return { ...packed, left, verdicts: { coarser } }
}

/** What the verdicts of an edition that takes something back rest on: quarters are told of the months that stand in it. */
export function verdictsTakenBack(told: Told): ToldVerdicts {
  const editions = recallAll(told)
  const last = told.editions.at(-1)
  return { coarser: last ? tellCoarser(editions.ledger, last) : [] }
}

/**
 * All that was told: figures of months and of quarters, each edition from what stood in it. Nothing of what was taken
 * out or rolled back is forgotten.
 */
function recallAll({ kpis, editions: earlier }: Told): ProtectedEditions {
  const editions = openProtectedEditions()
  const { standing } = editions.ledger
  const stoodOn = new Set(earlier.map(({ standsOn }) => standsOn))
  const standAgain = new Map<number | null, () => void>()
  for (const { number, told, coarser, gone, standsOn, ...own } of earlier) {
    standAgain.get(standsOn)?.()
    for (const { kpi, period, dimension, member } of gone) standing.remove(kpi, period, dimension, member)
    editions.recall(kpis, pairsOf(told))
    recallCoarser(editions.ledger, own, coarser)
    if (stoodOn.has(number)) standAgain.set(number, standing.keep())
  }
  return editions
}

export function pairsOf({ exact, shown }: PackedTold): { exact: Figure; shown: Figure }[] {
  const beside = unpackFigures(shown)
  return [...unpackFigures(exact)].flatMap((figure) => {
    const { value } = beside.next()
    return value ? [{ exact: figure, shown: value }] : []
  })
}
