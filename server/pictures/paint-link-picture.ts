import type { AskReply, LinkPicture } from '../../src/contract/drawn-page.ts'
import type { PictureBuild } from '../static/build.ts'
import { faces } from './painter.ts'
import { standAlone } from './stand-alone.ts'

/**
 * What a message shows beside a link, as a PNG: the same drawing as every picture that leaves the product.
 *
 * @param ask answers nobody in particular
 * @returns null where there is nothing to draw, or its words could not all be set
 */
export async function paintLinkPicture(
  { draw, paint, styles }: PictureBuild,
  picture: LinkPicture,
  ask: AskReply,
): Promise<Buffer | null> {
  const drawn = await draw(picture, ask)
  return drawn ? await paint(standAlone(drawn, styles, faces)) : null
}
