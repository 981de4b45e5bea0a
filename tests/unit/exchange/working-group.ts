/**
 * What the Web Annotation working group's own test suite asserts of an annotation and of a collection
 * (github.com/w3c/web-annotation-tests, JSON schemas of draft 04), in words of ours. Each rule names the file it is
 * after. The files themselves are not copied.
 */
import { MOTIVATIONS } from './web-annotation';

type Json = Readonly<Record<string, unknown>>;
export interface Rule {
  /** The suite's file, and the definition it uses where that says more. */
  readonly from: string;
  readonly holds: (item: Json) => boolean;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** One, or a list of at least one, of what passes. */
const oneOrMore = (value: unknown, passes: (one: unknown) => boolean): boolean =>
  Array.isArray(value) ? value.length > 0 && value.every(passes) : passes(value);
/** Exactly one: bare, or alone in a list. */
const justOne = (value: unknown, passes: (one: unknown) => boolean): boolean =>
  Array.isArray(value) ? value.length === 1 && passes(value[0]) : passes(value);
const absentOr = (value: unknown, passes: (one: unknown) => boolean): boolean =>
  value === undefined || passes(value);

/** definitions/id.json, stringUri: a string of format `uri` (RFC 3986: absolute). */
const isUri = (value: unknown): boolean =>
  typeof value === 'string' && /^[a-z][a-z\d+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})*$/i.test(value);
/** Format `date-time` (RFC 3339). */
const isTime = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value));
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;

/** definitions/annotations.json, motivationList: the model's. */
const isMotivation = (value: unknown) => MOTIVATIONS.some((one) => one === value);

/** definitions/specificResource.json, textQuoteSelectorDetected and textPositionSelectorDetected. */
function isSelector(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { type, exact, prefix, suffix, start, end } = value;
  const isText = (one: unknown) => typeof one === 'string';
  if (type === 'TextQuoteSelector')
    return isText(exact) && absentOr(prefix, isText) && absentOr(suffix, isText);
  // The suite lets an end come before its start; the model (4.2.5) does not.
  return type === 'TextPositionSelector' && isCount(start) && isCount(end) && Number(start) <= Number(end);
}

/** specificeResourceDetected: a source, and at least one thing that makes it specific. */
const isSpecific = (value: unknown): boolean =>
  isObject(value) &&
  isUri(value.source) &&
  ((value.purpose !== undefined && oneOrMore(value.purpose, isMotivation)) ||
    (value.selector !== undefined && oneOrMore(value.selector, (one) => isUri(one) || isSelector(one))));
/** definitions/bodyTarget.json, externalWebResourceDetected: an id, and neither value nor source nor target. */
const isExternal = (value: unknown): boolean =>
  isObject(value) && isUri(value.id) && !('value' in value) && !('source' in value) && !('target' in value);
/** textualBodyFound: a value that is text. */
const isTextual = (value: unknown): boolean => isObject(value) && typeof value.value === 'string';

const exactlyOne = (...kinds: readonly boolean[]) => kinds.filter(Boolean).length === 1;
const isTarget = (value: unknown) => exactlyOne(isUri(value), isSpecific(value), isExternal(value));
const isBody = (value: unknown) =>
  exactlyOne(isUri(value), isSpecific(value), isExternal(value), isTextual(value));

const bodiesOf = ({ body }: Json): readonly unknown[] => (body === undefined ? [] : [body].flat());
const hasType = (value: unknown, type: string) =>
  isObject(value) && [value.type].flat().filter((one) => one === type).length > 0;

