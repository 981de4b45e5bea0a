// @vitest-environment jsdom
import './fake-browser';
import './fake-dialog';
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import { ExportDialog } from '../../../components/exchange/ExportDialog';

const nothing = () => undefined;

it('offers no empty table where all there is are notes, which a table has no place for', async () => {
  const room = document.body.appendChild(document.createElement('div'));
  const template = { template: '', startingTemplate: '', variables: { article: [], claim: [] } };
  const props = {
    template: { ...template, onPreview: () => '', onTemplate: nothing },
    exporting: { onExport: nothing, onCopy: nothing },
    onClose: nothing,
  };
  render(h(ExportDialog, { ...props, shown: 0, total: 0, hasNotes: true }), room);
  const isOff = () => room.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled;
  const choose = (words: string) =>
    [...room.querySelectorAll('label')].find((label) => label.textContent?.includes(words))?.click();
  choose('Everything');
  await expect.poll(isOff).toBe(false);
  choose('CSV');
  await expect.poll(isOff).toBe(true);
  choose('RIS');
  await expect.poll(isOff).toBe(false);
});
