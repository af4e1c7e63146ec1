import type { Edition } from '../contract/editions.ts'
import { officerPaths } from '../contract/officer-paths.ts'
import { sendJson } from './client.ts'

/** Takes an edition back; everybody reads why. */
export const withdrawEdition = (number: number, reason: string): Promise<Edition> =>
  sendJson('POST', officerPaths.withdrawEdition(number), ({ Edition }) => Edition, { reason })
