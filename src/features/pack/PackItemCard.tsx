import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { kpisQuery } from '../../api/kpis.ts'
import type { ExhibitKind } from '../../domain/exhibits/exhibit-ref.ts'
import { lowerFirst } from '../../domain/measures/letter-case.ts'
import { itemKey, type PackItem } from '../../domain/packs/pack.ts'
import { useExhibitSource } from '../../exhibits/exhibit-source.ts'
import { useExhibit } from '../../exhibits/use-exhibit.ts'
import { LoadFailed, Loading } from '../../ui/states.tsx'
import { ItemContent } from './ItemContent.tsx'
import styles from './PackPage.module.css'

export interface PackItemCardProps {
  item: PackItem
  place: number
  of: number
  /** left out where the pack is somebody else's; `title` is its finding once it is known */
  controls?: ((title: string) => ReactNode) | undefined
  /** the field for its line, in place of the line */
  lineField?: ((title: string) => ReactNode) | undefined
}

/** One chart or table of the pack: one that cannot be shown leaves the others standing. */
export function PackItemCard({ item, place, of, controls, lineField }: PackItemCardProps) {
  const query = useExhibit(item.ref)
  const name = useName(item)
  const title = query.data?.finding ?? name
  const line = item.line && (
    <p className={lineField ? `${styles.line} print-only` : styles.line}>{item.line}</p>
  )
  return (
    <article className={styles.item} data-item={itemKey(item)}>
      <p className="kicker">
        {place} of {of}
        {item.group && <span className="print-only">. {item.group}</span>}
      </p>
      {query.data ? (
        <ItemContent
          exhibit={query.data}
          kind={item.ref.kind}
          line={
            <>
              {line}
              {lineField?.(title)}
            </>
          }
        />
      ) : query.error ? (
        <>
          <LoadFailed
            title={`${name} cannot be shown`}
            detail={query.error.message}
            onRetry={() => void query.refetch()}
          />
          {line}
        </>
      ) : (
        <Loading label={`Loading ${lowerFirst(name)}`} height="20rem" />
      )}
      {controls?.(title)}
    </article>
  )
}

const kindNames: Record<ExhibitKind, string> = {
  trend: 'The trend',
  breakdown: 'The breakdown',
  together: 'What is read together with the trend',
  gap: 'The gap between groups',
  attention: 'What needs attention',
  scorecard: 'The scorecard',
  safeguarding: 'Safeguarding themes',
  milestones: 'The milestones',
  risks: 'The risks',
  signals: 'Emerging issues',
  actions: 'The actions',
  changes: 'What changed since an earlier edition',
  'data-quality': 'Data quality',
}

/** What it is called while its finding is not known: by the name of its measure, never by an id. */
function useName({ ref: { kind, kpi } }: PackItem): string {
  const { edition, audience } = useExhibitSource().origin
  const { data } = useQuery({ ...kpisQuery({ edition: edition.number, audience }), enabled: kpi !== null })
  const measure = data?.kpis.find(({ id }) => id === kpi)?.name
  return measure ? `${kindNames[kind]} of ${measure}` : kindNames[kind]
}