/** For an annotation inside of a page, which takes its `@context` from the collection around it (5.2). */
export const ANNOTATION_RULES: readonly Rule[] = [
  { from: 'annotations/3.1-annotationIdValidated.json', holds: ({ id }) => justOne(id, isUri) },
  { from: 'annotations/3.1-annotationTypeValidated.json', holds: (item) => hasType(item, 'Annotation') },
  { from: 'annotations/3.1-targetKeyFound.json', holds: (item) => 'target' in item },
  {
    from: 'annotations/3.1-targetObjectsRecognized.json (bodyTarget.json, targetResourcesFound)',
    holds: ({ target }) => oneOrMore(target, isTarget),
  },
  {
    from: 'annotations/3.2-bodyObjectsRecognized.json (bodyTarget.json, bodyResourcesFound)',
    holds: (item) => absentOr(item.body, (body) => oneOrMore(body, isBody)),
  },
  {
    from: 'annotations/3.2.5-notBodyBodyValue.json',
    holds: (item) => !('body' in item && 'bodyValue' in item),
  },
  {
    from: 'annotations/3.3.1-annotationCreatedValidated.json',
    holds: ({ created }) => absentOr(created, (time) => justOne(time, isTime)),
  },
  {
    from: 'annotations/3.3.1-annotationModifiedValidated.json',
    holds: ({ modified }) => absentOr(modified, (time) => justOne(time, isTime)),
  },
  {
    from: 'definitions/annotations.json, motivationRecognizedIfPresent (3.3.5)',
    holds: ({ motivation }) => absentOr(motivation, (one) => oneOrMore(one, isMotivation)),
  },
  {
    from: 'definitions/bodyTarget.json, formatSingularIfPresent (3.2.1)',
    holds: (item) =>
      bodiesOf(item).every(
        (body) =>
          !isObject(body) ||
          absentOr(body.format, (format) =>
            justOne(format, (one) =>
              /^(application|audio|example|image|multipart|text|video)\//.test(String(one)),
            ),
          ),
      ),
  },
  {
    from: 'definitions/otherProperties.json, purposeRecognizedIfPresent (3.3.5)',
    holds: (item) =>
      bodiesOf(item).every(
        (body) => !isObject(body) || absentOr(body.purpose, (one) => oneOrMore(one, isMotivation)),
      ),
  },
];

export const COLLECTION_RULES: readonly Rule[] = [
  {
    from: 'collections/5.1-collectionContextValidated.json (collections.json, contextValueInArrayFound)',
    holds: (item) => [item['@context']].flat().includes('http://www.w3.org/ns/anno.jsonld'),
  },
  { from: 'collections/5.1-collectionIdValidated.json', holds: ({ id }) => justOne(id, isUri) },
  {
    from: 'collections/5.1-collectionTypeValidated.json',
    holds: (item) => hasType(item, 'AnnotationCollection'),
  },
  {
    from: 'collections/5.1-collectionLabelValidated.json (collections.json, labelDefinition)',
    holds: ({ label }) => absentOr(label, (one) => oneOrMore(one, (text) => typeof text === 'string')),
  },
  {
    from: 'collections/5.1-collectionTotalValidated.json (collections.json, totalDefinition)',
    holds: ({ total }) => absentOr(total, (one) => justOne(one, isCount)),
  },
  {
    from: 'collections/5.1-collectionFirstValidated.json (collections.json, firstValidIfPresent)',
    holds: ({ first }) =>
      absentOr(first, (one) => justOne(one, (page) => isUri(page) || hasType(page, 'AnnotationPage'))),
  },
  {
    from: 'definitions/collections.json, firstRequiredIfTotalMoreThanZero (5.1)',
    holds: ({ total, first }) => !(Number([total].flat()[0]) > 0) || first !== undefined,
  },
  {
    from: 'collections/3.3.1-collectionCreatedValidated.json',
    holds: ({ created }) => absentOr(created, (time) => justOne(time, isTime)),
  },
  {
    from: 'collections/pages/5.2-pagePartOfImplemented.json (collections.json, partOfValidIfPresent)',
    holds: ({ first }) => !isObject(first) || absentOr(first.partOf, (one) => justOne(one, isUri)),
  },
  {
    from: 'collections/pages/5.2-pageStartIndexImplemented.json (collections.json, startIndexDefinition)',
    holds: ({ first }) => !isObject(first) || absentOr(first.startIndex, (one) => justOne(one, isCount)),
  },
  {
    from: 'definitions/collections.json, itemsFound (5.2)',
    holds: ({ first }) =>
      !isObject(first) ||
      (Array.isArray(first.items) && first.items.every((one) => isUri(one) || hasType(one, 'Annotation'))),
  },
];

/** The rules a collection with its first page in it breaks, each with the place. */
export function brokenRules(collection: Json): string[] {
  const items = isObject(collection.first) ? collection.first.items : [];
  const ofItems = (Array.isArray(items) ? items : []).flatMap((item: unknown, i) =>
    ANNOTATION_RULES.flatMap(({ from, holds }) => (isObject(item) && holds(item) ? [] : `${i}: ${from}`)),
  );
  return [...COLLECTION_RULES.flatMap(({ from, holds }) => (holds(collection) ? [] : from)), ...ofItems];
}
