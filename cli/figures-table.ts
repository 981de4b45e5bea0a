import type { ArgumentFigures, Figures } from '../training/score';

const three = (figure: number): string => figure.toFixed(3);
const rate = ({ p, r, f1 }: Figures['link']): string => [p, r, f1].map(three).join(' ');

/** What the table says, line by line. */
const LINES: readonly (readonly [label: string, cell: (figures: Figures) => string])[] = [
  ['detection P / R / F1', ({ detection }) => rate(detection)],
  ['link P / R / F1', ({ link }) => rate(link)],
  ['link macro F1', ({ macro }) => three(macro)],
  ['top1', ({ top1 }) => three(top1)],
  ['top1 over all', ({ top1All }) => three(top1All)],
  ['MAP', ({ map }) => three(map)],
  ['stance accuracy', ({ stance }) => three(stance)],
  ['stance macro F1', ({ stanceMacro }) => three(stanceMacro)],
  ['stance over gold', ({ stanceOverGold }) => three(stanceOverGold)],
  ['ECE', ({ ece }) => three(ece)],
  ['Brier', ({ brier }) => three(brier)],
  ['marks per 1,000', ({ marks }) => marks.toFixed(1)],
  ['false per 1,000', ({ falseMarks }) => falseMarks.toFixed(1)],
];

const LABEL_WIDTH = 22;
const CELL_WIDTH = 20;

const lineOf = (label: string, cells: readonly string[]): string =>
  [label.padEnd(LABEL_WIDTH), ...cells.map((cell) => cell.padStart(CELL_WIDTH))].join('');

/** Figures of several methods side by side, as lines of text. */
export function figuresTable(methods: readonly (readonly [name: string, figures: Figures])[]): string {
  const head = lineOf(
    '',
    methods.map(([name]) => name),
  );
  const body = LINES.map(([label, cell]) =>
    lineOf(
      label,
      methods.map(([, figures]) => cell(figures)),
    ),
  );
  return [head, ...body].join('\n');
}

/** Links argument by argument, as lines of text. */
export function argumentsTable(figures: readonly ArgumentFigures[]): string {
  const width = Math.max(...figures.map(({ argument }) => argument.length), 0) + 2;
  return figures
    .map(
      ({ argument, pairs, ...link }) =>
        `${argument.padEnd(width)}${`${pairs} labelled`.padStart(14)}${rate(link).padStart(CELL_WIDTH)}`,
    )
    .join('\n');
}
