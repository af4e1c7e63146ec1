import type { PinnedView } from '../../api/view.ts'
import { Modal } from '../../ui/Modal.tsx'
import { JumpBox } from './JumpBox.tsx'
import type { Destination, JumpPage } from './jump-entries.ts'
import { useJumpEntries } from './use-jump-entries.ts'

export interface JumpDialogProps {
  view: PinnedView
  pages: readonly JumpPage[]
  onGo: (destination: Destination) => void
  onClose: () => void
}

/** From anywhere to any measure, milestone, action or page, by whatever it is called in the room. */
export function JumpDialog({ view, pages, onGo, onClose }: JumpDialogProps) {
  const { index, isReading, hasFailed, readAgain } = useJumpEntries(view, pages)
  return (
    <Modal title="Find" onClose={onClose}>
      <JumpBox index={index} isReading={isReading} onChoose={({ destination }) => onGo(destination)} />
      {hasFailed && (
        <p role="alert">
          Measures, milestones and actions could not all be read.{' '}
          <button type="button" className="link-button" onClick={readAgain}>
            Try again
          </button>
        </p>
      )}
    </Modal>
  )
}
