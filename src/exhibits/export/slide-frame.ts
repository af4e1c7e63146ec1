/** Inches: a wide slide is 13.33 by 7.5. */
export const slide = { width: 13.33, height: 7.5, margin: 0.5 }
export const body = { top: 2.05, height: 4.45, picture: 9.1 }
/** width of what stands between the margins */
export const across = slide.width - 2 * slide.margin

/** Colours of the slides as six hexadecimal digits, from the tokens of the light theme. */
export interface SlidePalette {
  text: string
  muted: string
  rule: string
}
