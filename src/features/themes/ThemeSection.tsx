import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { analysisQuery } from '../../api/analysis.ts'
import { seriesQuery } from '../../api/series.ts'
import type { PinnedView } from '../../api/view.ts'
import type { TestedSeries } from '../../domain/analysis/edition-analysis.ts'
import { needsProtection } from '../../domain/disclosure/protect.ts'
import { TakeAway } from '../../exhibits/take-away/TakeAway.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { HeatTable } from './HeatTable.tsx'
import { buildHeatTable, tableNote } from './heat-table.ts'
import { RareTypes } from './RareTypes.tsx'
import styles from './SafeguardingPage.module.css'
import { ThemeCardList } from './ThemeCardList.tsx'
import { buildThemeCards } from './theme-cards.ts'
import { flaggedOf, type Theme } from './theme-measures.ts'
import { type Things, writeCardsNote } from './theme-words.ts'

export interface ThemeSectionProps {
  id: string
  title: string
  things: Things
  theme: Theme
  view: PinnedView
  signals: readonly TestedSeries[]
  onTowns?: (member: string) => void
}

/** Categories of one measure: pictures on one scale, then every count and share of the last periods. */
export function ThemeSection(props: ThemeSectionProps) {
  const { id, title, theme, view } = props
  const series = useQuery(seriesQuery(view, { kpi: theme.kpi.id, dimension: theme.dimension.id }))
  // without limits the pictures still stand; limits that came later would move the cards below them
  const analysis = useQuery(analysisQuery(view, theme.kpi.id))
  const query = analysis.isPending && !series.error ? { ...series, data: undefined } : series
  const model =
    query.data &&
    buildThemeCards({
      ...theme,
      series: query.data.series,
      analyses: analysis.data?.series ?? [],
      flagged: flaggedOf(props.signals, theme.kpi.id),
    })
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 className="heading-2" id={id}>
          {title}
        </h2>
        <p>Concluded enquiries, one common scale</p>
        <div className="end">
          <TakeAway
            exhibit={{ kind: 'safeguarding', kpi: theme.kpi.id, search: {} }}
            title={title}
            isShown={Boolean(model)}
          />
        </div>
      </div>
      <QueryPanel query={query} what={`figures: ${title.toLowerCase()}`} height="60rem">
        {({ series }) =>
          model ? (
            <Themes {...props} model={model} series={series} analysis={analysis} />
          ) : (
            <EmptyState title="No figures" detail={`This edition holds no figures: ${title}.`} />
          )
        }
      </QueryPanel>
    </section>
  )
}

interface ThemesProps extends ThemeSectionProps {
  model: NonNullable<ReturnType<typeof buildThemeCards>>
  series: Parameters<typeof buildThemeCards>[0]['series']
  analysis: Pick<
    UseQueryResult<{ series: Parameters<typeof buildThemeCards>[0]['analyses'] } | null>,
    'data' | 'isError'
  >
}

function Themes({ title, things, theme, view, model, series, analysis, onTowns }: ThemesProps) {
  const { kpi, dimension } = theme
  const periods = kpi.frequency === 'quarter' ? 'quarter' : 'month'
  const isRounded = view.audience === 'protected' && needsProtection(kpi)
  const table = buildHeatTable(model.cards, kpi.frequency, isRounded)
  return (
    <>
      <Fold label="How these are judged">
        <p className={`note ${styles.note}`}>{writeCardsNote(model.cards, things, periods)}</p>
      </Fold>
      {analysis.isError && (
        <p className="note" aria-live="polite" aria-atomic="true">
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
      <h3 className={`heading-3 ${styles.sub}`}>
        {table.hasShares ? 'Counts and shares' : 'Counts'} by {periods}
      </h3>
      <p className={`note ${styles.note}`}>
        {tableNote(table, periods, isRounded)} [p] provisional; [c] withheld because small numbers could
        identify someone; [x] no figure.
      </p>
      <HeatTable
        model={table}
        caption={`${kpi.name}: concluded enquiries${table.hasShares ? ' and their share' : ''}, by ${periods}`}
        head={dimension.label}
      />
      {onTowns && <RareTypes kpi={kpi} cards={model.cards} series={series} audience={view.audience} />}
    </>
  )
}
