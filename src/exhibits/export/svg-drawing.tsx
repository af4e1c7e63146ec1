import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { cleanText } from '../../domain/exports/clean-text.ts'
import { inlineStyles } from './svg-inline-styles.ts'
import { withLightHost } from './svg-light-host.ts'
import { roundGeometry } from './svg-round.ts'

/** Draws off the screen, as a reader who has chosen nothing sees it, and gives a copy that carries its looks with it. */
export function drawLight(drawing: ReactElement): SVGSVGElement {
  return withLightHost((inside) => {
    const root = createRoot(inside)
    try {
      flushSync(() => root.render(drawing))
      const drawn = inside.querySelector('svg')
      if (!drawn) throw new Error('The picture could not be drawn.')
      const copy = inlineStyles(drawn)
      roundGeometry(copy)
      return copy
    } finally {
      root.unmount()
    }
  })
}

/** Rules that travel inside a drawing. */
export function styleElement(rules: string): SVGStyleElement {
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style')
  style.textContent = rules
  return style
}

/** The drawing as a file: the serialiser escapes, and lets through what no XML may hold. */
export function svgText(drawing: SVGSVGElement): string {
  return cleanText(new XMLSerializer().serializeToString(drawing))
}
