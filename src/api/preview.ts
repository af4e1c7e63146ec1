import { previewAttribute, previewPath } from '../contract/preview.ts'

/** Where the app begins, when it shows a load as it would be; empty for the app of every other visit. */
export function previewBase(): string {
  return globalThis.document?.documentElement.getAttribute(previewAttribute) ?? ''
}

export { previewPath }
