import { previewBase } from '../../api/preview.ts'
import { TakeAwayMenu, type TakeAwayProps } from './TakeAwayMenu.tsx'

interface OfferProps extends TakeAwayProps {
  /** whether there is anything to take away: what the page itself cannot show is not offered */
  isShown: boolean
}

/** Download, briefing and "add to pack" for what stands beside it; nothing of what is not published yet. */
export function TakeAway({ isShown, ...offered }: OfferProps) {
  return isShown && !previewBase() && <TakeAwayMenu {...offered} />
}
