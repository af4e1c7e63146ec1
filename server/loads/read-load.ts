import type { LoadNeeds, LoadProblem } from '../../src/contract/loads.ts'
import { needsProtection } from '../../src/domain/disclosure/protect.ts'
import type { Organisation } from '../../src/domain/editions/publication.ts'
import type { TakeBack } from '../../src/domain/editions/take-back.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'
import { figureKey } from '../../src/domain/figures/figure.ts'
import { comparatorDimension, type KpiDefinition } from '../../src/domain/measures/measure.ts'
import type { Intervention } from '../../src/domain/plans/plan.ts'
import { assembleRecords, breaksOfDefinitions, saysOtherwiseWhatAddsUp } from '../../src/ingest/assemble.ts'
import { checkAliases } from '../../src/ingest/files/members.ts'
import { nameLoosened } from '../../src/ingest/loosened.ts'
import { readMapping } from '../../src/ingest/mapping.ts'
import { createMemberBook, type MemberBook } from '../../src/ingest/member-book.ts'
import { needsNothing } from '../../src/ingest/needs.ts'
import { createProblemLog, type Place, problemAt, type Report, wholeRow } from '../../src/ingest/problem.ts'
import { createReconciler } from '../../src/ingest/reconcile.ts'
import { reportOpened } from '../../src/ingest/report-opened.ts'
import { createProposer } from '../../src/ingest/say-cell.ts'
import type { Standing } from '../../src/ingest/standing.ts'
import { createStoodFigures } from '../../src/ingest/stood-figures.ts'
import { createUnknownMeasures } from '../../src/ingest/unknown-measures.ts'
import { watchAddingUp } from '../../src/ingest/watch-adding-up.ts'
import { watchBaselines } from '../../src/ingest/watch-baselines.ts'
import { watchChanges } from '../../src/ingest/watch-changes.ts'
import { watchCopied } from '../../src/ingest/watch-copied.ts'
import { watchDecimals } from '../../src/ingest/watch-decimals.ts'
import { watchGone } from '../../src/ingest/watch-gone.ts'
import { watchOddFigures } from '../../src/ingest/watch-odd-figures.ts'
import { watchOutliers } from '../../src/ingest/watch-outliers.ts'
import { watchPeriodDays } from '../../src/ingest/watch-period-days.ts'
import { watchPlanDays } from '../../src/ingest/watch-plan-days.ts'
import { watchPlanNumbers } from '../../src/ingest/watch-plan-numbers.ts'
import { watchReleasedTexts } from '../../src/ingest/watch-released-texts.ts'
import { watchShares } from '../../src/ingest/watch-shares.ts'
import { watchSums } from '../../src/ingest/watch-sums.ts'
import type { PublicationSource } from '../db/publication-source.ts'
import { type ReadTable, tablesOf } from './found-rows.ts'
import { readText } from './read-csv.ts'
import { readFigures } from './read-figures.ts'
import { readLoadedRecords } from './read-records.ts'
import { nothingRecognised, type Recognised } from './recognise.ts'
import { screenLoad, withSafeLabels } from './screen-load.ts'
import { withSheets } from './sheets/with-sheets.ts'
import { type SortedSources, sortSources } from './sort-sources.ts'
import type { SourceFile } from './source-file.ts'

/** What goes into an edition besides its label, day and note. */
export interface PreparedPublication {
  organisation: Organisation
  content: Omit<PublicationSource, 'label' | 'publishedAt' | 'note' | 'figures'>
  /** breaks of definitions that this load changes: their reason is that of the publication */
  breaks: readonly Omit<Intervention, 'reason'>[]
  /** reads the files again, from their beginning, so that nothing of them is held meanwhile */
  readFigures: () => AsyncGenerator<Figure>
}

/** A load without files, found possible: what it takes back of the editions before. */
export interface PreparedTakeBack {
  organisation: Organisation
  takesBack: TakeBack
}

export interface ReadLoad {
  problems: LoadProblem[]
  needs: LoadNeeds
  /** null where the load has errors */
  prepared: PreparedPublication | null
  /** tables that nothing describes, where nobody is in them */
  undescribed: readonly SourceFile[]
  /** tables that were read; none where persons are in the load, or may be: their rows can be shown */
  tables: readonly ReadTable[]
}

/** What is known of the files of a load beside what stands in them. */
export interface ReadingOptions {
  recognised?: Recognised
  /** sees every figure of the first reading, with the label of its file */
  onFigure?: (figure: Figure, file: string) => void
}

/** The files of a load are not what they were when they were checked. */
export class ChangedFilesError extends Error {
  constructor({ file, line, column, message }: LoadProblem) {
    super(`the files changed after they were checked: ${file}:${line}:${column} ${message}; load them again`)
    this.name = 'ChangedFilesError'
  }
}

