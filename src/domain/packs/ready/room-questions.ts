import type { Room } from './rooms.ts'

/** What each meeting asks. */
export const roomQuestions: Record<Room, string> = {
  review: 'What really moved, and is what was agreed being done?',
  panel: 'Was what was promised done, and did it work?',
  cabinet: 'How does the service stand, in one picture for each theme?',
}
