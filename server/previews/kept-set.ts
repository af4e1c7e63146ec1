import type { EditionReader, FigureHistory } from '../../src/service/store.ts'
import type { WholeSetReader } from '../db/edition-reader.ts'
import { keepSeries } from './kept-series.ts'
import { type Packed, pack } from './packed.ts'

/** Everything that can be read of one set of an edition, held in memory: the edition itself is not written anywhere. */
export interface KeptSet {
  reader: EditionReader
  history: FigureHistory
  /** that its figures and documents take, pressed */
  bytes: number
}

/**
 * Reads a whole set inside the transaction that rehearses it.
 *
 * @param previous the edition that it stands on, against which its versions of figures are kept; 0 where there is none
 */
export async function keepSet(
  reader: WholeSetReader,
  history: FigureHistory,
  previous: number,
): Promise<KeptSet> {
  let bytes = 0
  const keep = async <Kept>(given: Kept): Promise<Packed<Kept>['read']> => {
    const packed = await pack(given)
    bytes += packed.bytes
    return packed.read
  }
  const kpis = await reader.readKpis()
  const series = await keepSeries(await reader.readAllSeries())
  bytes += series.bytes
  const analyses = new Map(
    await Promise.all(
      (await reader.readAnalyses(kpis.map(({ id }) => id))).map(
        async (one) => [one.kpi, await keep(one)] as const,
      ),
    ),
  )
  const rows = await keep([...(await reader.readRowAnalyses())])
  const lastChanged = await keep([...(await history.readLastChanged())])
  const differing = await keep(previous > 0 ? await history.readDiffering(previous) : [])

  return {
    reader: {
      readKpis: await keep(kpis),
      readPlan: await keep(await reader.readPlan()),
      readActions: await keep(await reader.readActions()),
      readCommentary: await keep(await reader.readCommentary()),
      readTestedFamily: await keep(await reader.readTestedFamily()),
      readImpacts: await keep(await reader.readImpacts()),
      readRowAnalyses: async () => new Map(await rows()),
      readAnalyses: async (asked) => await Promise.all(asked.flatMap((kpi) => analyses.get(kpi)?.() ?? [])),
      ...series.reader,
    },
    history: {
      readDiffering: async (earlier) => (earlier === previous ? await differing() : []),
      readRevised: await keep(await history.readRevised()),
      readLastChanged: async () => new Map(await lastChanged()),
    },
    bytes,
  }
}
