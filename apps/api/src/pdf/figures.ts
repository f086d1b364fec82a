/** A number with its signs, or the dash that stands for none. */
const FIGURE = /^[+−-]?[\d.,\s\u00a0]+%?$|^–?$/

/**
 * Whether a column holds numbers only, which then stand below each other by their last digit.
 *
 * @example isFigures(['71', '8', '–']) // true
 */
export const isFigures = (cells: readonly string[]): boolean =>
  cells.some(cell => /\d/.test(cell)) && cells.every(cell => FIGURE.test(cell))
