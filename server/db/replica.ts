import type { EditionReader, FigureHistory, FrozenEdition } from '../../src/service/store.ts'
import { readAnalysed } from './analysis-store.ts'
import type { Queries } from './database.ts'

/** A copy that cannot be asked is not asked again for so long. */
const restMs = 10_000

export interface Replica {
  queries: Queries
  /** whether all of an edition, with what was computed of it, has arrived there */
  has: (edition: number) => Promise<boolean>
}

/** An edition never changes and comes in one transaction: once a copy has it, the copy has it as it will always be. */
export function followReplica(queries: Queries, now: () => number = Date.now): Replica {
  let arrived = new Set<number>()
  let restsUntil = 0
  return {
    queries,
    async has(edition) {
      if (arrived.has(edition)) return true
      if (now() < restsUntil) return false
      try {
        arrived = await readAnalysed(queries)
      } catch {
        restsUntil = now() + restMs
      }
      return arrived.has(edition)
    },
  }
}

export interface OpenedEdition {
  edition: FrozenEdition
  reader: EditionReader
  history: FigureHistory
}

/** Reads an edition from the copy, and where that fails from where it came from. */
export function readOnReplica(replica: OpenedEdition, primary: OpenedEdition): OpenedEdition {
  const [reader, source] = [replica.reader, primary.reader]
  const [history, past] = [replica.history, primary.history]
  return {
    edition: primary.edition,
    reader: {
      readKpis: either(reader.readKpis, source.readKpis),
      readPlan: either(reader.readPlan, source.readPlan),
      readActions: either(reader.readActions, source.readActions),
      readCommentary: either(reader.readCommentary, source.readCommentary),
      readSeries: either(reader.readSeries, source.readSeries),
      readAnalyses: either(reader.readAnalyses, source.readAnalyses),
      readRowAnalyses: either(reader.readRowAnalyses, source.readRowAnalyses),
      readTestedFamily: either(reader.readTestedFamily, source.readTestedFamily),
      readImpacts: either(reader.readImpacts, source.readImpacts),
      readHeadlines: either(reader.readHeadlines, source.readHeadlines),
    },
    history: {
      readDiffering: either(history.readDiffering, past.readDiffering),
      readRevised: either(history.readRevised, past.readRevised),
      readLastChanged: either(history.readLastChanged, past.readLastChanged),
    },
  }
}

/** Whatever is the matter with a copy, or with following, is no reason to turn a reader away. */
function either<Given extends unknown[], Result>(
  onReplica: (...given: Given) => Promise<Result>,
  onPrimary: (...given: Given) => Promise<Result>,
) {
  return async (...given: Given): Promise<Result> => {
    try {
      return await onReplica(...given)
    } catch {
      return await onPrimary(...given)
    }
  }
}
