import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { actionsQuery } from '../../api/actions.ts'
import { kpisQuery } from '../../api/kpis.ts'
import { planQuery } from '../../api/plan.ts'
import type { PinnedView } from '../../api/view.ts'
import { indexEntries } from '../../domain/search/find-entries.ts'
import {
  actionEntries,
  type JumpPage,
  measureEntries,
  milestoneEntries,
  pageEntries,
} from './jump-entries.ts'

/** Everything that can be gone to, as far as it has been read, and what could not be. */
export function useJumpEntries(view: PinnedView, pages: readonly JumpPage[]) {
  const kpis = useQuery(kpisQuery(view))
  const plan = useQuery(planQuery(view))
  const actions = useQuery(actionsQuery(view))
  const index = useMemo(() => {
    const described = kpis.data?.kpis ?? []
    return indexEntries([
      ...pageEntries(pages),
      ...measureEntries(described),
      ...milestoneEntries(plan.data?.milestones ?? [], described),
      ...actionEntries(actions.data?.actions ?? [], described),
    ])
  }, [pages, kpis.data, plan.data, actions.data])
  return {
    index,
    isReading: kpis.isPending || plan.isPending || actions.isPending,
    hasFailed: kpis.isError || plan.isError || actions.isError,
    readAgain: () => {
      for (const query of [kpis, plan, actions]) if (query.isError) void query.refetch()
    },
  }
}
