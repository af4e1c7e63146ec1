import { rankByStrengthAndMeaning } from '../domain/analysis/rank-signals.ts'
import { commentaryKey } from '../domain/commentary/commentary.ts'
import type { DescribedKpi } from '../domain/editions/describe-kpi.ts'
import { isOwnLink } from './own-part.ts'
import type { EditionReader, FigureHistory, OwnPart } from './store.ts'

interface Opened {
  reader: EditionReader
  history: FigureHistory
}

/**
 * An edition as whoever leads some services may read it: the exact set of their own measures, which is all that `exact`
 * can read, and of every other measure what everybody may read.
 */
export function openScoped(own: OwnPart, exact: Opened, panel: Opened): Opened {
  return {
    reader: readerOf(own, exact.reader, panel.reader),
    history: historyOf(own, exact.history, panel.history),
  }
}

function readerOf(own: OwnPart, exact: EditionReader, panel: EditionReader): EditionReader {
  const isOwn = (kpi: string) => own.kpis.has(kpi)
  const split = (kpis: readonly string[]) => [kpis.filter(isOwn), kpis.filter((kpi) => !isOwn(kpi))] as const
  const readKpis = async (): Promise<DescribedKpi[]> => {
    const mine = byId(
      (await exact.readKpis()).filter(({ id }) => isOwn(id)),
      ({ id }) => id,
    )
    return (await panel.readKpis()).map(
      (kpi) => mine.get(kpi.id) ?? { ...kpi, audience: 'protected' as const },
    )
  }
  return {
    readKpis,
    async readPlan() {
      const [mine, theirs] = [await exact.readPlan(), await panel.readPlan()]
      return {
        workstreams: theirs.workstreams,
        milestones: inPlace(
          theirs.milestones,
          mine.milestones.filter(({ id }) => own.milestones.has(id)),
          ({ id }) => id,
        ),
        // nothing is withheld of these
        trajectories: theirs.trajectories,
        interventions: theirs.interventions,
        risks: [...theirs.risks, ...mine.risks.filter(({ kpi }) => kpi !== null && isOwn(kpi))],
      }
    },
    async readActions() {
      const others = (await panel.readActions()).filter(({ link }) => !isOwnLink(own, link))
      const mine = (await exact.readActions()).filter(({ link }) => isOwnLink(own, link))
      return inPlace(others, mine, ({ id }) => id)
    },
    async readCommentary() {
      const others = (await panel.readCommentary()).filter(({ kpi }) => !isOwn(kpi))
      const mine = (await exact.readCommentary()).filter(({ kpi }) => isOwn(kpi))
      return inPlace(others, mine, commentaryKey)
    },
    async readSeries({ kpis, ...selection }) {
      const [mine, others] = split(kpis)
      const rank = new Map(kpis.map((kpi, index) => [kpi, index]))
      const found = [
        ...(mine.length ? await exact.readSeries({ ...selection, kpis: mine }) : []),
        ...(others.length ? await panel.readSeries({ ...selection, kpis: others }) : []),
      ]
      return found.sort((a, b) => (rank.get(a.kpi) ?? 0) - (rank.get(b.kpi) ?? 0))
    },
    async readAnalyses(kpis) {
      const [mine, others] = split(kpis)
      const found = byId(
        [
          ...(mine.length ? await exact.readAnalyses(mine) : []),
          ...(others.length ? await panel.readAnalyses(others) : []),
        ],
        ({ kpi }) => kpi,
      )
      return kpis.flatMap((kpi) => found.get(kpi) ?? [])
    },
    async readRowAnalyses() {
      const others = [...(await panel.readRowAnalyses())].filter(([kpi]) => !isOwn(kpi))
      const mine = [...(await exact.readRowAnalyses())].filter(([kpi]) => isOwn(kpi))
      return new Map([...others, ...mine])
    },
    async readImpacts() {
      const others = (await panel.readImpacts()).filter(({ milestone }) => !own.milestones.has(milestone))
      const mine = (await exact.readImpacts()).filter(({ milestone }) => own.milestones.has(milestone))
      return inPlace(others, mine, ({ milestone }) => milestone)
    },
    async readTestedFamily() {
      const [mine, theirs] = [await exact.readTestedFamily(), await panel.readTestedFamily()]
      const others = <Item extends { kpi: string }>(items: readonly Item[]) =>
        items.filter(({ kpi }) => !isOwn(kpi))
      const ofOwn = <Item extends { kpi: string }>(items: readonly Item[]) =>
        items.filter(({ kpi }) => isOwn(kpi))
      const kpis = byId(await readKpis(), ({ id }) => id)
      return {
        untested: theirs.untested,
        toConfirm: [...ofOwn(mine.toConfirm ?? []), ...others(theirs.toConfirm ?? [])],
        signals: rankByStrengthAndMeaning([...ofOwn(mine.signals), ...others(theirs.signals)], kpis),
      }
    },
    async readHeadlines({ ofBorough, ofCategories }, endsFrom) {
      const [mine, others] = [split(ofBorough), split(ofCategories)]
      return [
        ...(await exact.readHeadlines({ ofBorough: mine[0], ofCategories: others[0] }, endsFrom)),
        ...(await panel.readHeadlines({ ofBorough: mine[1], ofCategories: others[1] }, endsFrom)),
      ]
    },
  }
}

function historyOf({ kpis }: OwnPart, exact: FigureHistory, panel: FigureHistory): FigureHistory {
  const isOwn = ({ kpi }: { kpi: string }) => kpis.has(kpi)
  const both = async <Version extends { kpi: string }>(
    mine: Promise<Version[]>,
    theirs: Promise<Version[]>,
  ) => [...(await mine).filter(isOwn), ...(await theirs).filter((one) => !isOwn(one))]
  return {
    readDiffering: async (earlier) => await both(exact.readDiffering(earlier), panel.readDiffering(earlier)),
    readRevised: async () => await both(exact.readRevised(), panel.readRevised()),
    readLastChanged: async () =>
      new Map([
        ...[...(await panel.readLastChanged())].filter(([kpi]) => !kpis.has(kpi)),
        ...[...(await exact.readLastChanged())].filter(([kpi]) => kpis.has(kpi)),
      ]),
  }
}

function byId<Item>(items: readonly Item[], idOf: (item: Item) => string): Map<string, Item> {
  return new Map(items.map((item) => [idOf(item), item]))
}

/** What everybody may read, each in its place with what is known exactly of it; what only the owner knows, at the end. */
function inPlace<Item>(theirs: readonly Item[], mine: readonly Item[], idOf: (item: Item) => string): Item[] {
  return [...byId([...theirs, ...mine], idOf).values()]
}
