import { type BeforeAndAfter, wayOf } from './before-and-after.ts'
import { wayOfRatio } from './compare-counts.ts'

export type Way = -1 | 0 | 1

interface ClaimedWays {
  level: Way
  slope: Way
}

/** Which way level and direction are claimed to have gone: 0 where neither is; null where nothing was worked out. */
export function claimedWays(
  estimate: BeforeAndAfter | { kind: 'not-suited' | 'overlaps' },
): ClaimedWays | null {
  switch (estimate.kind) {
    case 'estimated':
      return { level: wayOf(estimate.level), slope: wayOf(estimate.slope) }
    case 'counted':
      return { level: wayOfRatio(estimate.level), slope: estimate.slope ? wayOfRatio(estimate.slope) : 0 }
    case 'too-few-points':
    case 'overlaps':
    case 'not-estimable':
    case 'not-suited':
      return null
  }
}
