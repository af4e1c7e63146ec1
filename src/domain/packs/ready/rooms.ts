/** The meetings for which a pack stands ready in every edition. */
export const rooms = ['review', 'panel', 'cabinet'] as const
export type Room = (typeof rooms)[number]

export const roomNames: Record<Room, string> = {
  review: 'Monthly review',
  panel: 'Scrutiny panel',
  cabinet: 'Cabinet briefing',
}
