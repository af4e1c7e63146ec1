/**
 * The app can be opened as a load would make it, under an address of its own: its pages below `/previews/LOAD/AUDIENCE`,
 * what they read below the same path of the API. One build serves both: a page of a preview says where it begins.
 */
import type { Audience } from './common.ts'

/** The attribute of a page's root element that says: this is a preview, and it begins at that path. */
export const previewAttribute = 'data-preview'

/** Where a preview begins, in the app and below the API's base alike. */
export function previewPath(load: string, audience: Audience): string {
  return `/previews/${encodeURIComponent(load)}/${audience}`
}