/** Reads and checks a whole load, standing on an edition. Nothing is written, and nothing is read that names persons. */
export async function readLoad(
  givenFiles: readonly SourceFile[],
  givenMapping: SourceFile | null,
  standing: Standing,
  /** the day of the load: nothing can have been read after it */
  today: string = dayOf(new Date()),
  { recognised = nothingRecognised, onFigure = () => undefined }: ReadingOptions = {},
): Promise<ReadLoad> {
  const files = withSafeLabels(await withSheets(givenFiles))
  const [mappingFile = null] = withSafeLabels(givenMapping ? [givenMapping] : [])
  const persons = await screenLoad(files, mappingFile)
  if (persons.length > 0) return refused(persons)
  const log = createProblemLog()
  const { report } = log
  const mapping = mappingFile && (await readMappingFile(mappingFile, report))
  if (mappingFile && !mapping) return refused(log.problems())
  recognised.notices.forEach(report)
  const sources = sortSources(files, mapping, report, recognised.hints)
  const { undescribed } = sources
  const loaded = await readLoadedRecords(sources, standing, report)
  const organisation = decideOrganisation(sources, loaded.organisation, standing, report)
  watchReleasedTexts(loaded, standing, report)
  watchBaselines(loaded, standing, report)
  const records = assembleRecords(loaded, standing, report)
  const kpis = new Map([...standing.kpis, ...records.kpis].map((kpi) => [kpi.id, kpi]))
  watchPlanNumbers(loaded, kpis, standing, report)
  watchPlanDays(loaded, records.milestones, today, report)
  checkAliases(loaded.members)
  const openBook = bookOf(
    standing.members,
    loaded.members.map(({ item }) => item),
    (organisation ?? standing.organisation)?.name ?? '',
  )
  const members = openBook()
  const survey = surveyFigures(kpis)
  const reconciler = createReconciler(kpis)
  const shares = watchShares(kpis)
  const outliers = watchOutliers()
  const stood = createStoodFigures(standing)
  const changes = watchChanges(report)
  const copied = watchCopied()
  const periodDays = watchPeriodDays()
  const gone = watchGone(kpis)
  const decimals = watchDecimals(kpis)
  const sums = watchSums(kpis)
  const addingUp = watchAddingUp(kpis)
  const odd = watchOddFigures(kpis)
  let readAhead: Place | null = null
  const loosened = await nameLoosened(loaded.kpis, standing.kpis, stood, report)
  let place: Place = { file: '', line: 0, column: 0 }
  const unknown = createUnknownMeasures(kpis, loaded.refusedKpis, createProposer())
  const context = { kpis, unknown, members, report, today }
  const figures = readFigures(sources, context, {
    row: periodDays.take,
    figure(figure, observed, file, line) {
      shares.take(figure, observed, file)
      outliers.take(figure, file, line)
      place = { file, line, column: wholeRow }
      copied.take(figure, place)
      gone.take(figure)
      decimals.take(figure)
      sums.take(figure)
      odd.take(figure, place)
      onFigure(figure, file)
      if (figure.asAt > today) readAhead ??= observed.place('as_at')
    },
    total: reconciler.takeTotal,
  })
  for await (const figure of figures) {
    survey.take(figure)
    reconciler.take(figure)
    const before = await stood.read(figure.kpi)
    const inItsPlace = before.figures.get(figureKey(figure))
    changes.take(figure, place, inItsPlace, before.latestReading.get(figure.dimension))
    addingUp.take(figure, inItsPlace, before)
  }
  for (const { id } of saysOtherwiseWhatAddsUp(records.kpis, standing.kpis))
    addingUp.takeDefinition(id, await stood.read(id))
  changes.reportOlder()
  copied.report(report, stood)
  periodDays.report(report)
  gone.report(report, stood, standing.latest)
  shares.report(report)
  // beside figures on a wrong scale their decimals say nothing
  if (!log.hasErrors()) decimals.report(report)
  outliers.report(report, stood.seriesOf)
  reconciler.reportDifferences(report)
  addingUp.report(report)
  odd.report(report)
  const told = sums.report(report, members.isListed)
  const mayListPersons = reportOpened(
    members,
    (standing.members.get(comparatorDimension)?.size ?? 0) > 0,
    report,
    told,
  )
  const tables = mayListPersons ? [] : tablesOf(sources)
  survey.reportUncounted(report)
  if (!sources.records.size && !survey.count() && !log.hasErrors()) {
    report(
      problemAt({ file: 'load', line: 0, column: 0 }).error(
        'there is nothing in it to publish',
        'give observations.csv, a mapped file, or definitions or the plan',
      ),
    )
  }
  const dataAsAt = survey.latestReading(standing.dataAsAt)
  if (!dataAsAt && !log.hasErrors()) report(noDay)
  if (dataAsAt && dataAsAt > today) report(readInFuture(dataAsAt, today, readAhead))
  if (!organisation || !dataAsAt || log.hasErrors()) {
    return refused(log.problems(), { undescribed, tables })
  }
  return {
    problems: log.problems(),
    needs: { reason: log.needsReason(), exact: loosened },
    undescribed,
    tables,
    prepared: {
      organisation,
      breaks: breaksOfDefinitions(records.kpis, standing.kpis, [
        ...standing.plan.interventions,
        ...records.interventions,
      ]),
      content: { ...records, members: members.labels(), dataAsAt },
      readFigures: readingAgain(sources, context, openBook),
    },
  }
}

