import { site } from '@sixfold/contract/open-links'

/** Lines that say something. */
export function linesOf(text: string): string[] {
  return text
    .split(/\s+/)
    .map(line => line.replace(/\/$/, ''))
    .filter(line => line !== '')
}

export const isOrigin = (text: string): boolean => site.safeParse(text).success
