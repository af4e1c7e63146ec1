import type { ExhibitRef } from '../../domain/exhibits/exhibit-ref.ts'
import { fetchPart } from '../../ui/fetch-part.ts'
import { useExhibitSource } from '../exhibit-source.ts'

export interface AddToPackProps {
  exhibitRef: ExhibitRef
  title: string
  onStatus: (status: string) => void
}

/** Puts the chart or table beside it into the pack of this device. */
export function AddToPack({ exhibitRef, title, onStatus }: AddToPackProps) {
  const { origin } = useExhibitSource()
  const add = async () => {
    try {
      // packs come with the first chart that goes into one
      const { addToPack } = await fetchPart(() => import('../pack/own-pack.ts'))
      onStatus(addToPack(exhibitRef, origin.edition.number))
    } catch (error) {
      onStatus(`It could not be added: ${error instanceof Error ? error.message : 'unknown reason'}`)
    }
  }
  return (
    <button type="button" className="button" onClick={() => void add()}>
      Add to pack<span className="visually-hidden">: {title}</span>
    </button>
  )
}
