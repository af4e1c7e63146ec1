import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { editionsQuery } from '../../api/editions.ts'
import { encodePack } from '../../domain/packs/pack-text.ts'
import { type OwnPack, useOwnPack } from '../../exhibits/pack/own-pack.ts'
import type { PackPageSearch } from '../../exhibits/pack/pack-search.ts'
import { useAddressedPack } from '../../exhibits/pack/use-addressed-pack.ts'
import { EmptyState, LoadFailed, LoadingPage, Notice } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { EmptyPack } from './EmptyPack.tsx'
import { LinkedPack } from './LinkedPack.tsx'
import { PackEditor } from './PackEditor.tsx'
import type { PackPageProps } from './pack-page-props.ts'
import { ReadyPackPage } from './ReadyPackPage.tsx'

/** Charts and tables chosen for a meeting: one's own, or those of a link. */
export function PackPage(props: PackPageProps) {
  const { edition, organisation, search, onSearch } = props
  const own = useOwnPack()
  const addressed = useAddressedPack(search)
  const isOwn = useOwnAddress(own, search, onSearch)
  const editions = useQuery(editionsQuery())
  const latest = editions.data?.editions[0] ?? edition
  const common = { ...props, latest }
  const name = isOwn ? own.pack.name : addressed.kind === 'read' ? addressed.pack.name : ''
  useDocumentTitle(...(name ? [name] : []), 'Pack', organisation.service, organisation.name)
  if (search.ready && search.items === undefined && search.pack === undefined)
    return <ReadyPackPage {...common} room={search.ready} own={own} />
  if (isOwn) return own.pack.items.length > 0 ? <PackEditor {...common} own={own} /> : <EmptyPack own={own} />
  switch (addressed.kind) {
    case 'none':
    case 'reading':
      return <LoadingPage name="Pack" />
    case 'failed':
      return (
        <>
          <h1 className="finding">This pack could not be read</h1>
          <LoadFailed
            title="The link names a pack that could not be read"
            detail={addressed.error.message}
            onRetry={addressed.onRetry}
          />
          <YourOwn onSearch={onSearch} />
        </>
      )
    case 'unreadable':
      return (
        <>
          <h1 className="finding">This link holds no pack that can be read</h1>
          <EmptyState
            title="Nothing could be kept"
            detail="The address was cut or changed on its way. Ask for the link again; the button “Copy link to pack” makes one."
          />
          <YourOwn onSearch={onSearch} />
        </>
      )
    case 'read':
      return (
        <>
          {addressed.leftOut.length > 0 && (
            <Notice>
              <span>Left out of this pack: {addressed.leftOut.join('; ')}. The rest is shown.</span>
            </Notice>
          )}
          <LinkedPack {...common} pack={addressed.pack} own={own} />
        </>
      )
  }
}

function YourOwn({ onSearch }: Pick<PackPageProps, 'onSearch'>) {
  return (
    <button
      type="button"
      className="button"
      onClick={() => onSearch({ items: undefined, pack: undefined, ready: undefined })}
    >
      Go to your own pack
    </button>
  )
}

/**
 * Whether the address is that of the reader's own pack, which it then follows: what is copied from the address bar
 * opens the same pack elsewhere. Any other pack of an address is somebody else's, and changes nothing here.
 */
function useOwnAddress(
  { pack }: OwnPack,
  { items, pack: id, ready }: PackPageSearch,
  onSearch: PackPageProps['onSearch'],
) {
  const text = useMemo(() => (pack.items.length > 0 ? encodePack(pack) : undefined), [pack])
  // addresses that were the own pack's while this page was open
  const [followed] = useState(() => new Set<string>())
  const isOwn =
    id === undefined && ready === undefined && (items === undefined || items === text || followed.has(items))
  useEffect(() => {
    if (!isOwn) return
    if (text !== undefined) followed.add(text)
    if (items !== text) onSearch({ items: text })
  })
  return isOwn
}
