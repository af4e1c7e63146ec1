import type { MilestoneMove } from './plan.ts'

/**
 * Why a date was moved and who agreed, as two sentences: files end a reason as they like.
 * @example 'Supplier changed', 'Care Board' → 'Supplier changed. Approved by Care Board.'
 */
export function reasonOfMove({ reason, approver }: Pick<MilestoneMove, 'reason' | 'approver'>): string {
  return `${endedWithStop(reason)} Approved by ${approver}.`
}

/** @example 'Staff came later' → 'Staff came later.'; 'Why not?' → itself */
export function endedWithStop(text: string): string {
  return /[.!?…]["”’)]?$/.test(text) ? text : `${text}.`
}
