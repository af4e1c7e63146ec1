import type { Audience, Organisation } from './publication.ts'

/**
 * How a page or file is marked: exact figures hold small numbers and teams, so they are OFFICIAL-SENSITIVE;
 * the protected set bears the organisation's own marking.
 */
export function markingFor(organisation: Pick<Organisation, 'marking'>, audience: Audience): string {
  return audience === 'exact' && organisation.marking === 'OFFICIAL'
    ? 'OFFICIAL-SENSITIVE'
    : organisation.marking
}
