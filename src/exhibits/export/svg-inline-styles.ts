/** What an SVG of its own needs of a style sheet: by name, whether children have it from their parent, initially. */
const properties = [
  { name: 'fill', isInherited: true, initial: 'rgb(0, 0, 0)' },
  { name: 'fill-opacity', isInherited: true, initial: '1' },
  { name: 'stroke', isInherited: true, initial: 'none' },
  { name: 'stroke-width', isInherited: true, initial: '1px' },
  { name: 'stroke-dasharray', isInherited: true, initial: 'none' },
  { name: 'stroke-linecap', isInherited: true, initial: 'butt' },
  { name: 'stroke-linejoin', isInherited: true, initial: 'miter' },
  { name: 'stroke-opacity', isInherited: true, initial: '1' },
  { name: 'paint-order', isInherited: true, initial: 'normal' },
  { name: 'shape-rendering', isInherited: true, initial: 'auto' },
  { name: 'visibility', isInherited: true, initial: 'visible' },
  { name: 'font-family', isInherited: true, initial: '' },
  { name: 'font-size', isInherited: true, initial: '16px' },
  { name: 'font-style', isInherited: true, initial: 'normal' },
  { name: 'font-weight', isInherited: true, initial: '400' },
  { name: 'letter-spacing', isInherited: true, initial: 'normal' },
  { name: 'text-anchor', isInherited: true, initial: 'start' },
  { name: 'dominant-baseline', isInherited: true, initial: 'auto' },
  { name: 'opacity', isInherited: false, initial: '1' },
  { name: 'mix-blend-mode', isInherited: false, initial: 'normal' },
] as const

/** has no attribute of its own in SVG */
const features = 'font-feature-settings'

/** the page's, of no use elsewhere */
const leftOut = /^(class|style|role|tabindex|focusable|aria-.*|data-.*)$/

type Look = Readonly<Record<string, string>>

const initialLook: Look = Object.fromEntries([
  ...properties.map(({ name, initial }) => [name, initial]),
  [features, 'normal'],
])

/**
 * A copy of a drawing that needs no style sheet: each element carries what it is drawn with where that is not its
 * parent's. The drawing must be in the document.
 */
export function inlineStyles(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  writeLook(drawing, copy, initialLook)
  return copy
}

function writeLook(from: Element, to: SVGElement, parent: Look): void {
  for (const { name } of [...to.attributes]) if (leftOut.test(name)) to.removeAttribute(name)
  // they are read, not drawn
  if (from.tagName === 'title' || from.tagName === 'desc') return
  const look = lookOf(from)
  for (const { name, isInherited, initial } of properties) {
    const value = look[name] ?? initial
    const without = isInherited ? (parent[name] ?? initial) : initial
    to.removeAttribute(name)
    if (value !== without) to.setAttribute(name, withoutUnit(value))
  }
  // written as a property: the attribute as text is an inline style, which the server's policy refuses
  if (look[features] !== parent[features]) to.style.setProperty(features, look[features] ?? '')
  const copies = [...to.children]
  for (const [index, child] of [...from.children].entries()) {
    const copy = copies[index]
    if (copy instanceof SVGElement) writeLook(child, copy, look)
  }
}

function lookOf(element: Element): Look {
  const style = getComputedStyle(element)
  return Object.fromEntries([
    ...properties.map(({ name }) => [name, style.getPropertyValue(name)]),
    [features, style.getPropertyValue(features)],
  ])
}

/** @example '14px' → '14'; '5px, 4px' → '5, 4' */
function withoutUnit(value: string): string {
  return value.replaceAll(/(\d)px\b/g, '$1')
}
