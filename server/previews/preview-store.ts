import type { Audience } from '../../src/domain/editions/publication.ts'
import type { FigureVersion } from '../../src/domain/figures/figure.ts'
import { figureKey } from '../../src/domain/figures/figure.ts'
import { ProblemError } from '../../src/service/problem.ts'
import type { FigureHistory, FrozenEdition, Store } from '../../src/service/store.ts'
import type { RehearsedEdition } from './rehearse-edition.ts'

/**
 * What the service would answer from once a load was published: the rehearsed edition, and before it the editions that
 * stand. Nothing can be written through it. A preview for the panel is given no way to the exact set, neither to the
 * rehearsed one nor to those that stand.
 */
export function openPreviewStore(standing: Store, rehearsed: RehearsedEdition, audience: Audience): Store {
  const { edition: next, editions, standsOn, sets, logs } = rehearsed
  const frozen: FrozenEdition = { number: next.number, dataAsAt: next.dataAsAt }
  const refuseOthers = (asked: Audience) => {
    if (asked === 'exact' && audience !== 'exact') throw notForThePanel()
  }

  return {
    ...writesNothing,
    readOrganisation: async () => rehearsed.organisation,
    readEditions: async () => editions,
    readEdition: async (which) =>
      which === 'latest' ? next : (editions.find(({ number }) => number === which) ?? null),
    findEdition: async (which) =>
      which === 'latest' || which === next.number ? frozen : await standing.findEdition(which),
    openEdition(asked, edition) {
      refuseOthers(asked)
      if (edition.number !== next.number) return standing.openEdition(asked, edition)
      const { reader, history } = sets[asked]
      return { reader, history: { ...history, readDiffering: readDifferingIn(asked, history) } }
    },
    async readWithheld(edition, kpis) {
      refuseOthers('exact')
      if (edition.number !== next.number) return await standing.readWithheld(edition, kpis)
      return (await rehearsed.withheld.read()).filter(({ kpi }) => kpis.includes(kpi))
    },
    async readLog(asked) {
      refuseOthers(asked)
      return logs[asked]
    },
    // an edition takes the drafts that wait for it
    readDrafts: async () => [],
    readPack: async (id) => await standing.readPack(id),
  }

  /** Kept is what differs from the edition that it stands on; from earlier ones differs that, and what that one differed in. */
  function readDifferingIn(asked: Audience, history: FigureHistory): FigureHistory['readDiffering'] {
    return async (earlier) => {
      const brought = await history.readDiffering(standsOn)
      if (earlier === standsOn) return brought
      const before = await standing.findEdition(standsOn)
      if (!before) return brought
      const until = await standing.openEdition(asked, before).history.readDiffering(earlier)
      return inOneOnly(until, brought)
    }
  }
}

/** A version that both name began and ended between the two, or stands in both. */
function inOneOnly(a: readonly FigureVersion[], b: readonly FigureVersion[]): FigureVersion[] {
  const keyOf = (version: FigureVersion) => `${figureKey(version)}\u001f${version.firstEdition}`
  const [ofA, ofB] = [new Set(a.map(keyOf)), new Set(b.map(keyOf))]
  return [...a.filter((one) => !ofB.has(keyOf(one))), ...b.filter((one) => !ofA.has(keyOf(one)))]
}

function notForThePanel(): ProblemError {
  return new ProblemError(403, 'This preview holds what the panel would see, and no exact figure.')
}

const refuse = async (): Promise<never> => {
  throw new ProblemError(
    403,
    'This is a preview of a load: nothing is written from it, and nothing else read.',
  )
}

/** What is no reading of an edition. */
const writesNothing: Omit<
  Store,
  | 'readOrganisation'
  | 'readEditions'
  | 'readEdition'
  | 'findEdition'
  | 'openEdition'
  | 'readWithheld'
  | 'readLog'
  | 'readDrafts'
  | 'readPack'
> = {
  withdrawEdition: refuse,
  findOwnPart: refuse,
  writeLog: refuse,
  readLinkable: refuse,
  writeDrafts: refuse,
  storePack: refuse,
  readAudit: refuse,
  checkAudit: refuse,
  noteInAudit: refuse,
}
