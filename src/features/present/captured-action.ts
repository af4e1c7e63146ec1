import type { RecordAction } from '../../api/actions.ts'
import { keptDraft } from '../../stores/drafts.ts'

/** The little that is written down in a meeting; the rest is added on the page of actions. */
export interface CapturedAction {
  action: string
  ownerRole: string
  board: string
  due: string
  /** the measure that was on the screen; empty where it was none */
  kpi: string
  /** sent with it, so that a lost reply does not record it twice */
  key: string
}

export const nameOfDraft = 'captured-action'

export function emptyCapture(kpi: string | null): CapturedAction {
  return { action: '', ownerRole: '', board: '', due: '', kpi: kpi ?? '', key: crypto.randomUUID() }
}

/** What was begun and not yet recorded; null where nothing was, or another version kept it. */
export function keptCapture(): CapturedAction | null {
  const kept = keptDraft(nameOfDraft)
  if (typeof kept !== 'object' || kept === null) return null
  const text = (name: keyof CapturedAction) => {
    const value: unknown = name in kept ? Reflect.get(kept, name) : undefined
    return typeof value === 'string' ? value : null
  }
  const [action, ownerRole, board, due, kpi, key] = [
    text('action'),
    text('ownerRole'),
    text('board'),
    text('due'),
    text('kpi'),
    text('key'),
  ]
  if (action === null || ownerRole === null || board === null) return null
  if (due === null || kpi === null || key === null) return null
  return { action, ownerRole, board, due, kpi, key }
}

export function recordingOf({ action, ownerRole, board, due, kpi, key }: CapturedAction): RecordAction {
  return { action, ownerRole, board, due, link: kpi || null, key }
}
