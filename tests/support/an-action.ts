import type { Action } from '../../src/contract/actions.ts'

/** An open action of the performance review; a test names only what matters to it. */
export function anAction(changes: Partial<Action> = {}): Action {
  return {
    id: 'A01',
    board: 'Performance review',
    raised: '2025-09-12',
    action: 'Clear unallocated high-priority work',
    ownerRole: 'Head of Assessment',
    due: '2025-09-26',
    closed: null,
    status: 'open',
    link: 'unallocated-high',
    carried: 0,
    release: 'officer',
    whatChanged: null,
    version: 1,
    history: [],
    ...changes,
  }
}
