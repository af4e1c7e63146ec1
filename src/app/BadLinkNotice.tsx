import { Notice } from '../ui/states.tsx'

export interface BadLinkNoticeProps {
  /** parts of the address that could not be used, as written */
  ignored: readonly string[]
  onMend: () => void
}

/** Names what was left out of account, and offers the way on. Nothing where everything was understood. */
export function BadLinkNotice({ ignored, onMend }: BadLinkNoticeProps) {
  if (!ignored.length) return null
  return (
    <Notice>
      <span>
        Part of this address was not understood and was left out: {ignored.join(', ')}. The rest is shown.
      </span>
      <button type="button" className="link-button" onClick={onMend}>
        Mend this address
      </button>
    </Notice>
  )
}
