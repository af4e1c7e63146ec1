/** How long the account numbers of each country are. */
const lengths = new Map(
  'GB22 GI23 IE22 DE22 FR27 ES24 IT27 PL28 PT25 NL18 BE16 RO24 BG22 LT20 LV21 EE20 HU28 CZ24 SK24 GR27 CY28 MT31 SE24 DK18 NO15 FI18 AT20 CH21 LU20 HR21 SI19 TR26 AE23 SA24 PK24 IL23 UA29'
    .split(' ')
    .map((one) => [one.slice(0, 2), Number(one.slice(2))]),
)
const formed = /(?<![A-Z\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]{4}){2,7}(?:[ -]?[A-Z\d]{1,3})?(?![A-Z\d])/gi

/** Whether a text has a bank account in it, by the length that its country has and its check digits. */
export function holdsIban(text: string): boolean {
  return (text.match(formed) ?? []).some((found) => isIban(found.replaceAll(/[ -]/g, '').toUpperCase()))
}

/** The country and the check digits stand behind the account; letters count from 10; the whole leaves 1 over 97. */
function isIban(written: string): boolean {
  if (written.length !== lengths.get(written.slice(0, 2))) return false
  let rest = 0
  for (const character of written.slice(4) + written.slice(0, 4))
    for (const digit of String(Number.parseInt(character, 36))) rest = (10 * rest + Number(digit)) % 97
  return rest === 1
}
