import { useQuery } from '@tanstack/react-query'
import { type ChangesReply, changesQuery } from '../../api/changes.ts'
import { editionsQuery } from '../../api/editions.ts'
import type { Audience, Edition } from '../../domain/editions/publication.ts'
import { itemKey, type Pack, type PackItem } from '../../domain/packs/pack.ts'
import { useExhibitSource } from '../../exhibits/exhibit-source.ts'
import { exhibitQuery } from '../../exhibits/use-exhibit.ts'
import { keyboardStop } from '../../ui/keyboard-stop.ts'
import { LoadFailed, Loading } from '../../ui/states.tsx'
import { restatedInWords } from './restated-words.ts'

export interface RenewalTableProps {
  pack: Pack
  audience: Audience
  from: number
  to: number
}

/** Per chart: what it found and what it finds now, and which of its figures were restated in between. */
export function RenewalTable({ pack, audience, from, to }: RenewalTableProps) {
  const editions = useQuery(editionsQuery())
  const changes = useQuery(changesQuery({ edition: to, audience }, from))
  const [before, after] = [from, to].map((number) =>
    editions.data?.editions.find((edition) => edition.number === number),
  )
  if (!before || !after) return <Loading label="Loading what changes" />
  return (
    <section className="wide" aria-label="What the renewal changes" {...keyboardStop}>
      {changes.error && (
        <LoadFailed
          title="Which figures were restated could not be read"
          detail={changes.error.message}
          onRetry={() => void changes.refetch()}
          height="0"
        />
      )}
      <table className="figure-table">
        <caption className="visually-hidden">
          What changes from edition {from} to edition {to}
        </caption>
        <thead>
          <tr>
            <th scope="col">Chart or table</th>
            <th scope="col">Edition {from}</th>
            <th scope="col">Edition {to}</th>
            <th scope="col">Restated since</th>
          </tr>
        </thead>
        <tbody>
          {pack.items.map((item, index) => (
            <RenewalRow
              key={itemKey(item)}
              item={item}
              place={index + 1}
              before={before}
              after={after}
              changes={changes.data}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RenewalRowProps {
  item: PackItem
  place: number
  before: Edition
  after: Edition
  changes: ChangesReply | undefined
}

function RenewalRow({ item, place, before, after, changes }: RenewalRowProps) {
  const { load, origin } = useExhibitSource()
  const old = useQuery(exhibitQuery(item.ref, { ...origin, edition: before }, load))
  const now = useQuery(exhibitQuery(item.ref, { ...origin, edition: after }, load))
  const isSame = old.data && now.data && old.data.finding === now.data.finding
  return (
    <tr>
      <th scope="row">
        {place}. {now.data?.subtitle.split('. ')[0] ?? old.data?.subtitle.split('. ')[0] ?? item.ref.kpi}
      </th>
      <td>{findingOf(old)}</td>
      <td>{isSame ? 'The same finding' : findingOf(now)}</td>
      <td>{changes ? restatedInWords(item.ref, changes) : 'Not known'}</td>
    </tr>
  )
}

function findingOf({ data, error }: { data?: { finding: string } | undefined; error: Error | null }): string {
  if (data) return data.finding
  return error ? `Cannot be shown: ${error.message}` : 'Loading'
}
