import type { Page } from '@sixfold/testkit/browser'

const words = { en: /^Saved \d/, vi: /^Đã lưu \d/ }

/** Waits until nothing of the survey is on the device alone, and the editor says so. */
export async function saved(page: Page, language: keyof typeof words = 'en'): Promise<void> {
  await page.waitForFunction(
    () => !Object.keys(localStorage).some(key => key.startsWith('sixfold.work/')),
    undefined,
  )
  await page.getByText(words[language]).waitFor()
}
