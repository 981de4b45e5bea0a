/** The interface's languages: the same keys, the same gaps to fill, nothing empty, nothing unused. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedMessage, parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';
import { arguments_ } from '../../../essays/catalogue';

const root = join(import.meta.dirname, '../../..');
const LANGUAGES = ['en', 'ko', 'zh_CN'] as const;

/** Messages by key; the browser's own (`@@…`) are none of ours. */
async function messagesOf(language: string): Promise<Map<string, ParsedMessage>> {
  const messages = await parseMessagesFile(join(root, 'locales', `${language}.yml`));
  return new Map(
    messages
      .map((message) => [message.key.join('.'), message] as const)
      .filter(([key]) => !key.startsWith('@@')),
  );
}

const textsOf = (message: ParsedMessage): string[] =>
  message.type === 'plural' ? Object.values(message.plurals) : [message.message];

/** The gaps of a message, such as `$1,$2`. */
const gapsOf = (message: ParsedMessage): string =>
  [...new Set(textsOf(message).flatMap((text) => text.match(/\$\d|%s/g) ?? []))].sort().join();

const english = await messagesOf('en');

// There the key is a text the compiler does not check, and the browser shows nothing for one it lacks.
test.each([
  ['services/tabs/gestures.ts', /title: '(\w+)'/g],
  ['wxt.config.ts', /__MSG_(\w+)__/g],
])('has what %s asks the browser for', (file, pattern) => {
  const asked = [...readFileSync(join(root, file), 'utf8').matchAll(pattern)].map(([, key]) => key);
  expect(asked.length).toBeGreaterThan(2);
  const known = [...english.keys()].map((key) => key.replaceAll('.', '_'));
  expect(asked.filter((key) => !known.includes(key ?? ''))).toEqual([]);
});

describe.each(LANGUAGES)('%s', async (language) => {
  const messages = await messagesOf(language);

  test('has the keys of English', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('has the gaps and plurals of English', () => {
    const shape = (of: Map<string, ParsedMessage>) =>
      [...english.keys()].map((key) => {
        const message = of.get(key);
        return [key, message && gapsOf(message), message?.type];
      });
    expect(shape(messages)).toEqual(shape(english));
  });

  test('says nothing of the subject where nothing was found, since any page can be asked for', () => {
    const message = messages.get('state.nothingFound.text');
    expect(message && textsOf(message).join()).not.toMatch(/subject|주제|主题/);
  });

  test('leaves nothing empty', () => {
    const empty = [...messages]
      .filter(([, message]) => textsOf(message).some((text) => !text.trim()))
      .map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test('names and states all 28 arguments', () => {
    const keys = arguments_.flatMap(({ id }) => {
      const key = `argument.${id.replace('/', '.').replaceAll('-', '_')}`;
      return [`${key}.label`, `${key}.thesis`];
    });
    expect(keys.filter((key) => !messages.has(key))).toEqual([]);
  });
});

test('the plural forms are those the language knows', async () => {
  const forms = async (language: string) =>
    new Set(
      [...(await messagesOf(language)).values()].flatMap((message) =>
        message.type === 'plural' ? Object.keys(message.plurals).sort().join() : [],
      ),
    );
  expect(await forms('en')).toEqual(new Set(['1,n']));
  expect(await forms('ko')).toEqual(new Set(['n']));
  expect(await forms('zh_CN')).toEqual(new Set(['n']));
});

describe('the words of docs/contributing.md', async () => {
  const korean = await messagesOf('ko');
  const chinese = await messagesOf('zh_CN');
  /** Where a word is code, or part of a phrase that means something else. */
  const others = ['template.claimVariables', 'welcome.title'];

  test.each([
    [/\bessays?\b/i, '기고문', '时评'],
    [/\barticles?\b/i, '기사', '文章'],
    [/\barguments?\b/i, '논점', '论点'],
    [/\bclaims?\b/i, '주장', '论断'],
    [/\bstances?\b/i, '입장', '立场'],
    [/\bconfirm/i, '확인', '确认'],
    [/\bdismiss/i, '기각', '否定'],
    [/\bconfidence\b/i, '확신도', '把握'],
    [/\bannotat/i, '주석', '批注'],
    [/\bnotes?\b/i, '메모', '笔记'],
    [/\btags?\b/i, '태그', '标签'],
    [/\bmute/i, '숨', '隐藏'],
    [/\blibrary\b/i, '서재', '资料库'],
    [/\boutlets?\b/i, '매체', '媒体'],
    [/\bprivate windows?\b/i, '사생활 보호 창', '隐私窗口'],
  ])('%s', (word, inKorean, inChinese) => {
    const keys = [...english]
      .filter(
        ([key, message]) =>
          !/^argument\./.test(key) && !others.includes(key) && word.test(textsOf(message).join()),
      )
      .map(([key]) => key);
    const without = (of: Map<string, ParsedMessage>, term: string) =>
      keys.filter((key) => !textsOf(of.get(key) as ParsedMessage).every((text) => text.includes(term)));
    expect(keys).not.toEqual([]);
    expect([without(korean, inKorean), without(chinese, inChinese)]).toEqual([[], []]);
  });

  const slips = (of: Map<string, ParsedMessage>, pattern: RegExp) =>
    [...of].filter(([, message]) => textsOf(message).some((text) => pattern.test(text))).map(([key]) => key);

  test('Korean needs no particle to fit what is inserted', () => {
    expect(slips(korean, /\$\d[”)]?(?:을|를|은|는|과|와|로|으로|이|가)(?![가-힣])/)).toEqual([]);
  });

  test('Chinese has its own punctuation, and a space beside Latin letters and figures', () => {
    expect(slips(chinese, /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u)).toEqual([]);
    expect(slips(chinese, /\p{Script=Han}[\w$]|[\w%]\p{Script=Han}/u)).toEqual([]);
  });
});

test('the English labels and theses are the catalogue’s', () => {
  for (const { id, label, thesis } of arguments_) {
    const key = `argument.${id.replace('/', '.').replaceAll('-', '_')}`;
    expect(textsOf(english.get(`${key}.label`) as ParsedMessage)).toEqual([label]);
    expect(textsOf(english.get(`${key}.thesis`) as ParsedMessage)).toEqual([thesis]);
  }
});

test('every message is used', () => {
  const sources = ['components', 'entrypoints', 'page', 'services', 'wxt.config.ts']
    .flatMap((path) =>
      path.endsWith('.ts')
        ? [path]
        : readdirSync(join(root, path), { recursive: true, encoding: 'utf8' }).map((name) =>
            join(path, name),
          ),
    )
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  // Families whose keys are put together at run time, as in t(`stance.${stance}`).
  const families = [...sources.matchAll(/`([\w.]+\.)\$\{/g)].map(([, family = '']) => family);
  const unused = [...english.keys()].filter(
    (key) =>
      !sources.includes(`'${key}'`) &&
      !sources.includes(key.replaceAll('.', '_')) &&
      !families.some((family) => key.startsWith(family)),
  );
  expect(unused).toEqual(['name', 'description'].filter((key) => unused.includes(key)));
});
