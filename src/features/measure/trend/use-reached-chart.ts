import { useState } from 'react'
import type { TrendChart } from '../../../charts/trend/TrendChart.tsx'
import { fetchPart } from '../../../ui/fetch-part.ts'

type Chart = typeof TrendChart

/**
 * The interactive chart, once a reader has reached for it by pointer, finger or focus and its code has come; null until
 * then, and where it does not come: the still picture reads and shows the same.
 */
export function useReachedChart() {
  const [chart, setChart] = useState<{ Chart: Chart } | null>(null)
  const reach = () => {
    if (chart) return
    fetchPart(() => import('../../../charts/trend/TrendChart.tsx')).then(
      ({ TrendChart }) => setChart({ Chart: TrendChart }),
      () => {},
    )
  }
  return {
    Chart: chart?.Chart ?? null,
    reached: { onPointerEnter: reach, onTouchStart: reach, onFocus: reach },
  }
}
