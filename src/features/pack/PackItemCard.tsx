import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { kpisQuery } from '../../api/kpis.ts'
import { lowerFirst } from '../../domain/measures/letter-case.ts'
import { itemKey, type PackItem } from '../../domain/packs/pack.ts'
import { useExhibitSource } from '../../exhibits/exhibit-source.ts'
import { kindNames, nameOfItem } from '../../exhibits/pack/absent-exhibit.ts'
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
  const { origin } = useExhibitSource()
  const { edition, audience } = origin
  const queries = useQueryClient()
  const names = useQuery({
    ...kpisQuery({ edition: edition.number, audience }),
    enabled: item.ref.kpi !== null,
  })
  // an id is nobody's word for it while names are on their way
  const name = names.data ? nameOfItem(item, origin, queries) : kindNames[item.ref.kind]
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
