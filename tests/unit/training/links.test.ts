import { describe, expect, it } from 'vitest';
import { GROUP_NAMES } from '../../../engine/en/feature-groups';
import { featuresOf } from '../../../engine/en/features';
import { read } from '../../../engine/en/units';
import type { Example } from '../../../training/examples';
import { fitLinks, predictLinks, predictShares } from '../../../training/links';

const exampleOf = (text: string, argument?: Example['labels'][number]['argument']): Example => ({
  batch: 'test',
  group: text,
  style: 'wire',
  real: false,
  text,
  prev: '',
  next: '',
  labels: argument ? [{ argument, stance: 'echoes' }] : [],
});

const examples = [
  exampleOf('Beijing punished Seoul for the missile shield.', 'diplomat/china-pressure'),
  exampleOf('Beijing warned Seoul over the missile shield.', 'diplomat/china-pressure'),
  exampleOf('Washington pressed Seoul to join the group.', 'diplomat/us-pressure'),
  exampleOf('Washington urged Seoul to join the embargo.', 'diplomat/us-pressure'),
  exampleOf('Seoul was warm on Monday.'),
  exampleOf('Seoul opened a museum on Monday.'),
];

describe('what each group of features adds to the links', () => {
  const features = examples.map((example) => featuresOf(example, read(example.text)));
  const fit = fitLinks(examples, features);

  it('adds up to the whole, with the bias', () => {
    const groups = features[0] ?? [];
    const [whole, shares] = [predictLinks(fit, groups), predictShares(fit, groups)];
    expect(shares).toHaveLength(GROUP_NAMES.length);
    whole.perArgument.forEach((z, at) => {
      const sum = shares.reduce((all, share) => all + (share[at] ?? 0), fit.linear.bias[at] ?? 0);
      expect(sum).toBeCloseTo(z, 4);
    });
    const onPoint = shares.reduce((all, share) => all + (share.at(-1) ?? 0), fit.linear.bias.at(-1) ?? 0);
    expect(onPoint).toBeCloseTo(whole.onPoint, 4);
    expect(shares.some((share) => (share.at(-1) ?? 0) > 0.1)).toBe(true);
  });
});
