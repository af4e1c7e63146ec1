import { Suspense } from 'react'
import type { PinnedView } from '../api/view.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { lazyPart } from '../ui/lazy-part.ts'

// each is fetched when it is first opened
const Find = lazyPart(() => import('./Find.tsx').then((part) => part.Find))
const SettingsDialog = lazyPart(() =>
  import('../features/settings/SettingsDialog.tsx').then(({ SettingsDialog }) => SettingsDialog),
)
const WordsAndKeysDialog = lazyPart(() =>
  import('../features/words-and-keys/WordsAndKeysDialog.tsx').then(
    ({ WordsAndKeysDialog }) => WordsAndKeysDialog,
  ),
)

export type Tool = 'find' | 'settings' | 'words'

export interface ToolsProps {
  tool: Tool | null
  /** null until an edition is known: there is nothing to find before */
  view: PinnedView | null
  onClose: () => void
}

/** The dialog that is open, if one is. One that breaks says so, and the page stands. */
export function Tools({ tool, view, onClose }: ToolsProps) {
  if (tool === null) return null
  return (
    <ErrorBoundary key={tool} title="This could not be opened">
      <Suspense fallback={null}>
        {tool === 'find' && view && <Find view={view} onClose={onClose} />}
        {tool === 'settings' && <SettingsDialog onClose={onClose} />}
        {tool === 'words' && <WordsAndKeysDialog onClose={onClose} />}
      </Suspense>
    </ErrorBoundary>
  )
}
