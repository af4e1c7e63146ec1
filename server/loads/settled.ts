import type { Load } from '../../src/contract/loads.ts'
import { tellUnmetNeeds } from '../../src/ingest/needs.ts'
import type { GivenNaming } from './given-naming.ts'
import { tellUnoffered } from './offer-levels.ts'

/** What was asked of a load that it cannot do as it stands. */
export class LoadStateError extends Error {}

/** The load, unless there is nothing to be done with it. */
export function refuseSettled(id: string, load: Load | null): Load {
  if (!load) throw new LoadStateError(`there is no load ${id}`)
  if (load.state === 'staged') return load
  throw new LoadStateError(
    load.state === 'published'
      ? `this load was published as edition ${load.edition}`
      : 'this load has errors; put them right and load the files again',
  )
}

/** The load, where all is given that it asks for. */
export function requirePublishable(
  id: string,
  found: Load | null,
  { reason, exact, ...chosen }: Omit<GivenNaming, 'label' | 'note'>,
): Load {
  const load = refuseSettled(id, found)
  const unmet = tellUnmetNeeds(load.needs, { reason, exact }) ?? tellUnoffered(load.levels, chosen)
  if (unmet !== null) throw new LoadStateError(unmet)
  return load
}
