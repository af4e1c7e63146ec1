import type { Exhibit } from '../../domain/exhibits/exhibit.ts'

/**
 * What a file holds, said by its name: period, what, edition, and whether it is for officers alone.
 * @example '2026-10_ot-waiting_edition-12.png'; '2026-10_ot-waiting_town_Southall_edition-12_officers.csv'
 */
export function fileNameOf(
  { fileStem, origin }: Pick<Exhibit<unknown>, 'fileStem' | 'origin'>,
  ending: string,
): string {
  const { edition, audience } = origin
  const words = [fileStem, `edition-${edition.number}`, ...(audience === 'exact' ? ['officers'] : [])]
  return `${words.map((word) => word.replaceAll(/[^A-Za-z0-9_+-]+/g, '-')).join('_')}.${ending}`
}
