import { useParams } from '@tanstack/react-router'
import { definedOf, type ExhibitRef } from '../../domain/exhibits/exhibit-ref.ts'
import { BriefingPage } from '../../features/briefing/BriefingPage.tsx'
import { briefingSearchShape, measuresIn } from '../../features/briefing/briefing-search.ts'
import { kpiSearchShape } from '../../features/measure/measure-search.ts'
import { type PageProps, page } from '../page.tsx'

const searchShape = { ...kpiSearchShape, ...briefingSearchShape }

/** A measure's own parameters say what of it is shown; the briefing's, what stands beside it and in which form. */
function BriefingOfMeasure({ search: values, ...props }: PageProps<typeof searchShape>) {
  const { id } = useParams({ from: '/briefing/$id' })
  const { also, format, kind = 'trend', view: clean, layers, ...measure } = values
  // the others are drawn over the same months; a part of one is no part of another
  const { from, to, range } = measure
  const refs: [ExhibitRef, ...ExhibitRef[]] = [
    { kind, kpi: id, search: definedOf({ ...measure, layers }) },
    ...measuresIn(also)
      .filter((kpi) => kpi !== id || kind !== 'trend' || measure.member !== undefined)
      .map((kpi): ExhibitRef => ({ kind: 'trend', kpi, search: definedOf({ from, to, range, layers }) })),
  ]
  return (
    <BriefingPage
      {...props}
      kpiId={id}
      refs={refs}
      search={{ also, format, kind, view: clean, layers }}
      raw={definedOf(values)}
    />
  )
}

export const BriefingRoute = page(searchShape, BriefingOfMeasure)
