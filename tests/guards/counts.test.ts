import { expect, it } from 'vitest'
import { sourceFiles } from './source-files.ts'

/**
 * Where pages count, and what adds it up. A count that nothing compares with its list once said 11 over a list of 16:
 * a file that begins to count is named here, with a row in the test that adds it up.
 */
const addedUp: Record<string, readonly string[]> = {
  'tests/components/app/counts-on-pages.test.tsx': [
    'actions/ActionList.tsx',
    'actions/ActionTable.tsx',
    'actions/UncoveredSection.tsx',
    'changes/ChangeLists.tsx',
    'data/Controls.tsx',
    'data/DataQualityPage.tsx',
    'definitions/DefinitionsPage.tsx',
    'emerging/EmergingPage.tsx',
    'emerging/SignalList.tsx',
    'emerging/ToConfirm.tsx',
    'find/JumpBox.tsx',
    'measure/commentary/ActionsPanel.tsx',
    'measure/commentary/CommentaryPanel.tsx',
    'measure/trend/OtherPlaces.tsx',
    'measure/trend/TrendControls.tsx',
    'overview/NeedsAttention.tsx',
    'overview/Scorecard.tsx',
    'pack/PackHead.tsx',
    'plan/MilestoneRow.tsx',
    'plan/MilestoneTable.tsx',
    'plan/PlanPage.tsx',
    'plan/RiskSection.tsx',
    'present/NotesWindow.tsx',
    'present/Presentation.tsx',
    'present/PrintedSlides.tsx',
    'present/StartPage.tsx',
    'themes/TownSection.tsx',
  ],
  'tests/unit/features/counts-add-up.test.ts': [
    'actions/actions-finding.ts',
    'changes/changes-finding.ts',
    'changes/milestone-rows.ts',
    'data/quality-finding.ts',
    'emerging/HowTested.tsx',
    'emerging/emerging-words.ts',
    'overview/headline.ts',
    'plan/plan-finding.ts',
    'themes/theme-words.ts',
  ],
  // of one record, of a file's own rows, or of what a press has just done: their own tests beside them
  'the tests of each': [
    'audit/AuditList.tsx',
    'actions/action-rows.ts',
    'actions/beside-words.ts',
    'actions/exhibits/actions-exhibit.ts',
    'briefing/BriefingControls.tsx',
    'changes/action-rows.ts',
    'changes/exhibits/changes-exhibit.ts',
    'changes/figure-rows.ts',
    'changes/record-rows.ts',
    'data/exhibits/quality-exhibit.ts',
    'data/quality-rows.ts',
    'emerging/exhibits/signals-exhibit.ts',
    'load/FilePicker.tsx',
    'load/ProblemList.tsx',
    'load/WithheldSection.tsx',
    'load/comparison/ComparisonSection.tsx',
    'load/load-words.ts',
    'load/mapping/MadeFigures.tsx',
    'load/publish/ConfirmStep.tsx',
    'measure/commentary/linked-actions.ts',
    'measure/exhibits/breakdown-exhibit.tsx',
    'measure/exhibits/together-exhibit.tsx',
    'measure/trend/TrendFigure.tsx',
    'methods/ChangeParts.tsx',
    'methods/RangePart.tsx',
    'methods/signal-pictures.ts',
    'overview/exhibits/overview-exhibits.ts',
    'pack/LinkedPack.tsx',
    'pack/PackEditor.tsx',
    'pack/PackExports.tsx',
    'pack/pack-link.ts',
    'pack/restated-words.ts',
    'pack/use-moves.ts',
    'plan/exhibits/plan-exhibits.ts',
    'themes/exhibits/themes-exhibit.tsx',
    'themes/theme-cards.ts',
  ],
}

it('every file that counts on a page is named with the test that adds its counts up', () => {
  const counting = sourceFiles(['src/features'], /\.tsx?$/)
    .filter(({ text }) =>
      /\b(?:countOf|numberInWords)\(|\.length\}(?!rem|\))|countWords\(|countWanting\(/.test(text),
    )
    .map(({ path }) => path.replace('src/features/', ''))
  const named = Object.values(addedUp).flat()
  expect(counting.filter((path) => !named.includes(path))).toEqual([])
  expect(named.filter((path) => !counting.includes(path))).toEqual([])
})