/** A new book each time, for each reading of a load. */
function bookOf(...given: Parameters<typeof createMemberBook>): () => MemberBook {
  return () => createMemberBook(...given)
}

/** Made here, where nothing of the first reading is in reach: what watched every figure then is not held by it. */
function readingAgain(
  sources: SortedSources,
  context: Parameters<typeof readFigures>[1],
  openBook: () => MemberBook,
): PreparedPublication['readFigures'] {
  return () => readFigures(sources, { ...context, members: openBook(), report: refuseErrors })
}

function refused(
  problems: LoadProblem[],
  known: Pick<ReadLoad, 'undescribed' | 'tables'> = { undescribed: [], tables: [] },
): ReadLoad {
  return { problems, needs: needsNothing, prepared: null, ...known }
}

const noDay = problemAt({ file: 'load', line: 0, column: 0 }).error(
  'an edition is judged as of the day on which its figures were read, and there are no figures',
  'load figures first, or together with the plan',
)

/** An edition's day never goes back, so a mistyped one would stay for good. */
function readInFuture(day: string, today: string, first: Place | null): LoadProblem {
  return problemAt(first ?? { file: 'load', line: 0, column: 0 }).error(
    `some figures say that they were read on ${day}, and today is ${today}`,
    'correct as_at: the day on which the source was read, as 2025-10-06',
  )
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}

function refuseErrors(problem: LoadProblem) {
  if (problem.severity === 'error') throw new ChangedFilesError(problem)
}

async function readMappingFile(file: SourceFile, report: Report) {
  const text = await readText(file, report)
  return text === null ? null : readMapping(file.label, text, report)
}

/** One database, one organisation: the first load says which. */
function decideOrganisation(
  sources: SortedSources,
  given: Organisation | null,
  standing: Standing,
  report: Report,
): Organisation | null {
  const stood = standing.organisation
  const file = sources.organisation?.label ?? 'organisation.json'
  const at = problemAt({ file, line: sources.organisation ? 1 : 0, column: sources.organisation ? 1 : 0 })
  if (!sources.organisation) {
    if (!stood) {
      report(
        at.error(
          'nobody has said whose figures these are',
          'add organisation.json with name, service, illustrative and marking',
        ),
      )
    }
    return stood
  }
  if (given && stood && (given.name !== stood.name || given.illustrative !== stood.illustrative)) {
    report(
      at.error(
        `the load is of ${given.name === stood.name ? given.name : 'another organisation'} (${kindOf(given)}), and this database holds ${stood.name} (${kindOf(stood)})`,
        'load it into a database of its own (another DATA_DIR)',
      ),
    )
    return null
  }
  return given
}

function kindOf({ illustrative }: Organisation): string {
  return illustrative ? 'illustrative' : 'real figures'
}

function surveyFigures(kpis: ReadonlyMap<string, KpiDefinition>) {
  let count = 0
  let latest: string | null = null
  const uncounted = new Set<KpiDefinition>()
  return {
    take({ kpi, dimension, value, numerator, denominator, asAt }: Figure) {
      count += 1
      if (latest === null || asAt > latest) latest = asAt
      const definition = kpis.get(kpi)
      const lacksCounts = value !== null && (numerator === null || denominator === null)
      const needsCounts = definition?.aggregation === 'W' && definition.sdc !== 'already-published'
      // other places publish their shares as they are
      const isOurs = dimension !== comparatorDimension
      if (lacksCounts && needsCounts && isOurs) uncounted.add(definition)
    },
    count: () => count,
    /** an edition never goes back behind the one that it stands on */
    latestReading: (before: string | null) =>
      latest !== null && (before === null || latest > before) ? latest : before,
    reportUncounted(report: Report) {
      for (const kpi of uncounted) {
        report(
          problemAt({ file: 'load', line: 0, column: 0 }).notice(
            `some figures of ${kpi.id} have no numerator and denominator`,
            `give both: without them a share is never combined${needsProtection(kpi) ? ', and never shown to the panel' : ''}`,
          ),
        )
      }
    },
  }
}
