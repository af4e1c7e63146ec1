import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { kpisQuery } from '../../api/kpis.ts'
import { planQuery } from '../../api/plan.ts'
import type { PinnedView } from '../../api/view.ts'
import { indexEntries } from '../../domain/search/find-entries.ts'
import { type JumpPage, measureEntries, milestoneEntries, pageEntries } from './jump-entries.ts'

/** Everything that can be gone to, as far as it has been read, and what could not be. */
export function useJumpEntries(view: PinnedView, pages: readonly JumpPage[]) {
  const kpis = useQuery(kpisQuery(view))
  const plan = useQuery(planQuery(view))
  const index = useMemo(() => {
    const described = kpis.data?.kpis ?? []
    const planPath = pages.find(({ to }) => to === '/plan')?.to ?? null
    return indexEntries([
      ...pageEntries(pages),
      ...measureEntries(described),
      ...milestoneEntries(plan.data?.milestones ?? [], described, planPath),
    ])
  }, [pages, kpis.data, plan.data])
  return {
    index,
    isReading: kpis.isPending || plan.isPending,
    hasFailed: kpis.isError || plan.isError,
    readAgain: () => {
      for (const query of [kpis, plan]) if (query.isError) void query.refetch()
    },
  }
}
