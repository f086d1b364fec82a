import type { Locator, Page } from '@sixfold/testkit/browser'

/** Around a control, so that a ring about it is seen. */
const MARGIN = 6

/** A picture of a control and what is close around it. */
async function picture(page: Page, control: Locator): Promise<string> {
  const box = await control.boundingBox()
  if (!box) throw new Error('nothing to take a picture of')
  const clip = {
    x: box.x - MARGIN,
    y: box.y - MARGIN,
    width: box.width + 2 * MARGIN,
    height: box.height + 2 * MARGIN,
  }
  return (await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })).toString('base64')
}

/** How many points of a control differ, by a contrast of 3 to 1 or more, once something was done (WCAG 1.4.11). */
export async function seenDifference(
  page: Page,
  control: Locator,
  act: () => Promise<unknown>,
): Promise<number> {
  await control.evaluate(element => element.scrollIntoView({ block: 'center' }))
  const before = await picture(page, control)
  await act()
  const after = await picture(page, control)
  return page.evaluate(contrastingPoints, [before, after])
}

async function contrastingPoints(pictures: string[]): Promise<number> {
  const [before = [], after = []] = await Promise.all(
    pictures.map(async base64 => {
      const image = new Image()
      image.src = `data:image/png;base64,${base64}`
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')
      canvas?.drawImage(image, 0, 0)
      const { data } = canvas?.getImageData(0, 0, image.width, image.height) ?? {
        data: new Uint8ClampedArray(),
      }
      const part = (value = 0) => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4)
      return Array.from(
        { length: data.length / 4 },
        (_, at) =>
          0.2126 * part(data[4 * at]) + 0.7152 * part(data[4 * at + 1]) + 0.0722 * part(data[4 * at + 2]),
      )
    }),
  )
  return before.filter((luminance, at) => {
    const other = after[at] ?? 0
    return (Math.max(luminance, other) + 0.05) / (Math.min(luminance, other) + 0.05) >= 3
  }).length
}
