/** npm run --silent annotate -- [--input sentences|text|html] [--format jsonl|json|md|csv] [FILE…] */
import { parseArgs } from 'node:util';
import { annotateDocuments } from './documents';
import { sourcesOf } from './input';
import { loadModel } from './model';
import { annotateSentences, type Format } from './sentences';

const USAGE = `usage: npm run --silent annotate -- [--input sentences|text|html] [--format jsonl|json|md|csv] [FILE…]
  --input sentences  JSON lines {"id", "text", "prev"?, "next"?} (the default)
  --input text       plain text; paragraphs set apart by empty lines
  --input html       a saved page
Standard input is read where no file is named. Exit status: 0, 1 where some input could not be read, 2 wrong use.`;

const INPUTS = ['sentences', 'text', 'html'] as const;
const FORMATS = ['jsonl', 'json', 'md', 'csv'] as const;

function fail(message: string): never {
  console.error(`${message}\n${USAGE}`);
  process.exit(2);
}

function options(): { input: (typeof INPUTS)[number]; format: Format; files: string[] } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        input: { type: 'string', default: 'sentences' },
        format: { type: 'string', default: 'jsonl' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    const input =
      INPUTS.find((name) => name === values.input) ??
      fail(`--input ${values.input}: is none of ${INPUTS.join(', ')}`);
    const format =
      FORMATS.find((name) => name === values.format) ??
      fail(`--format ${values.format}: is none of ${FORMATS.join(', ')}`);
    return { input, format, files: positionals };
  } catch (error) {
    return fail((error as Error).message);
  }
}

const { input, format, files } = options();
const report = (problem: string): void => {
  console.error(problem);
  process.exitCode = 1;
};
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of our output may have seen enough ("| head").
  if (error.code === 'EPIPE') process.exit(0);
  console.error(`the output could not be written (${error.message}); it is not complete`);
  process.exit(1);
});
const model = await loadModel();
const sources = await sourcesOf(files, report);
if (input === 'sentences') await annotateSentences(sources, format, model, report);
else await annotateDocuments(input, sources, format, model, report);
