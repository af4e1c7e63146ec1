import { readSlidePalette } from './slide-palette.ts'
import { drawSlidePicture } from './slide-picture.tsx'
import type { DeckSettings } from './write-pptx.ts'

/** How slides are made on this page: its address, the colours of the light theme, pictures drawn off the screen. */
export function deckSettings(): DeckSettings {
  return { siteOrigin: location.origin, palette: readSlidePalette(), draw: drawSlidePicture }
}
