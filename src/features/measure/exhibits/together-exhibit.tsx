import type { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { analysisQuery } from '../../../api/analysis.ts'
import { kpisQuery } from '../../../api/kpis.ts'
import { seriesQuery } from '../../../api/series.ts'
import { PairedPicture } from '../../../charts/paired/PairedPicture.tsx'
import { readTogether } from '../../../domain/editions/read-together.ts'
import type { Exhibit, ExhibitColumn, ExhibitOrigin, ExhibitTable } from '../../../domain/exhibits/exhibit.ts'
import { tableExhibit } from '../../../domain/exhibits/table-exhibit.ts'
import { titleOf } from '../../../domain/findings/title-of.ts'
import { countOf, unitPhrase } from '../../../domain/measures/format.ts'
import { lowerFirst } from '../../../domain/measures/letter-case.ts'
import { borough } from '../../../domain/measures/measure.ts'
import { periodEnd } from '../../../domain/periods/period.ts'
import { spanOfSearch } from '../../../domain/trends/parts/breakdown.ts'
import {
  buildPaired,
  type PairedChart,
  type PairedModel,
} from '../../../domain/trends/together/paired-model.ts'
import { selectionsOf, wholesOf } from '../../../domain/trends/together/paired-readings.ts'
import { pairedSentences } from '../../../domain/trends/together/paired-sentences.ts'
import { cellIn, describeChart, eventsInWords } from '../../../domain/trends/together/paired-words.ts'
import { cellsOf, columnsOfFigures } from '../../../domain/trends/trend-tables.ts'
import { readTrend } from '../trend/read-trend.ts'
import type { TrendExhibitInput } from './trend-exhibit.tsx'

/**
 * The measures that belong together, on one time axis.
 * @throws Error with words for the reader where nothing is read with this measure, or nothing in its range
 */
export async function loadTogetherExhibit(
  { kpi: kpiId, search, layers, address }: TrendExhibitInput,
  origin: ExhibitOrigin,
  queries: QueryClient,
): Promise<Exhibit<ReactNode>> {
  const { edition, audience, organisation } = origin
  const view = { edition: edition.number, audience }
  const asOf = edition.dataAsAt
  const { kpis } = await queries.ensureQueryData(kpisQuery(view))
  const own = await readTrend(origin, { kpi: kpiId, search: spanOfSearch(search), layers }, queries)
  const { name } = own.kpi
  const parts = readTogether(kpis, kpiId)
  if (parts.length === 0) throw new Error(`Nothing is read together with ${name}.`)
  const time = own.model
  if (!time) throw new Error(`${name} has no figures in this range.`)
  const { ids, breakdowns } = selectionsOf(parts)
  const [read, analysed] = await Promise.all([
    Promise.all(
      [{ kpi: ids, dimension: borough.dimension }, ...breakdowns].map((selection) =>
        queries.ensureQueryData(seriesQuery(view, selection)),
      ),
    ),
    // figures stand without what they mean
    Promise.all(ids.map((id) => queries.ensureQueryData(analysisQuery(view, id)).catch(() => null))),
  ])
  const sources = {
    page: kpiId,
    parts,
    kpis,
    series: read.flatMap(({ series }) => series),
    analyses: wholesOf(analysed),
    plan: own.plan,
    asOf,
    time,
    showLimits: layers.includes('limits'),
  }
  const model = buildPaired(sources)
  if (!model) throw new Error(`What belongs to ${name} has no figures in this range.`)
  const finding = findingOf(model)
  const events = eventsInWords(model)
  return {
    ...tableExhibit({
      origin,
      name: `${name}, read together`,
      finding,
      scope: `${countOf(model.charts.length, 'measure')} on one time axis, each with a scale of its own`,
      // each chart of the picture is headed with its figure
      facts: [],
      notes: [
        ...pairedSentences(model, sources),
        ...(events ? [events] : []),
        ...axisNotes(model),
        '[p] provisional, [r] revised, [x] no figure, [c] withheld, [z] no quarter or year ends in that month.',
      ],
      questions: questionsOf(model),
      tables: [monthsTable(model), ...model.charts.map(figuresTable)],
      fileStem: `${kpiId}_read-together`,
      address,
    }),
    source: own.kpi.source,
    altText: `${finding}. ${countOf(model.charts.length, 'chart')} on one time axis, ${organisation.name}. ${model.charts
      .map((chart) => describeChart(chart, chart.kpi))
      .join('. ')}.`,
    picture: (size) => <PairedPicture model={model} size={size} />,
  }
}

function axisNotes({ charts }: PairedModel): string[] {
  const names = charts.filter(({ axis }) => !axis.startsAtZero).map(({ name }) => name)
  return names.length > 0 ? [`The axis does not start at zero: ${names.join(', ')}.`] : []
}

/** What the measure of the page does, in the company that it is read in. */
function findingOf({ charts }: PairedModel): string {
  const own = charts.find(({ isThisPage }) => isThisPage)
  const others = charts.filter((chart) => chart !== own)
  if (!own?.headline) return `${charts[0]?.name}, and what is read with it`
  return `${titleOf(own.name, lowerFirst(own.headline))}; read with ${countOf(others.length, 'other measure')}`
}

function questionsOf({ charts }: PairedModel): string[] {
  const has = (wanted: PairedChart['role']) => charts.some(({ role }) => role === wanted)
  return [
    ...(has('list') && has('completed-wait')
      ? ['Do people wait less, or are those who waited longest now being started first?']
      : []),
    ...(has('extra-work') ? ['What happens to the list when the extra work ends?'] : []),
  ]
}

/** A column of numbers for each chart, as the page sets them side by side; what they bear stands in the last one. */
function monthsTable({ charts, months }: PairedModel): ExhibitTable {
  return {
    title: 'By month',
    columns: [
      { head: 'Month', kind: 'text' },
      { head: 'Month ends', kind: 'date', isExtra: true },
      ...charts.map(
        ({ name, kpi }): ExhibitColumn => ({
          head: `${name}, ${unitPhrase(kpi)}`,
          kind: 'number',
          decimals: kpi.decimals,
        }),
      ),
      { head: 'Shorthand', kind: 'text' },
    ],
    rows: months.map((month) => {
      const cells = charts.map((chart) => cellIn(chart, month))
      const marks = cells.flatMap(({ marks: own }, index) => (own ? [`${charts[index]?.name} ${own}`] : []))
      return [month, periodEnd(month), ...cells.map(({ value }) => value), marks.join('; ')]
    }),
  }
}

/** Real numbers with everything they are held against, for whoever calculates with them. */
function figuresTable({ name, kpi, points }: PairedChart): ExhibitTable {
  return {
    title: name,
    columns: columnsOfFigures(kpi.decimals),
    rows: points.map((point) => cellsOf(kpi, point)),
    isAppendix: true,
  }
}
