import type { Annotation } from '../../annotations/types';
import { argumentOf, essayOf } from '../../essays/catalogue';
import { creditOf } from '../../essays/links';

const indent = (text: string, by: string) => text.replaceAll('\n', `\n${by}`);

/** The claims of a page as lines for the terminal: what, linked to what, how, how surely, and because of which words. */
export function describeClaims(annotations: readonly Annotation[]): string {
  const inOrder = [...annotations].sort((a, b) => a.target.position.start - b.target.position.start);
  return inOrder
    .map(({ target, matches }, index) => {
      const lines = matches.map(({ argument, stance, confidence, cues }) => {
        const { label, essay, paragraph } = argumentOf(argument);
        const words = cues.map(({ start, end }) => `“${target.quote.exact.slice(start, end)}”`);
        return [
          `     ${stance} “${label}”, confidence ${confidence.toFixed(2)}`,
          `       ${argument} (${creditOf(essayOf(essay))}, paragraph ${paragraph})`,
          `       cues: ${words.join(' ') || 'none'}`,
        ].join('\n');
      });
      const text = target.quote.exact.replace(/\s+/g, ' ').trim();
      return `${String(index + 1).padStart(3)}. ${indent(text, '     ')}\n${lines.join('\n')}`;
    })
    .join('\n');
}
