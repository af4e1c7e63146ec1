/** Not of the page: what is read by no one, and what is there for the other medium alone. */
const never = 'script, style, noscript, template, [hidden]'
const otherMedium = { screen: '.print-only', print: '.screen-only, dialog' }

/**
 * The text of a part of the page, folds and text for screen readers included; one line for each piece, so that a cell
 * is told from the next. Layout is not asked: what is printed is asked for while the screen still stands.
 */
export function shownText(root: Element, medium: 'screen' | 'print' = 'screen'): string {
  const walker = root.ownerDocument.createTreeWalker(
    root,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) =>
      node instanceof Element
        ? node.matches(`${never}, ${otherMedium[medium]}`)
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_SKIP
        : NodeFilter.FILTER_ACCEPT,
  )
  const pieces: string[] = []
  while (walker.nextNode()) pieces.push(walker.currentNode.nodeValue?.replaceAll(/\s+/g, ' ').trim() ?? '')
  return pieces.filter(Boolean).join('\n')
}
