const exact = /-?\d*\.\d{3,}(?:e[+-]?\d+)?|-?\d*\.?\d+e[+-]?\d+/g

/**
 * Numbers of an SVG attribute with two decimals at most. More cannot be seen, and their last digits may differ
 * from one processor to another.
 *
 * @example 'M10.12345 3L1e-15 4.5' → 'M10.12 3L0 4.5'
 */
export function roundNumbers(attribute: string): string {
  return attribute.replaceAll(exact, (number) => {
    const rounded = Number(number).toFixed(2)
    return rounded === '-0.00' ? '0.00' : rounded
  })
}

const geometry = new Set([
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'dx', 'dy', 'width', 'height'],
  ...[
    'd',
    'points',
    'transform',
    'viewBox',
    'font-size',
    'letter-spacing',
    'stroke-width',
    'stroke-dasharray',
  ],
])

/** Rounds every place and size of a drawing, where they stand. */
export function roundGeometry(drawing: Element): void {
  for (const element of [drawing, ...drawing.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      if (geometry.has(name)) element.setAttribute(name, roundNumbers(value))
    }
  }
}
