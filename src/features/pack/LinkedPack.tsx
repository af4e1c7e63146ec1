import type { ReactNode } from 'react'
import type { Edition } from '../../domain/editions/publication.ts'
import { joinPacks } from '../../domain/packs/edit-pack.ts'
import { groupsOf, itemKey, type Pack } from '../../domain/packs/pack.ts'
import type { OwnPack } from '../../exhibits/pack/own-pack.ts'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { PackContents } from './PackContents.tsx'
import { PackHead } from './PackHead.tsx'
import { PackItemCard } from './PackItemCard.tsx'
import styles from './PackPage.module.css'
import { noGroup, type PackPageProps } from './pack-page-props.ts'
import { Renewal } from './Renewal.tsx'

export interface LinkedPackProps extends PackPageProps {
  pack: Pack
  own: OwnPack
  latest: Edition
  /** where it came from; a link, where nothing else is said */
  about?: string
  /** stands under the head */
  children?: ReactNode
}

const fromLink =
  'This pack came with a link. The words beside its charts are those of whoever made it; findings and figures are the dashboard’s own.'

/**
 * A pack that is not the reader's own, to read, present and print; the reader's own stays as it is unless the reader
 * says so.
 */
export function LinkedPack(props: LinkedPackProps) {
  const { pack, own, edition, onSearch, about = fromLink, children } = props
  const groups = groupsOf(pack)
  const names = groups.map(({ name }) => name)
  const places = new Map(pack.items.map((item, index) => [itemKey(item), index + 1]))
  const take = (taken: Pack) => {
    own.change(taken, edition.number)
    onSearch({ items: undefined, pack: undefined, ready: undefined })
  }
  return (
    <>
      <PackHead {...props}>{children}</PackHead>
      <div className="screen-only">
        <Notice>
          <span>{about}</span>
          {own.pack.items.length === 0 ? (
            <button type="button" className="link-button" onClick={() => take(pack)}>
              Make it mine
            </button>
          ) : (
            <>
              <button type="button" className="link-button" onClick={() => take(joinPacks(own.pack, pack))}>
                Add it to my pack
              </button>
              <button type="button" className="link-button" onClick={() => take(pack)}>
                Replace my pack of {own.pack.items.length} with it
              </button>
            </>
          )}
        </Notice>
      </div>
      <Renewal {...props} from={edition.number} />
      <PackContents pack={pack} />
      {pack.items.length === 0 && (
        <EmptyState title="Nothing stands in it" detail="The link holds no chart." />
      )}
      {groups.map(({ name, items }) => (
        <section key={name} className={`section ${styles.group}`} aria-label={name || 'Charts and tables'}>
          <div className="section-head">
            <h2 className="heading-2">{name || noGroup(names)}</h2>
          </div>
          {items.map((item) => (
            <PackItemCard
              key={itemKey(item)}
              item={item}
              place={places.get(itemKey(item)) ?? 0}
              of={pack.items.length}
            />
          ))}
        </section>
      ))}
    </>
  )
}
