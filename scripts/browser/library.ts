/** What a reader does in the library to take notes out and bring them in. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { until } from './until';

/** The whole files in a folder, each with when it was written: a browser may write one of a known name over the other. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !/\.(crdownload|part)$/.test(name) && !name.startsWith('.'))
    .map((name) => ({ name, ...statSync(join(folder, name)) }))
    .filter(({ size }) => size > 0)
    .map(({ name, mtimeMs }) => `${name}\n${mtimeMs}`);

const label = (text: string) => `::-p-xpath(//dialog//label[contains(., ${JSON.stringify(text)})])`;

/** Exports all notes in a format (`Markdown`, `CSV`, `JSON`) and gives the path of the file that arrives. */
export async function exportAll(library: Page, format: string, downloads: string): Promise<string> {
  const before = new Set(filesIn(downloads));
  await library.bringToFront();
  await library.locator('header button[title="Export"]').click();
  await library.locator(label('Everything')).click();
  await library.locator(label(format)).click();
  await library.locator('dialog button[type=submit]').click();
  const file = await until(`the ${format} file in ${downloads}`, () =>
    filesIn(downloads).find((candidate) => !before.has(candidate)),
  );
  return join(downloads, file.split('\n')[0] ?? '');
}

/** Imports a file, looking at what it would do first; gives what the dialog says in the end. */
export async function importFile(library: Page, path: string): Promise<string> {
  await library.bringToFront();
  await library.locator('header button[title="Import"]').click();
  const chooser = await library.waitForSelector('dialog input[type=file]');
  await chooser?.uploadFile(path);
  const said = () => library.$eval('dialog [aria-live]', (region) => region.textContent ?? '');
  await until('what the import would do', async () => (await said()) !== '');
  const take = 'dialog .dialog-buttons button.primary';
  if (await library.$(take)) {
    const tried = await said();
    await library.locator(take).click();
    await until('the import to be done', async () => !['', tried].includes(await said()));
  }
  const outcome = await said();
  await library.keyboard.press('Escape');
  return outcome;
}
