import type { ReachChances } from '../../src/domain/forecast/reached-target.ts'

/** A target that is not likely to be met; a test names what matters to it. */
export function someChances(changes: Partial<ReachChances> = {}): ReachChances {
  return {
    kind: 'chances',
    sustain: 3,
    run: 0,
    metLately: 0,
    inOne: 0.01,
    everBy: null,
    keptBy: null,
    everWithin: 0.04,
    keptWithin: 0,
    earliest: null,
    median: null,
    latest: null,
    ...changes,
  }
}
