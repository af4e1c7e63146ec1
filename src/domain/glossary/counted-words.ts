/**
 * Words that stand beside numbers on more than one page, with the one meaning of each. Where each is computed stands
 * beside it in docs/calculations.md#words-that-are-counted; words of the plan stand in domain/plans/plan-terms.ts.
 */
export const countedWords: readonly (readonly [word: string, meaning: string])[] = [
  [
    'Needs attention',
    'A measure that shows evidence of getting worse, or is far behind plan with its target not likely to be kept, or whose figure is overdue, missing, or far outside all others. Each measure counts once, by its weightiest reason.',
  ],
  [
    'Worth a look',
    'A measure that has changed, not plainly for better or worse, or in a breakdown only. It is not counted among those that need attention.',
  ],
  [
    'Unknown',
    'A measure whose latest figure is overdue, missing or withheld. It counts as neither good nor bad.',
  ],
  ['Missing', 'No figure was given for a period that was due. It is never read as nought.'],
  ['Withheld', 'There is a figure, and it may not be shown because numbers are small. It is not missing.'],
  ['Provisional', 'The figure may still change as late records arrive.'],
  ['Restated', 'A figure that was final was replaced by another in a later edition.'],
  [
    'Recent change',
    'A change of the last year that is plain enough among all series that are tested together.',
  ],
  ['To ask about', 'A recent change that is no improvement.'],
  [
    'Covered by an action',
    'An action that still asks for something is linked to the measure, or to one of its milestones.',
  ],
  [
    'Far outside all others',
    'One or two figures so far from the rest that a mistake is as likely as an event. Nothing is judged until they are confirmed or left out.',
  ],
  [
    'Reliably meets or misses',
    'The whole usual range lies on one side of the target, and so does the latest figure.',
  ],
  [
    'Met or missed in all, or in the last so many',
    'Every figure since limits started, or the last twelve and more, lies on one side of the target, though the usual range alone does not say so.',
  ],
  [
    'Hit and miss',
    'The target lies inside the usual range, and it was neither met nor missed in every figure, nor in the last twelve and more.',
  ],
  [
    'Met or missed now, not usually',
    'The latest figure is on the other side of the target than the whole usual range.',
  ],
]
