import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '../../annotations/types';
import { exportAll, importFile } from '../../scripts/browser/library';
import { editorial, wire } from '../../scripts/browser/samples';
import { cardButton, openCard, typeNote } from './harness/card';
import { browserName, openSession, type Session } from './harness/session';

let reader: Session;
let newcomer: Session;
beforeAll(async () => {
  reader = await openSession();
  const page = await reader.openPainted(wire.address);
  await openCard(page, 0);
  await (await cardButton(page, 'confirm')).click();
  await openCard(page, 1);
  await typeNote(page, '=1+1, "quoted"\n한국어 😀 </script>');
  await reader.recordsThat('the note', (records) => records.some(({ note }) => note.includes('</script>')));
  await reader.openPainted(editorial.address);
  newcomer = await openSession();
});
afterAll(async () => {
  await reader?.close();
  await newcomer?.close();
});

const byId = (records: readonly Annotation[]) => [...records].sort((a, b) => a.id.localeCompare(b.id));

describe(`notes out and in, in ${browserName}`, () => {
  test('an export imported into an empty profile gives the same records, and twice changes nothing', async () => {
    const file = await exportAll(await reader.openOwn('library.html'), 'JSON', reader.downloads);
    const mine = byId(await reader.records());
    expect(mine.length).toBeGreaterThanOrEqual(10);
    expect(await newcomer.records()).toEqual([]);

    const library = await newcomer.openOwn('library.html');
    expect(await importFile(library, file)).toContain(`${mine.length} claims added`);
    expect(byId(await newcomer.records())).toEqual(mine);

    await importFile(library, file);
    expect(byId(await newcomer.records())).toEqual(mine);
  });

  test('a bad record is named, and nothing is lost', async () => {
    const before = byId(await newcomer.records());
    const library = await newcomer.openOwn('library.html');
    const bad = join(newcomer.downloads, 'bad.json');
    writeFileSync(bad, '{"this is": "not an export"}');
    expect(await importFile(library, bad)).toMatch(/couldn’t be (read|taken)|could not be taken/);
    expect(byId(await newcomer.records())).toEqual(before);
  });

  test('Markdown has front matter and CSV no formula', async () => {
    const library = await reader.openOwn('library.html');
    const markdown = readFileSync(await exportAll(library, 'Markdown', reader.downloads), 'utf8');
    expect(markdown).toMatch(/^---\n[\s\S]+?\n---\n/);
    expect(markdown).toContain('한국어 😀');
    const csv = readFileSync(await exportAll(library, 'CSV', reader.downloads), 'utf8');
    expect(csv.trimEnd().split('\n').length).toBeGreaterThan((await reader.records()).length);
    expect(csv).not.toMatch(/(^|,)"?=1\+1/m);
  });
});
