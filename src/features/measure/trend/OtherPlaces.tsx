import { formatValue } from '../../../domain/measures/format.ts'
import type { TrendModel } from '../../../domain/trends/trend.ts'
import { keyboardStop } from '../../../ui/keyboard-stop.ts'

/** A longer list waits to be asked for: the page is about this place. */
const mostShownOpen = 12

/** Published figures of other places, the latest of each. */
export function OtherPlaces({ model }: { model: TrendModel }) {
  const places = model.otherPlaces.filter(({ latest }) => latest !== null)
  if (places.length === 0) return null
  const isAnnual = places.every((place) => place.isAnnual)
  return (
    <section className="section" aria-labelledby="other-places">
      <div className="section-head">
        <h2 className="heading-2" id="other-places">
          Other places
        </h2>
        <p>Published figures{isAnnual ? ', annual' : ''}, not part of the borough's own returns</p>
      </div>
      {places.length > mostShownOpen ? (
        <details>
          <summary>Show all {places.length} places</summary>
          <PlacesTable places={places} measure={model.measure} />
        </details>
      ) : (
        <PlacesTable places={places} measure={model.measure} />
      )}
    </section>
  )
}

interface PlacesTableProps {
  places: TrendModel['otherPlaces']
  measure: TrendModel['measure']
}

function PlacesTable({ places, measure }: PlacesTableProps) {
  return (
    <section className="wide" aria-label="Other places, table" {...keyboardStop}>
      <table className="figure-table">
        <caption className="visually-hidden">Latest published figure of other places</caption>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Level</th>
            <th scope="col">Period</th>
            <th scope="col" className="number">
              Value
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place.member}>
              <th scope="row">{place.label}</th>
              <td>{place.level ?? ''}</td>
              <td>{place.latest?.when}</td>
              <td className="number">{place.latest && formatValue(measure, place.latest.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
