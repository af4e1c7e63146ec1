import { describe, expect, it } from 'vitest'
import { methodOfFamily } from '../../../../../src/domain/spc/attribute/method-names.ts'
import type { VerdictIcon } from '../../../../../src/domain/trends/facts/fact.ts'
import { meaningInTitle } from '../../../../../src/domain/trends/parts/meaning-in-title.ts'
import type { Multiple } from '../../../../../src/domain/trends/parts/small-multiples.ts'
import { titleParts } from '../../../../../src/domain/trends/parts/title-parts.ts'

function part(label: string, icon: VerdictIcon | null, more: Partial<Multiple> = {}): Multiple {
  return {
    ...{ member: label, label, latest: '', reading: '', points: [], segments: [], limits: [] },
    verdict: icon && { id: 'change', icon, tone: 'data', words: '', rule: '' },
    meaning: null,
    absence: null,
    flag: null,
    ...more,
  }
}
const quiet = (count: number) =>
  Array.from({ length: count }, (_, index) => part(`Town ${index}`, 'common-cause'))
const title = (...multiples: Multiple[]) => titleParts({ multiples })

describe('the title of a breakdown', () => {
  it('names the one that is getting worse, and says of the others what holds of them', () => {
    expect(title(part('Southall', 'concerning-high'), ...quiet(6))).toBe(
      'Evidence that Southall is getting worse; no evidence of real change in the other six',
    )
  })

  it('does not call some of the others the others, where the rest cannot be judged', () => {
    expect(
      title(part('Asian', 'concerning-low'), ...quiet(1), part('Mixed', null), part('Other', null)),
    ).toBe(
      'Evidence that Asian is getting worse; no evidence of real change in one other; two cannot be judged',
    )
  })

  it('keeps worse, better and neither apart', () => {
    expect(
      title(
        part('Acton', 'concerning-high'),
        part('Hanwell', 'concerning-low'),
        part('Ealing (town)', 'improving-low'),
        part('Northolt', 'changed-high'),
        ...quiet(1),
      ),
    ).toBe(
      'Evidence that Acton and Hanwell are getting worse; evidence of real improvement in Ealing (town); evidence of real change upwards in Northolt; no evidence of real change in the other',
    )
  })

  it('says which way those went that the year before speaks against, and of a level since when, as their cards do', () => {
    const worse = {
      kind: 'worse-not-on-year',
      words: 'Worse than usual, but better than a year before',
    } as const
    const lasting = { kind: 'worse-not-of-late', words: 'Worse, lasting since Jun 2024' } as const
    const up = { kind: 'neutral', words: 'Real change, lasting since Apr 2024' } as const
    expect(
      title(
        part('Acton', 'changed-low', { meaning: worse }),
        part('Greenford', 'changed-low', { meaning: lasting }),
        part('Hanwell', 'changed-high', { meaning: up }),
        part('Perivale', 'changed-low', { meaning: worse }),
        ...quiet(3),
      ),
    ).toBe(
      'Worse than usual in Acton and Perivale; worse in Greenford since Jun 2024; real change upwards in Hanwell since Apr 2024; no evidence of real change in the other three',
    )
  })

  it('tells a flag that stands in the place of what limits find by what it means', () => {
    const drifting = (kind: 'concern' | 'improvement') =>
      ({ kind, words: 'Drifting down since May 2025', direction: -1 }) as const
    const flag = 'Southall: drifting down since May 2025.'
    expect(
      title(
        part('Southall', 'concerning-low', { meaning: drifting('concern'), flag }),
        part('Acton', 'improving-low', { meaning: drifting('improvement'), flag }),
        ...quiet(2),
      ),
    ).toBe(
      'Recent concern flagged in Southall; recent progress flagged in Acton; no evidence of real change in the other two',
    )
  })

  it('tells evidence, and no flag, where the method of the part finds the same as the flag', () => {
    const meaning = { kind: 'concern', words: 'Lower since May 2025', direction: -1 } as const
    const variation = 'special_cause_concern'
    const found = { because: 'share-of-few', reason: '', rule: '', direction: -1, since: null } as const
    const by = (method: string) => meaningInTitle({ variation, meaning, byMethod: { ...found, method } })
    expect(by('p chart of shares')).toBeNull()
    expect(by(methodOfFamily)).toBe(meaning)
    expect(meaningInTitle({ variation: 'common_cause', meaning, byMethod: null })).toBe(meaning)
  })

  it('claims nothing of what is flagged but that it is flagged', () => {
    expect(title(part('Southall', 'common-cause', { flag: 'Higher since May.' }), ...quiet(2))).toBe(
      'Recent change flagged in Southall; no evidence of real change in the other two',
    )
  })

  it('says how many cannot be judged, whether no limits suit them or no figure is shown', () => {
    expect(title(...quiet(2), part('Acton', 'not-judged'), part('Perivale', null))).toBe(
      'No evidence of real change in the two that can be judged; two cannot be judged',
    )
    expect(
      title(part('Acton', 'concerning-high', { absence: 'Every figure is withheld.' }), ...quiet(1)),
    ).toBe('No evidence of real change in the one that can be judged; one cannot be judged')
    expect(title(part('Acton', null))).toBe('Change is not judged for any part')
  })

  it('counts where names would be a list', () => {
    expect(title(...quiet(7))).toBe('No evidence of real change in any of the seven parts')
    expect(title(...quiet(2))).toBe('No evidence of real change in either part')
    expect(title(...quiet(1))).toBe('No evidence of real change in its one part')
    expect(title(...['A', 'B', 'C', 'D'].map((label) => part(label, 'improving-low')))).toBe(
      'Evidence of real improvement in four parts',
    )
  })
})
