/**
 * Markdown by the reader's own template. `{{name}}` puts a value in; `{{name|yaml}}` quotes it for front matter;
 * `{{#if name}}…{{else}}…{{/if}}` asks whether there is one; `{{#each claims}}…{{/each}}` goes through the claims.
 */

import type { Problem } from './problems';

/** What a template can name. Values are already fit for Markdown. */
export type Values = { readonly [name: string]: string | readonly Values[] };

/** What is wrong with a template, and where. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  constructor(
    /** From 1. */
    readonly line: number,
    readonly problem: Problem,
  ) {
    // For the console; the reader gets words of their own language.
    super(`Line ${line}: ${[problem.key, ...problem.values].join(', ')}`);
  }
}

type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string; readonly isYaml: boolean; readonly line: number }
  | {
      readonly kind: 'if';
      readonly name: string;
      readonly yes: Node[];
      readonly no: Node[];
      readonly line: number;
    }
  | { readonly kind: 'each'; readonly name: string; readonly body: Node[]; readonly line: number };

interface Open {
  readonly kind: 'if' | 'each';
  readonly name: string;
  readonly line: number;
  readonly yes: Node[];
  readonly no: Node[];
  isElse: boolean;
}

/** A tag, with the line break after it where a block's tag stands alone on its line. */
const TAG = /(^[ \t]*)?\{\{([^{}]*)\}\}([ \t]*\r?\n)?/gm;

function parse(template: string, firstLine: number): Node[] {
  const root: Node[] = [];
  const open: Open[] = [];
  const here = () => {
    const top = open.at(-1);
    return top ? (top.isElse ? top.no : top.yes) : root;
  };
  let last = 0;
  const lineAt = (index: number) => template.slice(0, index).split('\n').length - 1 + firstLine;
  for (const match of template.matchAll(TAG)) {
    const { 0: whole, 1: indent = '', 2: within = '', 3: after = '', index } = match;
    const inner = within.trim();
    const line = lineAt(index + indent.length);
    const isBlock = /^(#|\/|else$)/.test(inner);
    // A block's tag alone on its line leaves no empty line behind.
    const isAlone = isBlock && after !== '' && (indent !== '' || index === 0 || template[index - 1] === '\n');
    const text = template.slice(last, index) + (isAlone ? '' : indent);
    if (text) here().push({ kind: 'text', text });
    last = index + whole.length - (isAlone ? 0 : after.length);
    const opening = /^#(if|each)\s+(\w+)$/.exec(inner);
    const closing = /^\/(if|each)$/.exec(inner);
    const value = /^(\w+)\s*(\|\s*yaml)?$/.exec(inner);
    if (opening) {
      const [, kind, name = ''] = opening;
      open.push({ kind: kind as Open['kind'], name, line, yes: [], no: [], isElse: false });
    } else if (inner === 'else') {
      const top = open.at(-1);
      if (top?.kind !== 'if' || top.isElse)
        throw new TemplateError(line, { key: 'else-outside', values: [] });
      top.isElse = true;
    } else if (closing) {
      const top = open.pop();
      if (!top || top.kind !== closing[1])
        throw new TemplateError(line, { key: 'closes-nothing', values: [closing[1] ?? ''] });
      const { kind, name, yes, no } = top;
      here().push(
        kind === 'if' ? { kind, name, yes, no, line: top.line } : { kind, name, body: yes, line: top.line },
      );
    } else if (value)
      here().push({ kind: 'value', name: value[1] ?? '', isYaml: value[2] !== undefined, line });
    else throw new TemplateError(line, { key: 'no-form', values: [inner] });
  }
  const unclosed = open.at(-1);
  if (unclosed) {
    const { kind, name, line } = unclosed;
    throw new TemplateError(line, { key: 'never-closed', values: [kind, name] });
  }
  const rest = template.slice(last);
  if (rest) root.push({ kind: 'text', text: rest });
  return root;
}

function lookUp(scopes: readonly Values[], name: string, line: number): string | readonly Values[] {
  for (const scope of scopes) {
    const value = Object.hasOwn(scope, name) ? scope[name] : undefined;
    if (value !== undefined) return value;
  }
  const known = [...new Set(scopes.flatMap((scope) => Object.keys(scope)))].sort();
  throw new TemplateError(line, { key: 'no-name', values: [name, known.join(', ')] });
}

function write(nodes: readonly Node[], scopes: readonly Values[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      const value = lookUp(scopes, node.name, node.line);
      if (node.kind === 'if') return write(value.length ? node.yes : node.no, scopes);
      if (node.kind === 'each') {
        if (typeof value === 'string')
          throw new TemplateError(node.line, { key: 'no-list', values: [node.name] });
        return value.map((one) => write(node.body, [one, ...scopes])).join('');
      }
      if (typeof value !== 'string')
        throw new TemplateError(node.line, { key: 'is-list', values: [node.name] });
      // A JSON string is a YAML string (YAML 1.2.2, 1.2), on one line and with everything escaped that needs it.
      return node.isYaml ? JSON.stringify(value) : value;
    })
    .join('');
}

/**
 * Fills a template.
 * @param values what it can name
 * @param firstLine the number of its first line, where it is a part of one
 * @throws TemplateError naming the line and what is wrong with it
 */
export function fillTemplate(template: string, values: Values, firstLine = 1): string {
  return write(parse(template, firstLine), [values]);
}
