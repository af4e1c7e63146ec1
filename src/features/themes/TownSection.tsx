import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { analysisQuery } from '../../api/analysis.ts'
import { seriesQuery } from '../../api/series.ts'
import type { PinnedView } from '../../api/view.ts'
import type { TestedSeries } from '../../domain/analysis/edition-analysis.ts'
import type { Dimension } from '../../domain/editions/holdings.ts'
import { countOf } from '../../domain/measures/format.ts'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { type ChosenType, chooseType } from './choose-type.ts'
import styles from './SafeguardingPage.module.css'
import { ThemeCardList } from './ThemeCardList.tsx'
import { flaggedOf, type Theme } from './theme-measures.ts'
import { buildTownCards } from './town-cards.ts'

export const townsHeading = 'towns'

export interface TownSectionProps {
  theme: Theme
  view: PinnedView
  signals: readonly TestedSeries[]
  /** as the address says */
  asked: string | undefined
  onChoose: (type: string) => void
}

/** In which town: for officers the towns of one type; for everybody else why not, and what there is instead. */
export function TownSection({ theme, view, signals, asked, onChoose }: TownSectionProps) {
  const flagged = flaggedOf(signals, theme.kpi.id)
  const chosen = chooseType(theme, asked, flagged)
  if (!chosen) return null
  return (
    <section className="section" aria-labelledby={townsHeading}>
      <div className="section-head">
        <h2 className="heading-2" id={townsHeading} tabIndex={-1}>
          {chosen.label}: which town?
        </h2>
        {theme.byTown && <p>Concluded enquiries, one common scale</p>}
      </div>
      <label className={`screen-only ${styles.choice}`}>
        Type of abuse
        <select className="select" value={chosen.id} onChange={(event) => onChoose(event.target.value)}>
          {theme.dimension.members.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {chosen.unknown !== null && (
        <p className={`note ${styles.note}`} aria-live="polite" aria-atomic="true">
          This edition holds no type “{chosen.unknown}”; {chosen.label} is shown.
        </p>
      )}
      {theme.byTown ? (
        <Towns theme={theme} byTown={theme.byTown} view={view} chosen={chosen} flagged={flagged} />
      ) : (
        <NoTowns theme={theme} view={view} chosen={chosen} />
      )}
    </section>
  )
}

interface TownsProps {
  theme: Theme
  byTown: Dimension
  view: PinnedView
  chosen: ChosenType
  flagged: readonly TestedSeries[]
}

function Towns({ theme: { kpi }, byTown, view, chosen, flagged }: TownsProps) {
  const query = useQuery(seriesQuery(view, { kpi: kpi.id, dimension: byTown.id }))
  return (
    <QueryPanel query={query} what="figures by town" height="30rem">
      {({ series }) => {
        const model = buildTownCards({ kpi, dimension: byTown, series, flagged }, chosen.id)
        if (!model) {
          return <EmptyState title="No figures by town" detail="This edition holds none for this type." />
        }
        const count = model.cards.filter(({ flags }) => flags.length > 0).length
        return (
          <>
            <p className={`note ${styles.note}`} aria-live="polite" aria-atomic="true">
              {count > 0
                ? `${chosen.label}: ${countOf(count, 'town is', 'towns are')} flagged for recent change, and ${
                    count === 1 ? 'stands' : 'stand'
                  } first.`
                : `${chosen.label}: no town is flagged for recent change. The largest stands first.`}{' '}
              These are exact small numbers, for officers: they may identify a person.
            </p>
            <ThemeCardList model={model} kpi={kpi} dimension={byTown.id} label={`${chosen.label} by town`} />
          </>
        )
      }}
    </QueryPanel>
  )
}

function NoTowns({ theme, view, chosen }: Pick<TownsProps, 'theme' | 'view' | 'chosen'>) {
  const analysis = useQuery(analysisQuery(view, theme.kpi.id))
  const own = analysis.data?.series.find(({ member }) => member === chosen.id)
  return (
    <div className={styles.explained}>
      {view.audience === 'protected' ? (
        <p>
          Type and town together are never in the protected set. A type of abuse in one town is often a
          handful of people, and naming the town could tell neighbours, or whoever did the harm, who they are.
          So it is held for officers alone, whatever the number.
        </p>
      ) : (
        <p>This edition holds no figures of type and town together.</p>
      )}
      <p>
        What there is instead, for the whole borough: {own?.finding ?? `${chosen.label}, by month, above.`}{' '}
        <TrendLink theme={theme} chosen={chosen}>
          See its trend
        </TrendLink>
        . Towns are held for{' '}
        <Link to="/kpis/$id" params={{ id: 'sg-concerns' }} search={{ dimension: 'town' }}>
          concerns raised
        </Link>
        , whatever the type.
      </p>
    </div>
  )
}

interface TrendLinkProps {
  theme: Theme
  chosen: ChosenType
  children: ReactNode
}

function TrendLink({ theme, chosen, children }: TrendLinkProps) {
  return (
    <Link
      to="/kpis/$id"
      params={{ id: theme.kpi.id }}
      search={{ dimension: theme.dimension.id, member: chosen.id }}
    >
      {children}
    </Link>
  )
}
