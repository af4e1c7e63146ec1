import serifFile from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?url'
import sansFile from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import { accentsBeside } from '../../domain/exhibits/accents.ts'

interface Font {
  family: string
  weight: string
  file: string
}

const fonts: readonly Font[] = [
  { family: 'Source Sans 3 Variable', weight: '200 900', file: sansFile },
  { family: 'Source Serif 4', weight: '600', file: serifFile },
]

/** A picture may hold any name, so it takes the accents along, which a build keeps in files of their own. */
const filesOf = ({ file }: Font) => (import.meta.env.PROD ? [accentsBeside(file), file] : [file])

let faces: Promise<string> | null = null

/** The fonts of the product as a style sheet that needs no other file; read once. */
export function fontFaces(): Promise<string> {
  faces ??= Promise.all(
    fonts.flatMap((font) => filesOf(font).map((file) => fontFace({ ...font, file }))),
  ).then(
    (texts) => texts.join(''),
    (error: unknown) => {
      // the next picture tries again
      faces = null
      throw error
    },
  )
  return faces
}

async function fontFace({ family, weight, file }: Font): Promise<string> {
  const reply = await fetch(file)
  if (!reply.ok) throw new Error('The fonts of the picture could not be read.')
  const data = base64(new Uint8Array(await reply.arrayBuffer()))
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
