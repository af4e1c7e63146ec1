import type { GivenForLoad } from '../../src/ingest/needs.ts'
import type { ChosenRebaselines } from './offer-levels.ts'

/** How an analyst names an edition, and what is confirmed with it. */
export interface GivenNaming extends GivenForLoad, ChosenRebaselines {
  label: string
  note: string | null
}
