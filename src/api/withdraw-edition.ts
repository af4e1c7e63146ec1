import { deskPaths } from '../contract/desk-paths.ts'
import { Edition } from '../contract/editions.ts'
import { sendJson } from './client.ts'

/** Takes an edition back; everybody reads why. */
export const withdrawEdition = (number: number, reason: string): Promise<Edition> =>
  sendJson('POST', deskPaths.withdrawEdition(number), Edition, { reason })
