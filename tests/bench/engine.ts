/** The engine beside the segmenter alone and beside a whole language pipeline, in one Node process. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { analyse } from '../../engine/analyse';
import { mayConcern } from '../../engine/en/gate';
import { sentencesOf } from '../../engine/en/sentences';
import { readModel } from '../../engine/model';
import { type Example, readTsv } from '../../training/examples';
import { type Bench, median, type Row } from './types';

const ROUNDS = 11;
const MODEL = 'public/engine/model.bin';

/** Milliseconds of the middle one of several runs, after one that does not count. */
function time(work: () => unknown, rounds = ROUNDS): number {
  work();
  return median(
    Array.from({ length: rounds }, () => {
      const began = performance.now();
      work();
      return performance.now() - began;
    }),
  );
}

const fixture = (name: string): Example[] => readTsv(`tests/fixtures/engine/${name}.tsv`, name);

/** Sentences in paragraphs of four, repeated up to a length in code units. */
function textOf(sentences: readonly Example[], length: number): string {
  const paragraphs: string[] = [];
  for (let at = 0; at < sentences.length; at += 4)
    paragraphs.push(
      sentences
        .slice(at, at + 4)
        .map(({ text }) => text)
        .join(' '),
    );
  const once = paragraphs.join('\n');
  return Array.from({ length: Math.ceil(length / once.length) }, () => once)
    .join('\n')
    .slice(0, length);
}

/** An article of a thousand words on the subject: every second sentence is. */
function article(): string {
  const [on, off] = [fixture('op-ed'), fixture('off-topic')];
  const words: string[] = [];
  for (let at = 0; words.length < 1000; at++)
    words.push(...`${on[at]?.text ?? ''} ${off[at]?.text ?? ''}${at % 2 ? '\n' : ' '}`.split(' '));
  return words.slice(0, 1000).join(' ');
}

/** wink-nlp (MIT) as its documentation starts it; loads its model anew each time. */
function loadWink(): (text: string) => unknown {
  const require = createRequire(resolve('package.json'));
  for (const id of Object.keys(require.cache)) if (/wink-/.test(id)) delete require.cache[id];
  const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'));
  return (text) => nlp.readDoc(text).entities().out();
}

const segmentOnly = (text: string): number => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  let count = 0;
  for (const line of text.split('\n')) for (const _ of segmenter.segment(line)) count += 1;
  return count;
};

async function run(): Promise<Row[]> {
  // First of all, while little else comes and goes: buffers alone, which is what the weights are made of.
  const before = process.memoryUsage().arrayBuffers;
  const model = readModel(readFileSync(MODEL));
  const held = process.memoryUsage().arrayBuffers - before;
  const offTopic = textOf(fixture('off-topic').slice(0, 100), 1_000_000);
  const onTopic = textOf(fixture('op-ed'), 60_000);
  const megabytes = (text: string, ms: number): number => text.length / 1e6 / (ms / 1e3);

  const segmenter = time(() => segmentOnly(offTopic));
  const gate = time(() =>
    sentencesOf(offTopic).filter(({ start, end }) => mayConcern(offTopic.slice(start, end))),
  );
  const whole = time(() => analyse(offTopic, { model }));
  const close = time(() => analyse(onTopic, { model }), 5);
  const text = article();
  const wink = loadWink();
  const ours = time(() => analyse(text, { model }));
  const theirs = time(() => wink(text));
  const load = time(() => readModel(readFileSync(MODEL)));
  const winkLoad = time(loadWink, 5);

  const speed = (name: string, t: string, ms: number, reference: string, ratio: number | null): Row => ({
    name,
    value: megabytes(t, ms),
    unit: 'MB/s',
    reference,
    ratio,
  });
  return [
    speed('engine: Intl.Segmenter alone, off-topic text', offTopic, segmenter, '', null),
    speed(
      'engine: sentences and gate, off-topic text',
      offTopic,
      gate,
      'segmenter, at least 0.3',
      segmenter / gate,
    ),
    speed('engine: analyse, off-topic text', offTopic, whole, 'segmenter', segmenter / whole),
    speed('engine: analyse, opinion on the subject', onTopic, close, '', null),
    {
      name: 'engine: analyse, opinion on the subject',
      value: sentencesOf(onTopic).length / (close / 1e3),
      unit: 'sentences/s',
      reference: '',
      ratio: null,
    },
    {
      name: 'engine: article of 1,000 words',
      value: ours,
      unit: 'ms',
      reference: 'wink-nlp pipeline, at most 20',
      ratio: ours / theirs,
    },
    {
      name: 'engine: cold load of the weights',
      value: load,
      unit: 'ms',
      reference: 'wink-nlp load, at most 1',
      ratio: load / winkLoad,
    },
    {
      name: 'engine: memory of the weights',
      value: held / 1e6,
      unit: 'MB',
      reference: '',
      ratio: null,
    },
  ];
}

export const engineBench: Bench = { name: 'engine', run };
