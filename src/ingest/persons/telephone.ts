const written = /^\+?[\d(][\d ().-]{8,20}$/

/**
 * Whether a cell is a British telephone number and nothing else. One is an office's; a column of them are people's, or
 * of whom to call about them. Digits alone have to be as many as a whole number has.
 *
 * @example '020 8825 5000', '+44 20 8825 5000', '02088255000' → true; '0100012345', '2025-04-01' → false
 */
export function isTelephone(cell: string): boolean {
  if (!written.test(cell)) return false
  const digits = cell.replaceAll(/\D/g, '').replace(/^(?:0044|44(?=\d{10}$))0?/, '0')
  const isParted = /^(?:\+44|\(?0\d{2,4}\)?[ -])/.test(cell)
  return isParted ? /^0[1237]\d{8,9}$/.test(digits) : /^0[1237]\d{9}$/.test(digits)
}
