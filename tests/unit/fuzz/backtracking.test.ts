/** Catastrophic backtracking: text that drives regular expressions to try everything, in the lengths a page can have. */
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { pageKeyOf, siteOfHost } from '../../../annotations/address';
import { resolveReferences } from '../../../annotations/character-references';
import { matchesFilter } from '../../../annotations/filter';
import { fingerprintOf } from '../../../annotations/fingerprint';
import { normaliseQuote } from '../../../annotations/quote-hash';
import { analyse } from '../../../engine/analyse';
import { clausesOf } from '../../../engine/en/clauses';
import { sentencesOf } from '../../../engine/en/sentences';
import { tokensOf } from '../../../engine/en/tokens';
import { languageOf } from '../../../engine/language';
import { readModel } from '../../../engine/model';
import { fileName } from '../../../exchange/file-name';
import { EXPORT_FORMATS, type ExportFormat, writeAs } from '../../../exchange/formats';
import { fromHypothesis } from '../../../exchange/hypothesis';
import { readFile } from '../../../exchange/reading';
import { fillTemplate } from '../../../exchange/template';
import { textOfHtml } from '../../../exchange/web-clipper';
import { anchor } from '../../../page/anchoring/anchor';
import { fold } from '../../../page/anchoring/fold';
import { textFragmentLink } from '../../../page/anchoring/fragment';
import { describe as describeSpan } from '../../../page/anchoring/selectors';
import { namesIn } from '../../../page/article/authors';
import { isoDate } from '../../../page/article/iso-date';
import { withoutRepeats } from '../../../page/article/repeats';
import { isOnSubject } from '../../../page/sentinel/subject';
import { annotationOf } from '../../../scripts/fuzz/annotations';
import { randomOf } from '../../../scripts/random';

vi.mock('wxt/browser', () => ({ browser: {} }));

const model = readModel(readFileSync('public/engine/model.bin'));
const sample = annotationOf(randomOf(1));

/** Code units, as many as a long article has; what grows with the square of them is far over a second here. */
const LENGTH = 60_000;
/** Milliseconds of this process's own work. */
const LONGEST = 1_000;

const UNITS = [
  'a',
  'A',
  ' ',
  '\n',
  '.',
  '"',
  '“',
  '”',
  "'",
  '-',
  '1',
  '1,',
  '1.',
  '1:00+00:00(',
  'a.',
  'A.',
  'a. ',
  'A. ',
  'Aa ',
  'aa.Aa',
  'U.S. ',
  'Mr. ',
  'Gen. Kim ',
  '?" ',
  '?” Kim ',
  'Kim. ',
  'No. 2 ',
  '(',
  ')',
  '[',
  '](',
  '<',
  '<a',
  '<br',
  '&',
  '&a',
  '{{',
  '#',
  '=',
  '*',
  '_',
  '`',
  '\\',
  '\\u',
  '%',
  '%2',
  '/',
  '//',
  '?a=b&',
  '..',
  '…',
  '\u00a0',
  '\u3000',
  '\u200d',
  '\ud800',
  '😀',
  '한',
  '中',
  '\n ',
  ' \n',
  '\t',
  'Seoul ',
  'Seoul urged Washington not to ',
  'the ally, ',
  "Korea's ",
  'x@',
  '@',
  ',',
  ';',
  '|',
  '{',
  '"",',
  '\u2028',
];

const strings = UNITS.flatMap((unit) => {
  const long = unit.repeat(LENGTH / unit.length);
  return [
    { name: JSON.stringify(unit), text: long },
    { name: `${JSON.stringify(unit)} and what does not fit`, text: `${long}\u0001!x` },
    { name: `${JSON.stringify(unit)} between two letters`, text: `x${long}x` },
  ];
});

