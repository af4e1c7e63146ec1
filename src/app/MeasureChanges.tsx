import { useQuery } from '@tanstack/react-query'
import { changesQuery } from '../api/changes.ts'
import type { PinnedView } from '../api/view.ts'
import { changesOfMeasure } from '../domain/changes/measure-changes.ts'

export interface MeasureChangesProps {
  kpi: string
  view: PinnedView
  /** the newest edition's number */
  latest: number
}

/** What the newest edition says otherwise of this very measure; nothing while that is not known. */
export function MeasureChanges({ kpi, view, latest }: MeasureChangesProps) {
  const { data } = useQuery(changesQuery({ edition: latest, audience: view.audience }, view.edition))
  if (!data) return null
  const changes = changesOfMeasure(data, kpi)
  return (
    <span>
      {changes.length > 0 ? `For this measure: ${changes.join('; ')}.` : 'For this measure it says the same.'}
    </span>
  )
}
