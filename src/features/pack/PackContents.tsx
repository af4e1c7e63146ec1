import { useQueries, useQueryClient } from '@tanstack/react-query'
import { groupsOf, itemKey, type Pack } from '../../domain/packs/pack.ts'
import { useExhibitSource } from '../../exhibits/exhibit-source.ts'
import { nameOfItem, reasonOf } from '../../exhibits/pack/absent-exhibit.ts'
import { exhibitQuery } from '../../exhibits/use-exhibit.ts'
import styles from './PackPage.module.css'
import { noGroup } from './pack-page-props.ts'

/** The agenda on the first sheet: every chart by its number and finding, under its agenda item. */
export function PackContents({ pack }: { pack: Pack }) {
  const queries = useQueryClient()
  const { load, origin } = useExhibitSource()
  const findings = useQueries({
    queries: pack.items.map(({ ref }) => exhibitQuery(ref, origin, load)),
    combine: (results) =>
      results.map(({ data, error }, index) => {
        const item = pack.items[index]
        if (data) return data.finding
        return error && item
          ? `${nameOfItem(item, origin, queries)} cannot be shown: ${reasonOf(error)}`
          : 'Loading'
      }),
  })
  const groups = groupsOf(pack)
  const names = groups.map(({ name }) => name)
  const placeOf = new Map(pack.items.map((item, index) => [itemKey(item), index]))
  return (
    <nav className={`print-only ${styles.contents}`} aria-label="Contents">
      {groups.map(({ name, items }) => (
        <div key={name}>
          <p className={styles.contentsGroup}>{name || noGroup(names)}</p>
          <ol start={(placeOf.get(items[0] ? itemKey(items[0]) : '') ?? 0) + 1}>
            {items.map((item) => (
              <li key={itemKey(item)}>{findings[placeOf.get(itemKey(item)) ?? 0]}</li>
            ))}
          </ol>
        </div>
      ))}
      <p className="note">Each chart and table begins a sheet and bears its number.</p>
    </nav>
  )
}
