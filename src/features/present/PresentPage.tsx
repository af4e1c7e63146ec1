import { ReadyPacks } from '../../exhibits/pack/ReadyPacks.tsx'
import { EmptyState, LoadFailed, LoadingPage, Notice } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { NotesWindow } from './NotesWindow.tsx'
import { Presentation } from './Presentation.tsx'
import type { PresentPageProps } from './present-page-props.ts'
import { StartPage } from './StartPage.tsx'
import { usePresentedPack } from './use-presented-pack.ts'

/** A pack or a measure, one item a screen, shown as one audience that is chosen before it starts. */
export function PresentPage(props: PresentPageProps) {
  const { organisation, search } = props
  const presented = usePresentedPack(search)
  const name = presented.kind === 'read' ? presented.pack.name : ''
  useDocumentTitle(...(name ? [name] : []), 'Present', organisation.service, organisation.name)
  switch (presented.kind) {
    case 'reading':
      return <LoadingPage name="Pack" />
    case 'failed':
      return (
        <>
          <h1 className="finding">This pack could not be read</h1>
          <LoadFailed
            title="The link names a pack that could not be read"
            detail={presented.error.message}
            onRetry={presented.onRetry}
          />
        </>
      )
    case 'none':
    case 'unreadable':
      return <NothingToPresent isUnreadable={presented.kind === 'unreadable'} />
    case 'read': {
      const { pack, leftOut } = presented
      if (pack.items.length === 0) return <NothingToPresent isUnreadable={false} />
      // nothing is read for an audience before it is chosen
      if (search.item === undefined) {
        return (
          <>
            {leftOut.length > 0 && <Notice>Left out of this pack: {leftOut.join('; ')}.</Notice>}
            <StartPage {...props} pack={pack} />
          </>
        )
      }
      return search.notes === 'yes' ? (
        <NotesWindow {...props} pack={pack} />
      ) : (
        <Presentation {...props} pack={pack} />
      )
    }
  }
}

function NothingToPresent({ isUnreadable }: { isUnreadable: boolean }) {
  return (
    <>
      <h1 className="finding">There is nothing to present</h1>
      <EmptyState
        title={isUnreadable ? 'The link holds no pack that can be read' : 'No pack was chosen'}
        detail="Present one of the packs below, or put charts and tables in a pack of your own with “Add to pack” and choose Present on its page."
      />
      <ReadyPacks />
    </>
  )
}
