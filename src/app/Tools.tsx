import { useRouter } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { PinnedView } from '../api/view.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { lazyPart } from '../ui/lazy-part.ts'
import { findablePages } from './pages.ts'
import { stringifySearch } from './search.ts'

// each is fetched when it is first opened
const JumpDialog = lazyPart(() =>
  import('../features/find/JumpDialog.tsx').then(({ JumpDialog }) => JumpDialog),
)
const SettingsDialog = lazyPart(() =>
  import('../features/settings/SettingsDialog.tsx').then(({ SettingsDialog }) => SettingsDialog),
)
const KeyboardHelpDialog = lazyPart(() =>
  import('../features/keyboard-help/KeyboardHelpDialog.tsx').then(
    ({ KeyboardHelpDialog }) => KeyboardHelpDialog,
  ),
)

export type Tool = 'find' | 'settings' | 'keys'

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
        {tool === 'keys' && <KeyboardHelpDialog onClose={onClose} />}
      </Suspense>
    </ErrorBoundary>
  )
}

function Find({ view, onClose }: { view: PinnedView; onClose: () => void }) {
  const { history } = useRouter()
  return (
    <JumpDialog
      view={view}
      pages={findablePages}
      onClose={onClose}
      onGo={({ path, search }) => {
        onClose()
        const pinned = { edition: String(view.edition), audience: view.audience }
        history.push(`${path}${stringifySearch({ ...pinned, ...search })}`)
      }}
    />
  )
}
