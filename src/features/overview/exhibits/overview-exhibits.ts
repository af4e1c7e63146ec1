import type { QueryClient } from '@tanstack/react-query'
import { rowAnalysesQuery } from '../../../api/computed-here.ts'
import { overviewQuery } from '../../../api/overview.ts'
import type { Exhibit, ExhibitFact, ExhibitOrigin } from '../../../domain/exhibits/exhibit.ts'
import { findingOfChosen, findingOfRows, searchedFor } from '../../../domain/exhibits/finding-of-chosen.ts'
import {
  type RecordColumnText,
  recordsForReaders,
  recordTable,
} from '../../../domain/exhibits/record-table.ts'
import { tableExhibit } from '../../../domain/exhibits/table-exhibit.ts'
import { countOf, isOrAre, listed, numberInWords } from '../../../domain/measures/format.ts'
import { themeNames } from '../../../domain/measures/measure.ts'
import { rankAttention } from '../../../domain/scorecard/attention.ts'
import { type Headline, type Tally, writeHeadline } from '../headline.ts'
import type { OverviewSearch } from '../overview-search.ts'
import { scorecardColumns, variationInWords } from '../scorecard-columns.ts'
import { isFiltered, selectRows } from '../scorecard-filter.ts'
import { buildRow, isWorthALook, needsAttention, type RowModel } from '../scorecard-model.ts'
import { signalChoices, standingMarks } from '../standing-marks.ts'

/** How a row is read on a slide or on paper; what matters most comes first. */
const readColumns: readonly RecordColumnText<RowModel>[] = [
  { head: 'Measure', text: ({ name }) => name },
  { head: 'Latest figure', text: ({ figureInWords }) => figureInWords },
  { head: 'Variation', text: variationInWords },
  {
    head: 'Against target',
    text: ({ target }) => [target.text, target.sub].filter(Boolean).join(', '),
  },
  { head: 'Against plan', text: ({ plan }) => [plan.text, plan.sub].filter(Boolean).join(', ') },
  { head: 'Figure status', text: ({ figure }) => figure.text },
]

/** The scorecard as the address filters and sorts it. */
export async function loadScorecard(
  search: OverviewSearch,
  address: string,
  origin: ExhibitOrigin,
  queries: QueryClient,
): Promise<Exhibit<never>> {
  const { rows, headline: ofAll } = await readOverview(origin, queries)
  const shown = selectRows(rows, search)
  // milestones are counted of the whole plan, and belong to no measures that were chosen
  const headline = isFiltered(search) ? writeHeadline(shown, noMilestones, 'ready') : ofAll
  return tableExhibit({
    origin,
    name: 'Scorecard',
    finding: findingOfChosen(
      chosenInWords(search),
      findingOfRows(
        { shown: shown.length, all: rows.length, noun: 'measure' },
        Boolean(search.signal || search.standing),
        () => writeScorecardFinding(headline.tally, shown.length),
      ),
    ),
    scope: isFiltered(search) ? `${shown.length} of ${countOf(rows.length, 'measure')} shown` : '',
    facts: factsOf(headline),
    notes: shown.length === 0 ? [] : [[headline.quiet, headline.standfirst].filter(Boolean).join(' ')],
    questions: [],
    tables: [
      {
        ...recordTable('Scorecard', scorecardColumns, shown),
        forReaders: recordsForReaders(
          readColumns,
          shown,
          search.sort ? null : { compare: byNeed, words: 'what needs attention first' },
        ),
      },
    ],
    fileStem: 'scorecard',
    address,
  })
}

const noMilestones = { total: 0, complete: 0, overdue: 0 }

/** What the address chooses of the scorecard. */
function chosenInWords({ theme, owner, standing, signal, find }: OverviewSearch): (string | undefined)[] {
  return [
    theme && themeNames[theme],
    owner,
    signal && signalChoices[signal].toLowerCase(),
    standing && standingMarks[standing].choice.toLowerCase(),
    searchedFor(find),
  ]
}

/** The measures that need attention, weightiest first, with their reasons. */
export async function loadAttention(
  address: string,
  origin: ExhibitOrigin,
  queries: QueryClient,
): Promise<Exhibit<never>> {
  const { rows, headline } = await readOverview(origin, queries)
  const ranked = rows.filter(needsAttention).toSorted(byNeed)
  const looks = rows.filter(isWorthALook).toSorted(byNeed)
  const columns = [
    { head: 'Measure', text: ({ name }: RowModel) => name },
    { head: 'Latest figure', text: ({ figureInWords }: RowModel) => figureInWords },
    { head: 'Why', text: ({ attention }: RowModel) => attention?.sentences.join(' ') ?? null },
    { head: 'Owner', text: ({ owner }: RowModel) => owner },
    { head: 'Figure status', text: ({ figure }: RowModel) => figure.text },
  ]
  const lead = ranked[0]
  return tableExhibit({
    origin,
    name: 'What needs attention',
    finding: headline.finding,
    scope: '',
    facts: factsOf(headline),
    notes: [[headline.quiet, headline.standfirst].filter(Boolean).join(' ')],
    questions: lead
      ? [`${lead.name} comes first: what is being done about it, and by when will it show?`]
      : [],
    tables: [
      recordTable('What needs attention', columns, ranked, ['Owner', 'Figure status']),
      recordTable('Worth a look', columns, looks, ['Owner', 'Figure status']),
    ].filter((table, index) => index === 0 || table.rows.length > 0),
    fileStem: 'needs-attention',
    address,
  })
}

/** What needs attention in its order, then the rest as they stand. */
function byNeed(a: RowModel, b: RowModel): number {
  const [first, second] = [a, b].map(({ attention }) => attention?.rank ?? Number.MAX_SAFE_INTEGER)
  return (first ?? 0) - (second ?? 0)
}

function factsOf({ tally }: Headline): ExhibitFact[] {
  return [
    { figure: String(tally.concern), words: 'getting worse' },
    { figure: String(tally.improvement), words: 'improving' },
    { figure: String(tally.unknown), words: 'unknown' },
  ]
}

async function readOverview({ edition, audience }: ExhibitOrigin, queries: QueryClient) {
  const view = { edition: edition.number, audience }
  const overview = await queries.ensureQueryData(overviewQuery(view))
  const isBrought = overview.kpis.every((row) => row.analysis !== undefined)
  const computed = isBrought ? null : await queries.ensureQueryData(rowAnalysesQuery(view))
  const kpis = computed
    ? overview.kpis.map((row) => ({ ...row, analysis: computed.get(row.id) ?? null }))
    : overview.kpis
  const attention = rankAttention(kpis, edition.dataAsAt)
  const rows = kpis.map((row) => buildRow(row, edition.dataAsAt, attention))
  return { rows, headline: writeHeadline(rows, overview.milestones, 'ready') }
}

/**
 * What the scorecard shows, in the words of its facts: the list of what needs attention beside it has the page's title.
 * @example 'Scorecard of 48 measures: three are getting worse, 12 are improving and one is unknown'
 */
function writeScorecardFinding({ concern, improvement, unknown }: Tally, measures: number): string {
  const told = (count: number, words: string) =>
    count === 0 ? `none is ${words}` : `${numberInWords(count)} ${isOrAre(count)} ${words}`
  const parts = [told(concern, 'getting worse'), told(improvement, 'improving'), told(unknown, 'unknown')]
  return `Scorecard of ${countOf(measures, 'measure')}: ${listed(parts)}`
}
