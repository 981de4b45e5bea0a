/** A reader's day for the load test: its articles, no two alike, and what was kept of the days before. */
import type { Annotation, Page } from '../../annotations/types';
import { arguments_ } from '../../essays/catalogue';
import { outlets } from '../../page/outlets';
import { editorial, offTopic, type Sample, wire } from '../browser/samples';
import { pick, type Random, randomOf } from '../random';

export interface Article {
  readonly address: string;
  readonly html: string;
  readonly isOnSubject: boolean;
}

/** English, of which no claim can be made. */
const VOCABULARY =
  'the of and to in a is that it for on with as was at by this from they we say her she or an will my one all there their what so up out if about who get which go me when make can like time no just him know take into your good some could them see other than then now look only come its over think also back after use two how our work first well way even new want because any these give day most baker garden river violin weather bicycle library kitchen market summer winter island forest castle doctor painter teacher student'.split(
    ' ',
  );
const words = (count: number, random: Random) =>
  Array.from({ length: count }, () => pick(VOCABULARY, random)).join(' ');

/** Words of its own after each later paragraph, or the articles of one outlet would be taken for one that moved. */
const OWN_WORDS = 160;
/** Paragraphs left as they are: by these it is known what the article is about. */
const LEAD = 4;

/** An article under an address of its own. One in four is on something else. */
export function articleOf(n: number): Article {
  const sample: Sample = [wire, editorial, wire, offTopic][n % 4] ?? wire;
  const address = `https://www.${outlets[n % outlets.length]?.hosts[0]}/world/2026/report-${n}-on-the-alliance`;
  const random = randomOf(n + 1);
  let paragraph = 0;
  const html = sample.html.replaceAll(sample.address, address).replaceAll('</p>', (end) => {
    paragraph += 1;
    return paragraph > LEAD ? `</p><p>${words(OWN_WORDS, random)}.${end}` : end;
  });
  return { address, html, isOnSubject: sample !== offTopic };
}

/** How many claims an article of the days before has. */
const CLAIMS = 15;

/** Annotations of the days before, of articles the day itself does not come to. */
export function annotationsBefore(count: number): Annotation[] {
  const random = randomOf(7);
  return Array.from({ length: count }, (_, n): Annotation => {
    const article = Math.floor(n / CLAIMS);
    const outlet = outlets[article % outlets.length];
    const key = `https://${outlet?.hosts[0]}/archive/${article}`;
    const page: Page = {
      key,
      url: key,
      title: `Of the days before, ${article}`,
      outlet: outlet?.name ?? '',
      published: '2026-01-05T00:00:00.000Z',
      language: 'en',
      fingerprint: '',
    };
    const exact = `${words(24, random)}.`;
    const start = (n % CLAIMS) * 1000;
    const time = new Date(Date.UTC(2026, 0, 5) + n * 60_000).toISOString();
    const argument = pick(arguments_, random).id;
    return {
      id: `before-${n}`,
      page,
      target: {
        quote: { type: 'TextQuoteSelector', exact, prefix: words(5, random), suffix: words(5, random) },
        position: { type: 'TextPositionSelector', start, end: start + exact.length },
        paragraph: `${exact} ${words(40, random)}.`,
        headline: page.title,
      },
      matches: [
        {
          argument,
          stance: 'echoes',
          confidence: 0.8,
          cues: [{ start: 0, end: 6 }],
          why: { actors: ['korea', 'us'], deciding: [exact.slice(0, 6)], stanceWords: [] },
        },
      ],
      verdict: n % 10 ? 'found' : 'confirmed',
      correction: null,
      note: '',
      tags: [],
      engine: '0.1.0',
      anchor: { state: 'anchored', span: { start, end: start + exact.length } },
      created: time,
      modified: time,
      touched: n % 10 ? {} : { verdict: time },
    };
  });
}
