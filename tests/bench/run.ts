/**
 * `npm run bench [-- NAME…]`: measures, prints a table, and writes `.output/bench.tsv` (name, value, unit, reference,
 * ratio). Names choose benches; without one all are run.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { budgetBench } from './budget';
import { engineBench } from './engine';
import { notesBench } from './notes';
import { pageBench } from './page';
import { traceBench } from './page-trace';
import type { Bench, Row } from './types';

const benches: readonly Bench[] = [engineBench, pageBench, traceBench, notesBench, budgetBench];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(', ')}; there are ${benches.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const rows: Row[] = [];
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  console.error(`${bench.name} …`);
  try {
    rows.push(...(await bench.run()));
  } catch (problem) {
    console.error(`${bench.name}: ${problem instanceof Error ? problem.message : String(problem)}`);
    process.exitCode = 1;
  }
}

const figure = (value: number) => String(Number(value.toPrecision(4)));
const cells = rows.map(({ name, value, unit, reference, ratio }) => [
  name,
  figure(value),
  unit,
  reference,
  ratio === null ? '' : figure(ratio),
]);
const table = [['name', 'value', 'unit', 'reference', 'ratio'], ...cells];
mkdirSync('.output', { recursive: true });
writeFileSync('.output/bench.tsv', `${table.map((row) => row.join('\t')).join('\n')}\n`);
const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
for (const row of table)
  console.log(
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
