import type { Pack, PackItem } from '../../src/domain/packs/pack.ts'

/** One chart of a pack; a test names what matters to it. */
export function aPackItem({
  ref,
  ...parts
}: Partial<Omit<PackItem, 'ref'>> & { ref?: Partial<PackItem['ref']> } = {}) {
  return {
    group: '',
    line: '',
    ...parts,
    ref: { kind: 'trend', kpi: 'ot-waiting', search: {}, ...ref },
  } satisfies PackItem
}

/** The trends of some measures, each with the agenda item that it stands under: 'Waiting/ot-waiting'. */
export function aPackOf(...places: readonly string[]): Pack {
  return {
    name: 'Scrutiny panel, 14 October',
    items: places.map((place) => {
      const [group = '', kpi = ''] = place.split('/')
      return aPackItem({ group, ref: { kpi } })
    }),
  }
}

/** How a pack stands, in the same words. */
export function placesOf({ items }: Pack): string[] {
  return items.map(({ group, ref }) => `${group}/${ref.kpi}`)
}

/** A pack as a panel gets it: ten charts and tables under three agenda items, a line to each. */
export const packOfTen: Pack = {
  name: 'Health and adult social services scrutiny panel, 14 October',
  items: [
    aPackItem({
      group: 'Item 5: waiting times',
      line: 'The list has not fallen since surge ended in June. What replaces it?',
      ref: { kpi: 'ot-waiting', search: { range: '24', layers: 'limits.target.plan' } },
    }),
    aPackItem({
      group: 'Item 5: waiting times',
      line: 'Median waits rise while the list improves: the longest waiters are being seen.',
      ref: { kpi: 'ot-wait-median', search: { range: '24' } },
    }),
    aPackItem({
      group: 'Item 5: waiting times',
      line: 'Southall and Greenford are not alike, and the borough line hides it.',
      ref: { kind: 'breakdown', kpi: 'ot-waiting', search: { dimension: 'town', scale: 'common' } },
    }),
    aPackItem({
      group: 'Item 5: waiting times',
      line: 'Financial assessments are overdue: we do not know where they stand.',
      ref: { kpi: 'financial-waiting' },
    }),
    aPackItem({
      group: 'Item 6: direct payments',
      line: 'Growth of one or two a month; the plan needs eleven.',
      ref: { kpi: 'dp-clients', search: { range: '36', layers: 'limits.target.plan.forecast' } },
    }),
    aPackItem({
      group: 'Item 6: direct payments',
      line: 'Starts less ends are what moves it.',
      ref: { kpi: 'dp-starts', search: { range: '36' } },
    }),
    aPackItem({
      group: 'Item 7: safeguarding',
      line: 'Self-neglect is the type that has moved most.',
      ref: { kind: 'safeguarding', kpi: 'sg-type' },
    }),
    aPackItem({
      group: 'Item 7: safeguarding',
      line: 'Three milestones were done on time and have had no effect so far.',
      ref: { kind: 'milestones', kpi: null, search: { impact: 'no-effect' } },
    }),
    aPackItem({
      group: 'Item 7: safeguarding',
      line: 'What the figures flag and nobody has raised yet.',
      ref: { kind: 'signals', kpi: null, search: { find: 'Greenford' } },
    }),
    aPackItem({
      group: 'Item 7: safeguarding',
      line: 'What was late when this edition was published.',
      ref: { kind: 'data-quality', kpi: null },
    }),
  ],
}
