import type { Audience } from '../../domain/editions/publication.ts'

/** Whom a screen is shown to, as it says itself. */
export const shownTo: Record<Audience, string> = {
  protected: 'panel and public',
  exact: 'officers only',
}
