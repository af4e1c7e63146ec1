import type { Load } from '../contract/loads.ts'
import { officerPaths } from '../contract/officer-paths.ts'
import type { TakeBack } from '../contract/take-back.ts'
import { sendJsonPatiently } from './client.ts'

/** It is rehearsed with all analyses, as files are. */
const rehearsalMilliseconds = 15 * 60_000

/** Stages a load without files: nothing is taken back before it is published. */
export const stageTakeBack = (takesBack: TakeBack): Promise<Load> =>
  sendJsonPatiently('POST', officerPaths.takeBack(), ({ Load }) => Load, takesBack, rehearsalMilliseconds)

export type { TakeBack }
