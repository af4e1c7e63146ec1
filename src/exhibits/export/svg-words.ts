import type { BoardFile } from './svg-board.tsx'

/** WebKit calls an SVG ready before the fonts inside it are, and paints it without a word until then. */
const tries = 20
const pauseMs = 100

/** of a board: enough to tell letters from none, and quickly compared */
const sampleShare = 0.25

/** The words of each font, apart: one may be ready before the other. Serif words say so themselves. */
const wordsOf = [
  { selector: 'text[font-family*="Serif"]', pattern: /<text[^>]* font-family="[^"]*Serif/ },
  { selector: 'text:not([font-family*="Serif"])', pattern: /<text(?![^>]* font-family="[^"]*Serif)/ },
] as const

/** An SVG as an image that can be drawn: one that looks otherwise than it does without its words. */
export async function paintedWithWords(
  board: Pick<BoardFile, 'svg' | 'width' | 'height'>,
): Promise<HTMLImageElement> {
  const { svg } = board
  const wordless = await Promise.all(
    wordsOf
      .filter(({ pattern }) => pattern.test(svg))
      .map(async ({ selector }) => sampleOf(board, await imageOf(hideIn(svg, selector)))),
  )
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const image = await imageOf(svg)
    const sample = sampleOf(board, image)
    if (wordless.every((without) => !isSame(sample, without))) return image
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  throw new Error(
    'This browser paints the picture without its words. Save it as SVG, or use another browser.',
  )
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(url)
  }
}

function hideIn(svg: string, selector: string): string {
  return svg.replace('</style>', `${selector}{visibility:hidden!important}</style>`)
}

function sampleOf(
  { width, height }: Pick<BoardFile, 'width' | 'height'>,
  image: HTMLImageElement,
): Uint32Array {
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * sampleShare)
  canvas.height = Math.ceil(height * sampleShare)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser cannot make images.')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer)
}

function isSame(one: Uint32Array, other: Uint32Array): boolean {
  return one.every((point, index) => point === other[index])
}
