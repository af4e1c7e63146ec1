import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { packSourcesQuery } from '../../api/pack-sources.ts'
import { countOf } from '../../domain/measures/format.ts'
import { encodePack } from '../../domain/packs/pack-text.ts'
import { makeReadyPack } from '../../domain/packs/ready/make-ready-pack.ts'
import type { ReadyPack } from '../../domain/packs/ready/ready-pack.ts'
import { roomQuestions } from '../../domain/packs/ready/room-questions.ts'
import { roomNames, rooms } from '../../domain/packs/ready/rooms.ts'
import { LoadFailed, Loading } from '../../ui/states.tsx'
import { useExhibitSource } from '../exhibit-source.ts'
import styles from './ReadyPacks.module.css'
import { readyAudience } from './ready-audience.ts'

/** The packs that a rule makes of the edition, one for each meeting, each with what it holds. */
export function ReadyPacks() {
  const { edition } = useExhibitSource().origin
  const sources = useQuery(packSourcesQuery(edition.number, edition.dataAsAt))
  return (
    <section className="section" aria-labelledby="ready-made">
      <div className="section-head">
        <h2 className="heading-2" id="ready-made">
          Ready-made packs
        </h2>
        <p>made by rule from edition {edition.number}, from what the panel and the public may see</p>
      </div>
      {sources.data ? (
        <ul className={styles.rooms}>
          {rooms.map((room) => (
            <ReadyRoom key={room} ready={makeReadyPack(room, sources.data)} />
          ))}
        </ul>
      ) : sources.error ? (
        <LoadFailed
          title="The ready-made packs could not be made"
          detail={sources.error.message}
          onRetry={() => void sources.refetch()}
        />
      ) : (
        <Loading label="Making the ready-made packs" height="20rem" />
      )}
    </section>
  )
}

function ReadyRoom({ ready: { room, pack, agenda } }: { ready: ReadyPack }) {
  const { audience, edition } = useExhibitSource().origin
  const view = { edition: String(edition.number), audience: readyAudience(room, audience) }
  return (
    <li>
      <h3>{roomNames[room]}</h3>
      <p className={styles.asks}>
        {roomQuestions[room]} {countOf(pack.items.length, 'chart or table', 'charts and tables')}.
      </p>
      <Agenda agenda={agenda} />
      <p className={styles.ways}>
        <Link className="button" to="/pack" search={{ ...view, ready: room }}>
          Open<span className="visually-hidden">: {roomNames[room]}</span>
        </Link>
        {pack.items.length > 0 && (
          <Link className="button" to="/present" search={{ ...view, items: encodePack(pack) }}>
            Present<span className="visually-hidden">: {roomNames[room]}</span>
          </Link>
        )}
      </p>
    </li>
  )
}

/** What stands under each item of the agenda, or why nothing does. */
export function Agenda({ agenda }: Pick<ReadyPack, 'agenda'>) {
  return (
    <dl className={styles.agenda}>
      {agenda.map(({ name, holds }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{holds}</dd>
        </div>
      ))}
    </dl>
  )
}
