// @vitest-environment jsdom
import './fake-browser';
import './fake-dialog';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorWords } from '../../../components/errors';
import { ImportDialog } from '../../../components/exchange/ImportDialog';
import { TemplateEditor } from '../../../components/exchange/TemplateEditor';
import { type ProblemData, problemWords } from '../../../components/problem-words';
import { writeAs } from '../../../exchange/formats';
import { PROBLEMS, SHAPES } from '../../../exchange/problems';
import { readFile } from '../../../exchange/reading';
import { fillTemplate } from '../../../exchange/template';
import { annotation, LATER } from '../annotations/samples';
import { speak } from './fake-browser';

afterEach(() => speak('en'));

describe.each(['en', 'ko', 'zh_CN'] as const)('%s', (language) => {
  beforeEach(() => speak(language));

  it.each(Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[])(
    'has words for %s, with all its values',
    (key) => {
      const values = PROBLEMS[key].map((_, i) => `«${i}»`);
      const words = problemWords({ key, values } as unknown as ProblemData);
      expect(words.replace(/«\d»/g, '')).toMatch(/\p{L}/u);
      for (const value of values) expect(words).toContain(value);
      if (language !== 'en')
        expect(words).toMatch(language === 'ko' ? /\p{Script=Hangul}/u : /\p{Script=Han}/u);
    },
  );

  it('has words for every shape', () => {
    const frame = problemWords({ key: 'expected', values: ['', ''] }).length;
    for (const shape of SHAPES) {
      const words = problemWords({ key: 'expected', values: [shape, '""'] });
      expect(words.length).toBeGreaterThan(frame + 2);
      // Were it unknown, its name would stand there.
      if (language !== 'en' && shape !== 'id') expect(words.split(/[^\w]+/)).not.toContain(shape);
    }
  });
});

/** What is wrong with a file, as the import's dialog says it: its one sentence, or the table's rows, cell by cell. */
async function saidOfFile(text: string): Promise<string | string[][]> {
  const room = document.createElement('div');
  const { errors } = readFile(text, LATER);
  // As a worker would hand it over.
  const outcome = structuredClone({
    added: 0,
    updated: 0,
    unchanged: 0,
    notes: 0,
    views: 0,
    deletions: 0,
    errors,
  });
  const session = { tryOut: async () => outcome, take: async () => outcome, end: () => undefined };
  await act(() => render(<ImportDialog onImport={() => session} onClose={() => undefined} />, room));
  const field = room.querySelector<HTMLInputElement>('input[type=file]');
  Object.defineProperty(field, 'files', { value: [new File([text], 'notes.json')] });
  await act(async () => void field?.dispatchEvent(new Event('change')));
  const rows = [...room.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent),
  );
  const whole = room.querySelector('[aria-live]')?.textContent ?? '';
  render(null, room);
  return rows.length ? rows : whole;
}

/** What a template's field says of it. */
function saidOf(template: string): string | null | undefined {
  const room = document.createElement('div');
  const onPreview = (text: string) => fillTemplate(text, { title: 'T', claims: [] });
  const variables = { article: [], claim: [] };
  render(
    <TemplateEditor
      template={template}
      startingTemplate=""
      variables={variables}
      onPreview={onPreview}
      onTemplate={() => undefined}
    />,
    room,
  );
  return room.querySelector('.notice.error')?.textContent;
}

describe('a reader of Korean', () => {
  beforeEach(() => speak('ko'));

  it('is told in Korean what is wrong with a file', async () => {
    // Of a file that is wrong as a whole only that is said: no counts of nothing, no table.
    expect(await saidOfFile('{}')).toBe(
      'Tightrope가 가져올 수 없는 파일입니다(필요한 값: "format", 실제 값: 없음). Tightrope에서 내보낸 JSON·JSON-LD 파일이나 Hypothesis, Obsidian Web Clipper의 JSON 파일을 선택하세요. 기존 내용은 바뀌지 않았습니다.',
    );
    const bad = { ...annotation(), note: 7, created: 'today' };
    expect(await saidOfFile(writeAs('json', [annotation(), bad as never], { exported: LATER }))).toEqual([
      ['2', 'note', '필요한 값: 텍스트, 실제 값: 7'],
      ['2', 'created', '필요한 값: 2021-04-02T09:30:00.000Z와 같은 시각, 실제 값: "today"'],
    ]);
  });

  it('is told in Korean what is wrong with a template, where it is written and where it is used', () => {
    const words = '템플릿 2행: 여기에는 “nope” 변수가 없습니다. 쓸 수 있는 변수: claims, title';
    expect(saidOf('\n{{nope}}')).toBe(words);
    expect(saidOf('{{title}}')).toBeUndefined();
    let thrown: unknown;
    try {
      fillTemplate('\n{{nope}}', { title: '', claims: [] });
    } catch (error) {
      thrown = error;
    }
    expect(errorWords(thrown)).toBe(words);
  });
});

it('a template’s tags stand in the words as they stand in the template', () => {
  expect(saidOf('{{else}}')).toBe('Line 1 of the template: {{else}} stands outside of an {{#if}}');
  expect(saidOf('{{#if title}}')).toBe('Line 1 of the template: {{#if title}} is never closed');
  expect(saidOf('{{/each}}')).toBe('Line 1 of the template: {{/each}} closes nothing that is open');
  expect(saidOf('{{a b}}')).toBe('Line 1 of the template: {{a b}} is none of the forms a template knows');
  expect(saidOf('{{claims}}')).toBe('Line 1 of the template: “claims” is a list; use {{#each claims}}');
});
