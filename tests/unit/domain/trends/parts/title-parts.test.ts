import { describe, expect, it } from 'vitest'
import type { VerdictIcon } from '../../../../../src/domain/trends/facts/fact.ts'
import type { Multiple } from '../../../../../src/domain/trends/parts/small-multiples.ts'
import { titleParts } from '../../../../../src/domain/trends/parts/title-parts.ts'

function part(label: string, icon: VerdictIcon | null, more: Partial<Multiple> = {}): Multiple {
  return {
    ...{ member: label, label, latest: '', reading: '', points: [], segments: [], limits: [] },
    verdict: icon && { id: 'change', icon, tone: 'data', words: '', rule: '' },
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
      'Evidence that Acton and Hanwell are getting worse; evidence of real improvement in Ealing (town); evidence of real change in Northolt; no evidence of real change in the other',
    )
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
    expect(title(...['A', 'B', 'C', 'D'].map((label) => part(label, 'improving-low')))).toBe(
      'Evidence of real improvement in four parts',
    )
  })
})
