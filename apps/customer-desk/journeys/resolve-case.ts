import type { Page } from '@sixfold/testkit/browser'

/** On a case's page: names what was behind it and tells the customer what was done. */
export async function resolveCase(page: Page, told: string): Promise<void> {
  await page.getByRole('button', { name: 'Resolve', exact: true }).click()
  await page.getByRole('combobox', { name: 'Root cause' }).click()
  await page.getByRole('option', { name: 'Carrier or supplier' }).click()
  const factor = page.getByRole('combobox', { name: 'Factor' })
  // Once it was named it stays.
  if ((await factor.inputValue()) === '') {
    await factor.click()
    await page.getByRole('option', { name: 'Delivery' }).click()
  }
  await page.getByRole('textbox', { name: 'What the customer reads' }).fill(told)
  await page.getByRole('button', { name: 'Resolve and tell the customer' }).click()
  await page.getByText('We wait for it. Only the customer closes the case.').waitFor()
}
