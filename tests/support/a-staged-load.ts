import type { Load } from '../../src/contract/loads.ts'

/** A load that was found sound and asks for nothing; a test names what matters to it. */
export function aStagedLoad(changes: Partial<Load> = {}): Load {
  const nothing = {
    newFigures: 0,
    restatedFigures: 0,
    unchangedFigures: 0,
    suppressedFigures: 0,
    definitions: 0,
    planItems: 0,
  }
  return {
    id: '00000000-0000-4000-8000-000000000001',
    state: 'staged',
    problems: [],
    needs: { reason: false, exact: [] },
    preview: [
      { audience: 'exact', ...nothing, newFigures: 2 },
      { audience: 'protected', ...nothing, newFigures: 1 },
    ],
    edition: null,
    standsOn: 5,
    ...changes,
  }
}
