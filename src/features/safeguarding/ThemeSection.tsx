import { useQuery } from '@tanstack/react-query'
import { analysisQuery } from '../../api/analysis.ts'
import { seriesQuery } from '../../api/series.ts'
import type { PinnedView } from '../../api/view.ts'
import type { TestedSeries } from '../../domain/analysis/edition-analysis.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import { downloadText } from '../../ui/download-text.ts'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { HeatTable } from './HeatTable.tsx'
import { buildHeatTable } from './heat-table.ts'
import { RareTypes } from './RareTypes.tsx'
import styles from './SafeguardingPage.module.css'
import { ThemeCardList } from './ThemeCardList.tsx'
import { buildThemeCards } from './theme-cards.ts'
import { flaggedOf, type Theme } from './theme-measures.ts'
import { writeThemesCsv } from './themes-csv.ts'

export interface ThemeSectionProps {
  id: string
  title: string
  /** what can be said of the pictures, above them */
  note: string
  theme: Theme
  view: PinnedView
  edition: Edition
  organisation: Organisation
  signals: readonly TestedSeries[]
  onTowns?: (member: string) => void
}

/** Categories of one measure: pictures on one scale, then every count and share of the last periods. */
export function ThemeSection(props: ThemeSectionProps) {
  const { id, title, note, theme, view, edition, organisation } = props
  const query = useQuery(seriesQuery(view, { kpi: theme.kpi.id, dimension: theme.dimension.id }))
  const download = () =>
    query.data &&
    downloadText(
      `${theme.kpi.id}-edition-${edition.number}-${view.audience}.csv`,
      writeThemesCsv(
        { title: theme.kpi.name, edition, organisation, audience: view.audience },
        theme.dimension,
        query.data.series,
      ),
    )
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 className="heading-2" id={id}>
          {title}
        </h2>
        <p>Concluded enquiries, one common scale</p>
        {query.data && (
          <button
            type="button"
            className="button end screen-only"
            aria-label={`Download CSV: ${title}`}
            onClick={download}
          >
            Download CSV
          </button>
        )}
      </div>
      <p className={`note ${styles.note}`}>{note}</p>
      <QueryPanel query={query} what={`figures: ${title.toLowerCase()}`} height="60rem">
        {({ series }) => <Themes {...props} series={series} />}
      </QueryPanel>
    </section>
  )
}

interface ThemesProps extends ThemeSectionProps {
  series: Parameters<typeof buildThemeCards>[0]['series']
}

function Themes({ title, theme, view, signals, series, onTowns }: ThemesProps) {
  const { kpi, dimension } = theme
  // without limits the pictures still stand
  const analysis = useQuery(analysisQuery(view, kpi.id))
  const model = buildThemeCards({
    kpi,
    dimension,
    series,
    analyses: analysis.data?.series ?? [],
    flagged: flaggedOf(signals, kpi.id),
  })
  if (!model) return <EmptyState title="No figures" detail={`This edition holds no figures: ${title}.`} />
  const periods = kpi.frequency === 'quarter' ? 'quarter' : 'month'
  return (
    <>
      {analysis.isError && (
        <p className="note" role="status">
          The usual ranges could not be read, so the pictures stand without them.
        </p>
      )}
      <ThemeCardList
        model={model}
        kpi={kpi}
        dimension={dimension.id}
        label={title}
        {...(onTowns && { onTowns })}
      />
      <h3 className={`heading-3 ${styles.sub}`}>Counts and shares by {periods}</h3>
      <p className={`note ${styles.note}`}>
        In each cell the concluded enquiries of that {periods}, and their share of all that were concluded
        (the number under the {periods}). Shares of a column pass 100%, because several may be recorded for
        one enquiry. [p] provisional; [c] withheld because small numbers could identify someone; [x] no
        figure.
        {view.audience === 'protected' ? ' Shares are worked out from rounded counts.' : ''}
      </p>
      <HeatTable
        model={buildHeatTable(model.cards, kpi.frequency, view.audience)}
        caption={`${kpi.name}: concluded enquiries and their share, by ${periods}`}
        head={dimension.label}
      />
      {onTowns && <RareTypes kpi={kpi} cards={model.cards} series={series} audience={view.audience} />}
    </>
  )
}
