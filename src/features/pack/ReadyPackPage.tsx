import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { packSourcesQuery } from '../../api/pack-sources.ts'
import type { Edition } from '../../domain/editions/publication.ts'
import { makeReadyPack } from '../../domain/packs/ready/make-ready-pack.ts'
import type { Room } from '../../domain/packs/ready/rooms.ts'
import type { OwnPack } from '../../exhibits/pack/own-pack.ts'
import { Agenda } from '../../exhibits/pack/ReadyPacks.tsx'
import { readyAudience } from '../../exhibits/pack/ready-audience.ts'
import { LoadFailed, LoadingPage } from '../../ui/states.tsx'
import { LinkedPack } from './LinkedPack.tsx'
import type { PackPageProps } from './pack-page-props.ts'

export interface ReadyPackPageProps extends PackPageProps {
  room: Room
  own: OwnPack
  latest: Edition
}

/** The pack that a rule makes of the edition for one meeting: to present and print, or to take over and change. */
export function ReadyPackPage(props: ReadyPackPageProps) {
  const { room, view, edition } = props
  const sources = useQuery(packSourcesQuery(edition.number, edition.dataAsAt))
  const audience = readyAudience(room, view.audience)
  if (audience !== view.audience)
    return <Navigate to="/pack" search={{ edition: String(view.edition), audience, ready: room }} replace />
  if (sources.error) {
    return (
      <>
        <h1 className="finding">This pack could not be made</h1>
        <LoadFailed
          title="What it is made of could not be read"
          detail={sources.error.message}
          onRetry={() => void sources.refetch()}
        />
      </>
    )
  }
  if (!sources.data) return <LoadingPage name="Pack" />
  const { pack, agenda } = makeReadyPack(room, sources.data)
  return (
    <LinkedPack
      {...props}
      pack={pack}
      about={`Made by rule from edition ${edition.number}, from what the panel and the public may see. Beside each chart stands why it is in. Make the pack yours to change it.`}
    >
      <Agenda agenda={agenda} />
    </LinkedPack>
  )
}
