import type { SlidePalette } from './slide-frame.ts'
import { withLightHost } from './svg-light-host.ts'

const tokens: Record<keyof SlidePalette, string> = {
  text: '--text',
  muted: '--text-muted',
  rule: '--line-strong',
}

/** The colours of the light theme as slides want them, whatever theme the reader has. */
export function readSlidePalette(): SlidePalette {
  return withLightHost((inside) => {
    const probe = inside.appendChild(document.createElement('span'))
    const read = (token: string) => {
      probe.style.color = `var(${token})`
      return hexOf(getComputedStyle(probe).color)
    }
    return { text: read(tokens.text), muted: read(tokens.muted), rule: read(tokens.rule) }
  })
}

/** @example 'rgb(22, 32, 42)' → '16202A' */
export function hexOf(colour: string): string {
  const parts = (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number)
  if (parts.length < 3) throw new Error(`“${colour}” is no colour for a slide.`)
  return parts
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
}
