import type { Store } from '../../src/service/store.ts'

/** A store in which editions are published and nothing is held: what pages show then. */
export function emptied(store: Store, keepsMeasures: boolean): Store {
  return {
    ...store,
    readLog: async () => [],
    readDrafts: async () => [],
    openEdition: (audience, edition) => ({
      reader: {
        readKpis: keepsMeasures ? store.openEdition(audience, edition).reader.readKpis : async () => [],
        readPlan: async () => ({
          workstreams: [],
          milestones: [],
          trajectories: [],
          interventions: [],
          risks: [],
        }),
        readActions: async () => [],
        readCommentary: async () => [],
        readSeries: async () => [],
        readAnalyses: async () => [],
        readRowAnalyses: async () => new Map(),
        readTestedFamily: async () => ({ untested: 0, signals: [] }),
        readImpacts: async () => [],
        readHeadlines: async () => [],
      },
      history: {
        readDiffering: async () => [],
        readRevised: async () => [],
        readLastChanged: async () => new Map(),
      },
    }),
  }
}
