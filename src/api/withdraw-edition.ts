import { Edition } from '../contract/editions.ts'
import { paths } from '../contract/paths.ts'
import { sendJson } from './client.ts'

/** Takes an edition back; everybody reads why. */
export const withdrawEdition = (number: number, reason: string): Promise<Edition> =>
  sendJson('POST', paths.withdrawEdition(number), Edition, { reason })
