import type { DeliveryStatus } from './judge-milestone.ts'
import type { Brag } from './plan.ts'

const statusInColour: Record<Brag, DeliveryStatus> = {
  blue: 'complete',
  green: 'on-track',
  amber: 'at-risk',
  red: 'late',
  grey: 'not-started',
}

/**
 * The status in whose colour a milestone is drawn. What is complete and not yet accepted has the mark of what is done
 * in the colour of its slip, as its words say.
 */
export function colourOf(brag: Brag): DeliveryStatus {
  return statusInColour[brag]
}
