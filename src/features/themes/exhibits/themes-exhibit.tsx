import type { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { analysisQuery, signalsQuery } from '../../../api/analysis.ts'
import { kpisQuery } from '../../../api/kpis.ts'
import { seriesQuery } from '../../../api/series.ts'
import type { Exhibit, ExhibitOrigin } from '../../../domain/exhibits/exhibit.ts'
import { recordTable } from '../../../domain/exhibits/record-table.ts'
import { tableExhibit } from '../../../domain/exhibits/table-exhibit.ts'
import { titleOf } from '../../../domain/findings/title-of.ts'
import { countOf } from '../../../domain/measures/format.ts'
import { lowerFirst } from '../../../domain/measures/letter-case.ts'
import { buildThemeCards, standsOut } from '../theme-cards.ts'
import { themeColumns, themeFigures } from '../theme-columns.ts'
import { findTheme, flaggedOf, locationMeasure } from '../theme-measures.ts'
import { standingOutIn, writeCardsNote, writeThemeFinding } from '../theme-words.ts'
import { ThemePicture } from './ThemePicture.tsx'

/**
 * Categories of one measure, types of abuse or places, side by side.
 * @throws Error where the edition holds no categories of it for this audience
 */
export async function loadThemes(
  kpiId: string,
  address: string,
  origin: ExhibitOrigin,
  queries: QueryClient,
): Promise<Exhibit<ReactNode>> {
  const { edition, audience } = origin
  const view = { edition: edition.number, audience }
  const [{ kpis }, { signals, bearableFalseAlarms }] = await Promise.all([
    queries.ensureQueryData(kpisQuery(view)),
    queries.ensureQueryData(signalsQuery(view)),
  ])
  const theme = findTheme(kpis, kpiId)
  if (!theme) throw new Error(`This edition holds no categories of “${kpiId}” for this audience.`)
  const { kpi, dimension } = theme
  const [{ series }, analysis] = await Promise.all([
    queries.ensureQueryData(seriesQuery(view, { kpi: kpi.id, dimension: dimension.id })),
    queries.ensureQueryData(analysisQuery(view, kpi.id)),
  ])
  const flagged = flaggedOf(signals, kpi.id)
  const model = buildThemeCards({ kpi, dimension, series, analyses: analysis?.series ?? [], flagged })
  if (!model) throw new Error(`${kpi.name} has no figures in this edition.`)
  const judged = model.cards.filter(({ analysis: own }) => own !== null && own.variation !== null)
  const out = judged.filter((card) => standsOut(card.analysis))
  const own = signals.filter((signal) => signal.kpi === kpi.id)
  const found = standingOutIn([{ theme, analyses: analysis?.series ?? [] }])
  // the breakdown of the same measure may be found to say the same: each says which it is
  const finding = titleOf(`Safeguarding themes, ${lowerFirst(kpi.name)}`, writeThemeFinding(own, found))
  const base = tableExhibit({
    origin,
    name: kpi.name,
    finding,
    scope: '',
    facts: [
      { figure: String(flagged.length), words: 'flagged for recent change among all that was tested' },
      ...(judged.length === 0
        ? []
        : [
            {
              figure: `${out.length} of ${judged.length}`,
              words:
                judged.length === model.cards.length
                  ? 'stand out from what is usual for them'
                  : `that can be judged stand out from what is usual for them; ${model.cards.length - judged.length} cannot be judged`,
            },
          ]),
    ],
    notes: [
      'Several may be recorded for one enquiry, so they are never added up. All pictures share one scale.',
      writeCardsNote(
        model.cards,
        kpi.id === locationMeasure ? 'places' : 'types',
        kpi.frequency === 'quarter' ? 'quarter' : 'month',
      ),
      ...(flagged.length > 0
        ? [`Expect about 1 in ${Math.round(1 / bearableFalseAlarms)} of such flags to be a false alarm.`]
        : []),
    ],
    questions: flagged
      .slice(0, 2)
      .map(({ label }) => `${label}: is there more harm, or is more of it noticed and reported?`),
    tables: [recordTable(kpi.name, themeColumns(dimension), themeFigures(dimension, series))],
    fileStem: kpi.id,
    address,
  })
  return {
    ...base,
    source: kpi.source,
    altText: `${finding}. ${countOf(model.cards.length, 'small chart')} on one scale. ${model.cards.map(({ reading }) => reading).join('. ')}.`,
    picture: (size) => <ThemePicture model={model} size={size} />,
  }
}
