// @vitest-environment jsdom
import './fake-browser';
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import { TEMPLATE_LENGTH } from '../../../annotations/settings';
import { TemplateEditor } from '../../../components/exchange/TemplateEditor';

it('takes no more than can be stored', () => {
  const room = document.createElement('div');
  const props = { template: '', startingTemplate: '', variables: { article: [], claim: [] } };
  render(h(TemplateEditor, { ...props, onPreview: () => '', onTemplate: () => undefined }), room);
  expect(room.querySelector('textarea')?.maxLength).toBe(TEMPLATE_LENGTH);
});