/** An export of Hypothesis with a text wherever one may stand; the line's break keeps `$` from what it ends in. */
const hypothesisFile = (text: string) => ({
  export_userid: 'acct:reader@example.com',
  annotations: [
    {
      id: text,
      uri: `https://a.example/#/${text}`,
      text,
      tags: [text],
      created: text,
      user: `acct:${text}\n`,
      document: { title: [text] },
      target: [{ selector: [{ type: 'TextQuoteSelector', exact: text, prefix: text, suffix: text }] }],
    },
  ],
});

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  sentences: (text) => sentencesOf(text),
  tokens: (text) => tokensOf(text),
  'the engine': (text) => analyse(text, { model }),
  'the language': (text) => languageOf(text, text),
  'the fingerprint': (text) => fingerprintOf(text),
  'the quote’s hash': (text) => normaliseQuote(text),
  'the sentinel’s words': (text) => isOnSubject(text, text),
  folding: (text) => fold(text),
  anchoring: (text) => {
    const target = describeSpan({ start: 50, end: 250 }, text, []);
    const moved = { ...target, position: { ...target.position, start: 900, end: 1100 } };
    return anchor(moved, `x${text}`, { deadline: performance.now() + 500 });
  },
  'a link to a passage': (text) => textFragmentLink('https://a.example/', { start: 500, end: 700 }, text),
  // Chromium takes no address of more than 2 MB; servers none of more than some kilobytes.
  'an address': (text) =>
    ['', '?', '#/', '#/x?']
      .map((sign) => `https://a.example/${sign}${text}`)
      .concat(`https://${text}.example/`)
      .map((url) => URL.canParse(url) && pageKeyOf(url, `/${text}`)),
  'a host': (text) => siteOfHost(text),
  'an article’s authors': (text) => namesIn(text),
  'an article’s date': (text) => isoDate(`Jan 1 2026 1:00 GMT (${text.repeat(4)}`),
  'character references': (text) => resolveReferences(text),
  'what an article says again': (text) =>
    withoutRepeats([text, text.slice(0, 200)].map((one) => ({ start: 0, kind: 'paragraph', text: one }))),
  'a file name': (text) => fileName(text, '2026-01-01', 'md'),
  'a filter': (text) => matchesFilter({ ...sample, note: text }, { text: 'no such word' }),
  'an import': (text) => readFile(text, '2026-01-01T00:00:00.000Z'),
  'an import from Hypothesis': (text) => fromHypothesis(hypothesisFile(text), '2026-01-01T00:00:00.000Z'),
  'highlights of another program': (text) => textOfHtml(text),
  clauses: (text) => clausesOf(text),
  'a template of ours': (text) => fillTemplate(text, {}),
  'a tag of a template that is not closed': (text) => fillTemplate(`{{${text}`, {}),
};
const exports = (Object.keys(EXPORT_FORMATS) as ExportFormat[]).map(
  (name): [string, (text: string) => unknown] => [
    `the export as ${name}`,
    (text) => {
      const { quote } = sample.target;
      const target = { ...sample.target, quote: { ...quote, exact: text }, paragraph: text };
      const page = { ...sample.page, title: text };
      return writeAs(name, [{ ...sample, note: text, tags: [text], target, page }], {
        exported: '2026-01-01T00:00:00.000Z',
      });
    },
  ],
);

/** Milliseconds a reader worked at a text. */
function spentOn(read: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage();
  const began = performance.now();
  read(text);
  const { user, system } = process.cpuUsage(before);
  return Math.min(performance.now() - began, (user + system) / 1000);
}

describe('no text takes a second', () => {
  test.each([...Object.entries(readers), ...exports])('in %s', { timeout: 300_000 }, (_, read) => {
    const slow: string[] = [];
    for (const { name, text } of strings) {
      // A collection of garbage, or others at work on the machine, may slow one run down; what backtracks is slow in each.
      const runs: number[] = [];
      do runs.push(spentOn(read, text));
      while ((runs.at(-1) ?? 0) > LONGEST && runs.length < 3);
      const best = Math.min(...runs);
      if (best > LONGEST) slow.push(`${name}: ${Math.round(best)} ms`);
    }
    expect(slow).toEqual([]);
  });
});
