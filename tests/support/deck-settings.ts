import type { DeckSettings } from '../../src/exhibits/export/write-pptx.ts'

const onePixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** Slides are written as in the product, each picture a point. */
export const deckSettingsOf = (siteOrigin: string): DeckSettings => ({
  siteOrigin,
  palette: { text: '111111', muted: '444444', rule: '888888' },
  draw: async () => onePixel,
})
