import { oneOf, textThat, words } from '../../domain/addresses/parameter.ts'
import { exhibitKinds } from '../../domain/exhibits/exhibit-ref.ts'
import { mostOnBoard } from '../../exhibits/board/most-on-board.ts'

export const briefingFormats = ['wide', 'half'] as const
export type BriefingFormat = (typeof briefingFormats)[number]

const listOfMeasures = textThat((text) => text.length <= 400 && measuresIn(text).length < mostOnBoard)

/** The briefing's own part of the address; the measure's own parameters stand beside it. */
export const briefingSearchShape = {
  /** up to three more measures: 'dp-clients,dol-sent' */
  also: listOfMeasures,
  format: oneOf(briefingFormats),
  /** which picture of the measure, where it is not its trend */
  kind: oneOf(exhibitKinds),
  /** the picture alone, without the row of controls */
  view: oneOf(['clean']),
  layers: words(0, 200),
}

export interface BriefingSearch {
  also?: string | undefined
  format?: BriefingFormat | undefined
  kind?: (typeof exhibitKinds)[number] | undefined
  view?: 'clean' | undefined
  layers?: string | undefined
}

/** Each once. @example 'dp-clients, dol-sent,dp-clients' → ['dp-clients', 'dol-sent'] */
export function measuresIn(text: string | undefined): string[] {
  const ids = (text ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean)
  return [...new Set(ids)]
}
