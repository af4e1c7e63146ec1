import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { kpisQuery } from '../../api/kpis.ts'
import type { PinnedView } from '../../api/view.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import { countOf } from '../../domain/measures/format.ts'
import { themeNames, themes } from '../../domain/measures/measure.ts'
import { Choice } from '../../ui/Choice.tsx'
import { MeasureLink } from '../../ui/MeasureLink.tsx'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import styles from './DefinitionsPage.module.css'
import { definitionFacts } from './definition-facts.ts'
import type { DefinitionsSearch } from './definitions-search.ts'
import { Shorthand } from './Shorthand.tsx'

export interface DefinitionsPageProps {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  search: DefinitionsSearch
  onSearch: (changes: Partial<DefinitionsSearch>) => void
}

/** What exactly is counted, by whom, and how it may be combined. */
export function DefinitionsPage({ view, organisation, search, onSearch }: DefinitionsPageProps) {
  const query = useQuery(kpisQuery(view))
  useDocumentTitle('Definitions', organisation.service, organisation.name)
  return (
    <>
      <div className={styles.opening}>
        <h1 className="finding">What each measure counts</h1>
        <p className="standfirst">
          Definitions are frozen with their edition, like the figures. A change of definition is marked on the
          chart and named here.
        </p>
      </div>
      <QueryPanel query={query} what="definitions" height="100vh">
        {({ kpis }) =>
          kpis.length ? (
            <Definitions kpis={kpis} theme={search.theme} onTheme={(theme) => onSearch({ theme })} />
          ) : (
            <EmptyState title="No measures" detail="This edition holds no measures." />
          )
        }
      </QueryPanel>
    </>
  )
}

interface DefinitionsProps {
  kpis: readonly DescribedKpi[]
  theme: DefinitionsSearch['theme']
  onTheme: (theme: DefinitionsSearch['theme']) => void
}

function Definitions({ kpis, theme, onTheme }: DefinitionsProps) {
  const held = themes.filter((one) => kpis.some((kpi) => kpi.theme === one))
  const shown = held.filter((one) => theme === undefined || one === theme)
  useScrollToAnchor()
  return (
    <>
      <search className={`filters ${styles.filters} screen-only`} aria-label="Definitions">
        <Choice
          label="Theme"
          all="All themes"
          value={theme}
          options={held.map((one) => [one, themeNames[one]])}
          onChoose={onTheme}
        />
        <p aria-live="polite" aria-atomic="true">
          {countOf(kpis.filter((kpi) => shown.includes(kpi.theme)).length, 'measure')} shown
        </p>
      </search>
      {shown.map((one) => (
        <section key={one} className="section" aria-labelledby={`theme-${one}`}>
          <div className="section-head">
            <h2 className="heading-2" id={`theme-${one}`}>
              {themeNames[one]}
            </h2>
            <p>{countOf(kpis.filter((kpi) => kpi.theme === one).length, 'measure')}</p>
          </div>
          {kpis
            .filter((kpi) => kpi.theme === one)
            .map((kpi) => (
              <Definition key={kpi.id} kpi={kpi} />
            ))}
        </section>
      ))}
      <Shorthand />
    </>
  )
}

function Definition({ kpi }: { kpi: DescribedKpi }) {
  return (
    <article className={styles.definition} id={kpi.id} aria-labelledby={`name-${kpi.id}`}>
      <div>
        <h3 className="heading-3" id={`name-${kpi.id}`}>
          <MeasureLink id={kpi.id}>{kpi.name}</MeasureLink>
        </h3>
        <p className={styles.sentence}>{kpi.definition}</p>
      </div>
      <dl className={styles.facts}>
        {definitionFacts(kpi).map(({ term, values }) => (
          <div key={term}>
            <dt>{term}</dt>
            {values.map((value) => (
              <dd key={value}>{value}</dd>
            ))}
          </div>
        ))}
      </dl>
    </article>
  )
}

/** A link to one definition (`/definitions#ot-waiting`) arrives before the definitions do. */
function useScrollToAnchor() {
  useEffect(() => {
    const id = readAnchor(location.hash)
    if (id) document.getElementById(id)?.scrollIntoView()
  }, [])
}

/** '#ot-waiting' → 'ot-waiting'; null where it cannot be read, so that the page opens at its top. */
function readAnchor(hash: string): string | null {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return null
  }
}
