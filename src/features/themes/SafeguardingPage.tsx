import { useQueries, useQuery } from '@tanstack/react-query'
import { analysisQuery, signalsQuery } from '../../api/analysis.ts'
import { kpisQuery } from '../../api/kpis.ts'
import type { PinnedView } from '../../api/view.ts'
import type { TestedSeries } from '../../domain/analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import { usePageTimeCursor } from '../../stores/time-cursor.ts'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState, LoadingPage } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { RelatedMeasures } from './RelatedMeasures.tsx'
import styles from './SafeguardingPage.module.css'
import type { SafeguardingSearch } from './safeguarding-search.ts'
import { ThemeSection } from './ThemeSection.tsx'
import { TownSection, townsHeading } from './TownSection.tsx'
import { findTheme, locationMeasure, typeMeasure } from './theme-measures.ts'
import { standingOutIn, writeThemeFinding, writeThemeStandfirst } from './theme-words.ts'

export interface SafeguardingPageProps {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  search: SafeguardingSearch
  onSearch: (changes: Partial<SafeguardingSearch>) => void
}

const heading = 'Safeguarding themes'

/** Which theme is emerging? */
export function SafeguardingPage(given: SafeguardingPageProps) {
  const { organisation } = given
  const kpis = useQuery(kpisQuery(given.view))
  // of another service everything here is as the panel sees it, words and files included
  const audience = kpis.data?.kpis.find(({ id }) => id === typeMeasure)?.audience ?? given.view.audience
  const props = { ...given, view: { ...given.view, audience } }
  const signals = useQuery(signalsQuery(props.view))
  usePageTimeCursor()
  useDocumentTitle(heading, organisation.service, organisation.name)
  return (
    <QueryPanel query={signals} what="safeguarding themes" height="100vh" heading={heading}>
      {(family) => (
        <QueryPanel query={kpis} what="definitions" height="100vh" heading={heading}>
          {(described) => (
            <Safeguarding
              {...props}
              signals={family.signals}
              bearable={family.bearableFalseAlarms}
              kpis={described.kpis}
            />
          )}
        </QueryPanel>
      )}
    </QueryPanel>
  )
}

interface SafeguardingProps extends SafeguardingPageProps {
  signals: readonly TestedSeries[]
  /** share of false alarms that is borne among the flags */
  bearable: number
  kpis: readonly DescribedKpi[]
}

function Safeguarding(props: SafeguardingProps) {
  const { signals, bearable, kpis, search, onSearch, view } = props
  const types = findTheme(kpis, typeMeasure)
  const places = findTheme(kpis, locationMeasure)
  const themes = [types, places].filter((theme) => theme !== null)
  const analyses = useQueries({ queries: themes.map(({ kpi }) => analysisQuery(view, kpi.id)) })
  if (!types && !places) {
    return (
      <>
        <h1 className="finding">This edition holds no safeguarding themes</h1>
        <EmptyState
          title="No figures by type of abuse or location"
          detail="None has been loaded for this edition, or none is shown to this audience."
        />
      </>
    )
  }
  // without limits the flags still stand; a title that changed once they came would be read twice
  if (analyses.some(({ isPending }) => isPending)) return <LoadingPage name={heading} />
  const found = standingOutIn(
    themes.map((theme, index) => ({ theme, analyses: analyses[index]?.data?.series ?? [] })),
  )
  const common = { view, signals }
  const showTowns = (type: string) => {
    onSearch({ type })
    document.getElementById(townsHeading)?.focus()
  }
  return (
    <>
      <div className={styles.opening}>
        <p className="kicker">Safeguarding themes: which theme is emerging?</p>
        <h1 className="finding">{writeThemeFinding(signals, found)}</h1>
        <p className="standfirst">{writeThemeStandfirst(signals, bearable, view.audience, found)}</p>
        <p className="standfirst">
          Several types or places may be recorded for one enquiry, so they are never added up.
        </p>
      </div>
      {types && (
        <>
          <ThemeSection
            {...common}
            id="types"
            title="Types of abuse"
            things="types"
            theme={types}
            onTowns={showTowns}
          />
          <TownSection
            theme={types}
            view={view}
            signals={signals}
            asked={search.type}
            onChoose={(type) => onSearch({ type })}
          />
        </>
      )}
      {places && (
        <ThemeSection {...common} id="places" title="Where it happened" things="places" theme={places} />
      )}
      <RelatedMeasures view={view} kpis={kpis} />
    </>
  )
}
