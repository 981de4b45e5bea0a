// @vitest-environment jsdom
import './fake-browser';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { withField } from '../../../annotations/edit';
import type { Annotation, Correction } from '../../../annotations/types';
import { annotation, LATER, match, NOW } from '../annotations/samples';

const { Card } = await import('../../../components/card/Card');

afterEach(() => render(null, document.body));

const nothing = () => undefined;
const show = (claim: Annotation) =>
  act(() =>
    render(
      <Card
        // As a message brings it: whatever is written, all of it comes anew.
        annotation={structuredClone(claim)}
        index={1}
        count={1}
        noteFrame={null}
        busy={false}
        error={null}
        onVerdict={nothing}
        onCorrect={nothing}
        onRemove={nothing}
        onOpenNote={nothing}
        onCloseNote={nothing}
        onCopy={nothing}
        onStep={nothing}
        onClose={nothing}
      />,
      document.body,
    ),
  );
const change = () =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Change the link');
const form = () => document.querySelector('form.change');

test('another choice of argument stays open while something else is written, and closes once it is made', async () => {
  const stays: Correction = { argument: 'kelly/treaty-ally-locked-in', stance: 'relates' };
  const corrected = withField(annotation(), 'correction', stays, NOW);
  await show(corrected);
  await act(() => change()?.click());
  expect(form()).not.toBeNull();
  const noted = withField(corrected, 'note', 'Who says so?', LATER);
  await show(noted);
  expect(form()).not.toBeNull();
  await show(withField(noted, 'correction', stays, LATER));
  expect(form()).toBeNull();
});

test('a view that an essay only reports is said to be one wherever it is named alone', async () => {
  const hinge = 'kelly/courted-by-both';
  await show(annotation({ matches: [match(), match({ argument: hinge })] }));
  const named = 'The hinge that both powers court (reported view)';
  expect(document.querySelector('.others')?.textContent).toContain(named);
  await act(() => change()?.click());
  expect(document.querySelector(`form.change [value="${hinge}"]`)?.parentElement?.textContent).toContain(
    named,
  );
});
