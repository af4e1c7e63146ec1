/** Whole characters, none of them for control, and without those that turn what follows around: it would read as something else. */
export function isPlainText(given: string): boolean {
  return (
    given.isWellFormed() && /^[\P{Cc}\n\r\t]*$/u.test(given) && !/[\u202a-\u202e\u2066-\u2069]/u.test(given)
  )
}

/** Plain text on one line. */
export function isPlainLine(given: string): boolean {
  return isPlainText(given) && !/[\n\r\t]/.test(given)
}
