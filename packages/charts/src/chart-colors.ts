/** The tokens that charts use, by the names they have in the style sheet. */
export const chartTokens = [
  'surface',
  'sunken',
  'line',
  'line-strong',
  'text',
  'text-2',
  'text-3',
  'problem',
  'factor-1',
  'factor-2',
  'factor-3',
  'factor-4',
  'factor-5',
  'factor-6',
] as const
export type ChartToken = (typeof chartTokens)[number]

export type ChartColors = Readonly<Record<ChartToken, string>>

/** The light tokens, for drawings that are made where there is no style sheet. A test holds them equal to it. */
export const paperColors: ChartColors = {
  surface: '#fffefb',
  sunken: '#edeae3',
  line: '#dfdad0',
  'line-strong': '#857e72',
  text: '#211f1b',
  'text-2': '#514c44',
  'text-3': '#696358',
  problem: '#a8231c',
  'factor-1': '#0069b9',
  'factor-2': '#622b72',
  'factor-3': '#bb4e78',
  'factor-4': '#8d8e3c',
  'factor-5': '#873f00',
  'factor-6': '#009397',
}
