let names: Intl.Collator | undefined

/**
 * The order of names and references as people count them: M2 before M10. For sorting. The rules of the language are
 * fetched when something is first sorted: that takes longer than drawing a page.
 *
 * @example ['M10', 'M2', 'M12'] → ['M2', 'M10', 'M12']
 */
export function compareNames(a: string, b: string): number {
  names ??= new Intl.Collator('en-GB', { numeric: true })
  return names.compare(a, b)
}
