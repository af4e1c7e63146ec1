import type { Action } from '../domain/actions/action.ts'
import type {
  KpiAnalysis,
  MilestoneImpact,
  RowAnalysis,
  TestedFamily,
} from '../domain/analysis/edition-analysis.ts'
import type { AuditLink, ChainHead, ChainReport } from '../domain/audit/chain.ts'
import type { AuditEntry, Deed } from '../domain/audit/deed.ts'
import type { Commentary, CommentaryDraft } from '../domain/commentary/commentary.ts'
import type { Withholding } from '../domain/disclosure/withholding.ts'
import type { DescribedKpi } from '../domain/editions/describe-kpi.ts'
import type { Audience, Edition, Organisation, Withdrawal } from '../domain/editions/publication.ts'
import type { FigureVersion, Series } from '../domain/figures/figure.ts'
import type { PackAsStored } from '../domain/packs/stored-form.ts'
import type { Plan } from '../domain/plans/plan.ts'

/** Which series of an edition: those of some measures, by one dimension, whose periods end inside a span. */
export interface SeriesSelection {
  kpis: readonly string[]
  dimension: string
  member?: string | undefined
  /** first and last day that a period may end on */
  endsFrom?: string | undefined
  endsTo?: string | undefined
}

/** Everything that may be read of one edition, by one audience. */
export interface EditionReader {
  readKpis: () => Promise<readonly DescribedKpi[]>
  readPlan: () => Promise<Plan>
  /** the log as it stood when the edition was published */
  readActions: () => Promise<readonly Action[]>
  readCommentary: () => Promise<readonly Commentary[]>
  /** in the order of the measures asked for, then of first appearance; points in period order */
  readSeries: (selection: SeriesSelection) => Promise<Series[]>
  /** what was computed at publication, in the order of the measures asked for */
  readAnalyses: (kpis: readonly string[]) => Promise<KpiAnalysis[]>
  /** by measure, for the rows of the scorecard */
  readRowAnalyses: () => Promise<Map<string, RowAnalysis>>
  readTestedFamily: () => Promise<TestedFamily>
  readImpacts: () => Promise<MilestoneImpact[]>
  /** the borough series of some measures and the categories of others, from a day on */
  readHeadlines: (
    kpis: { ofBorough: readonly string[]; ofCategories: readonly string[] },
    endsFrom: string | null,
  ) => Promise<Series[]>
}

/** How the figures of one audience's set came to be what they are in an edition. */
export interface FigureHistory {
  /** versions that stand either in this edition or in an earlier one, not in both */
  readDiffering: (earlier: number) => Promise<FigureVersion[]>
  /** every version, up to this edition, of the figures that are marked revised in it */
  readRevised: () => Promise<FigureVersion[]>
  /** by measure, the edition in which any of its figures last changed */
  readLastChanged: () => Promise<Map<string, number>>
}

/** The part of an edition that never changes once it is published. */
export type FrozenEdition = Pick<Edition, 'number' | 'dataAsAt'>

/** What of the exact set belongs to some services: their measures, and the milestones of these. */
export interface OwnPart {
  services: readonly string[]
  kpis: ReadonlySet<string>
  milestones: ReadonlySet<string>
}

/** The live log of actions while nobody else writes in it. */
export interface ActionLogWriter {
  readIds: () => Promise<readonly string[]>
  /** null where there is none, or none of that part */
  find: (id: string, own: OwnPart | null) => Promise<Action | null>
  /** the action that was recorded under a sender's key; null where none was */
  findByKey: (key: string) => Promise<string | null>
  /** with what the audit keeps of it: both, or neither */
  keep: (action: Action, key: string | null, entry: AuditEntry) => Promise<void>
}

/** What identifies a draft: one role says one thing of a measure and a period. */
export type DraftKey = Pick<Commentary, 'kpi' | 'period' | 'authorRole'>

/** The drafts of commentary while nobody else writes in them. */
export interface DraftWriter {
  find: (key: DraftKey) => Promise<CommentaryDraft | null>
  /** puts a draft in the place of the one that stood there; with what the audit keeps of it, as `remove` */
  keep: (draft: CommentaryDraft, entry: AuditEntry) => Promise<void>
  remove: (key: DraftKey, entry: AuditEntry) => Promise<void>
}

/** Rows of the audit: of a deed, between two days, of somebody; so many, before a place. */
export interface AuditSelection {
  deed?: Deed | undefined
  from?: string | undefined
  to?: string | undefined
  who?: string | undefined
  before?: number | undefined
  most: number
}

/** An edition that was withdrawn already stays as it was, and the only one that stands cannot be. */
export type WithdrawalOutcome = { kind: 'withdrawn'; edition: Edition } | { kind: 'before' | 'only-one' }

/**
 * What the service answers from. The data service keeps it in a database, the mock in memory; whoever reads for the
 * panel is given readers of the protected set and no others.
 */
export interface Store {
  /** null before the first load */
  readOrganisation: () => Promise<Organisation | null>
  /** newest first */
  readEditions: () => Promise<readonly Edition[]>
  /** `latest` is the newest that stands: not withdrawn */
  readEdition: (which: number | 'latest') => Promise<Edition | null>
  /** of several who ask at once one does it, and a publication waits; null where there is no such edition */
  withdrawEdition: (
    number: number,
    withdrawal: Withdrawal,
    entry: AuditEntry,
  ) => Promise<WithdrawalOutcome | null>
  /** as readEdition, where only what never changes is asked for */
  findEdition: (which: number | 'latest') => Promise<FrozenEdition | null>
  /** what belongs to some services in the newest edition */
  findOwnPart: (services: readonly string[]) => Promise<OwnPart>
  /** of the exact set that part alone, where one is named: nothing else of it is read */
  openEdition: (
    audience: Audience,
    edition: FrozenEdition,
    own?: OwnPart | null,
  ) => { reader: EditionReader; history: FigureHistory }
  /**
   * what of some measures an edition hides from the panel, and by which rule; of a part no more than what is its own,
   * and of the figures of other measures that a reason names nothing
   */
  readWithheld: (
    edition: FrozenEdition,
    kpis: readonly string[],
    own?: OwnPart | null,
  ) => Promise<readonly Withholding[]>
  /** the log as it is now, in the order of recording; for the panel what the newest edition released of it */
  readLog: (audience: Audience, own?: OwnPart | null) => Promise<readonly Action[]>
  /** one writer after another: two people writing at once get two numbers */
  writeLog: <Outcome>(work: (log: ActionLogWriter) => Promise<Outcome>) => Promise<Outcome>
  /** measures and milestones of the newest edition, which an action may be linked to */
  readLinkable: () => Promise<ReadonlySet<string>>
  /** commentary for the next edition, by measure and period */
  readDrafts: (which?: { own?: OwnPart | null; released?: boolean }) => Promise<readonly CommentaryDraft[]>
  writeDrafts: <Outcome>(work: (drafts: DraftWriter) => Promise<Outcome>) => Promise<Outcome>
  readPack: (id: string) => Promise<PackAsStored | null>
  /** one that is there already stays as it is */
  storePack: (id: string, pack: PackAsStored, at: string) => Promise<{ isNew: boolean }>
  /** newest first, and how many there are on all pages */
  readAudit: (selection: AuditSelection) => Promise<{ rows: readonly AuditLink[]; total: number }>
  /** reads all of it; `known`: where it ended at some times, written down elsewhere */
  checkAudit: (known: readonly ChainHead[]) => Promise<ChainReport>
  /** what changes nothing that is stored */
  noteInAudit: (entry: AuditEntry) => Promise<void>
}
