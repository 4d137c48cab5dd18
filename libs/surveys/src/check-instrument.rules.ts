import type { FieldError } from '@lectern/core';
import {
  type InstrumentContent,
  type InstrumentItem,
  ITEMS_MAX,
  OPTIONS_MAX,
  type Scale,
} from './instrument.contract';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const repeated = (values: readonly (string | number)[]): (string | number)[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

const idErrors = (field: string, id: string): FieldError[] =>
  ID.test(id) && id.length <= 40
    ? []
    : [
        {
          field,
          code: 'not-an-id',
          message: 'Use small letters, digits and hyphens, 40 at most, such as maths-useful.',
        },
      ];

const optionErrors = (item: InstrumentItem, field: string): FieldError[] => {
  if (item.kind !== 'choice') return [];
  const values = item.options.map(({ value }) => value);
  const labels = item.options.map(({ label }) => label.trim().toLowerCase());
  const say = (code: string, message: string): FieldError => ({ field: `${field}.options`, code, message });
  return [
    ...(values.length < 2 || values.length > OPTIONS_MAX
      ? [say('number-of-options', `A question has 2 to ${OPTIONS_MAX} options.`)]
      : []),
    ...(repeated(values).length > 0
      ? [say('value-repeated', 'Each option of a question needs its own value.')]
      : []),
    ...(repeated(labels).length > 0
      ? [say('label-repeated', 'Each option of a question needs its own words.')]
      : []),
    ...(values.every((value) => Number.isInteger(value) && value >= 0 && value <= 100)
      ? []
      : [say('not-a-value', 'An option is coded with a whole number from 0 to 100.')]),
    ...(labels.some((label) => label.includes('prefer not to say'))
      ? [
          say(
            'offered-always',
            '“Prefer not to say” is offered with every question. Leave it out of the options.',
          ),
        ]
      : []),
  ];
};

const itemErrors = (item: InstrumentItem, field: string): FieldError[] => [
  ...idErrors(`${field}.id`, item.id),
  ...(item.prompt.trim() === ''
    ? [{ field: `${field}.prompt`, code: 'missing', message: 'Enter what is asked.' }]
    : []),
  ...(item.waves.length === 0
    ? [
        {
          field: `${field}.waves`,
          code: 'missing',
          message: 'Say whether it is asked before, after, or both times.',
        },
      ]
    : []),
  ...optionErrors(item, field),
];

const isScored = (item: InstrumentItem | undefined): boolean =>
  item?.kind === 'choice' && item.waves.includes('before') && item.waves.includes('after');

const scaleErrors = (scale: Scale, field: string, items: readonly InstrumentItem[]): FieldError[] => {
  const say = (code: string, message: string): FieldError => ({ field: `${field}.itemIds`, code, message });
  const found = scale.itemIds.map((id) => items.find((item) => item.id === id));
  const codings = new Set(
    found.flatMap((item) =>
      item?.kind === 'choice' ? [item.options.map(({ value }) => value).join(' ')] : [],
    ),
  );
  return [
    ...idErrors(`${field}.id`, scale.id),
    ...(scale.itemIds.length === 0 ? [say('missing', 'A scale has at least one question.')] : []),
    ...(found.some((item) => item === undefined)
      ? [say('unknown', 'A scale is made of questions of the same instrument.')]
      : []),
    ...(found.some((item) => item !== undefined && !isScored(item))
      ? [say('not-scored', 'A scale is made of questions with options that are asked before and after.')]
      : []),
    ...(codings.size > 1
      ? [
          say(
            'coded-differently',
            'The questions of a scale are coded alike, so that their mean means something.',
          ),
        ]
      : []),
  ];
};

/**
 * What is wrong with an instrument, field by field: ids that are not, questions without words, options coded twice,
 * scales over questions that are not theirs. An instrument that passes can be asked, scored and compared.
 */
export const checkInstrument = ({ items, scales }: InstrumentContent): readonly FieldError[] => {
  const scaleItems = scales.flatMap(({ itemIds }) => itemIds);
  const say = (field: string, code: string, message: string): FieldError => ({ field, code, message });
  return [
    ...(items.length === 0 || items.length > ITEMS_MAX
      ? [say('items', 'number-of-items', `An instrument has 1 to ${ITEMS_MAX} questions.`)]
      : []),
    ...items.flatMap((item, at) => itemErrors(item, `items[${at}]`)),
    ...repeated(items.map(({ id }) => id)).map((id) =>
      say('items', 'id-repeated', `Two questions are called ${id}.`),
    ),
    ...scales.flatMap((scale, at) => scaleErrors(scale, `scales[${at}]`, items)),
    ...repeated(scales.map(({ id }) => id)).map((id) =>
      say('scales', 'id-repeated', `Two scales are called ${id}.`),
    ),
    ...repeated(scaleItems).map((id) =>
      say('scales', 'item-twice', `The question ${id} is in two scales. Put it into one.`),
    ),
  ];
};

/** What a deployment asks: whole scales in the order of the instrument, and the questions that are in none. */
export const itemsAsked = (
  { items, scales }: InstrumentContent,
  scaleIds: readonly string[],
): readonly InstrumentItem[] => {
  const left = new Set(scales.filter(({ id }) => !scaleIds.includes(id)).flatMap(({ itemIds }) => itemIds));
  return items.filter(({ id }) => !left.has(id));
};
