import type { FieldError } from '@lectern/core';
import {
  type AllocationMethod,
  type Criterion,
  CRITERION_KINDS,
  type CriterionKind,
  type DistanceFavours,
  type PlaceRules,
  type PlaceRulesChange,
} from '@lectern/registrations';

/** One criterion as the form holds it: whether it counts, and its points or its place in the order. */
export interface CriterionBoxes {
  readonly counts: boolean;
  readonly number: string;
}

/** The rules of a conference as they are typed. */
export interface PlaceRulesForm {
  readonly offerHours: string;
  readonly method: AllocationMethod;
  readonly criteria: Readonly<Record<CriterionKind, CriterionBoxes>>;
  readonly favours: DistanceFavours;
  readonly bandsKm: string;
  readonly easting: string;
  readonly northing: string;
}

/** What is typed when a criterion is added: a middling weight, and the usual bands. */
const USUAL = { number: '10', bandsKm: '10, 25, 50', favours: 'near' as const };

/** The stored rules as the form shows them. */
export const formOf = ({ criteria, method, offerHours }: PlaceRules): PlaceRulesForm => {
  const distance = criteria.find(({ kind }) => kind === 'distance');
  const boxes = CRITERION_KINDS.map((kind): [CriterionKind, CriterionBoxes] => {
    const at = criteria.findIndex((criterion) => criterion.kind === kind);
    const found = criteria[at];
    if (!found) return [kind, { counts: false, number: USUAL.number }];
    return [kind, { counts: true, number: String(method === 'in-order' ? at + 1 : found.weight) }];
  });
  return {
    offerHours: String(offerHours),
    method,
    criteria: Object.fromEntries(boxes) as PlaceRulesForm['criteria'],
    favours: distance?.favours ?? USUAL.favours,
    bandsKm: distance?.bandsKm?.join(', ') ?? USUAL.bandsKm,
    easting: distance?.easting === undefined ? '' : String(distance.easting),
    northing: distance?.northing === undefined ? '' : String(distance.northing),
  };
};

/** What is typed as a whole number; NaN for anything else, which the server refuses in words. */
const whole = (typed: string): number => (/^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN);

const optional = (typed: string): number | undefined => (typed.trim() === '' ? undefined : whole(typed));

/** The criteria that count, as they are sent: in order of their numbers when they go in order. */
export const criteriaOf = (form: PlaceRulesForm): readonly Criterion[] => {
  const counting = CRITERION_KINDS.filter((kind) => form.criteria[kind].counts).map((kind): Criterion => {
    const weight = whole(form.criteria[kind].number);
    if (kind !== 'distance') return { kind, weight };
    const [easting, northing] = [optional(form.easting), optional(form.northing)];
    return {
      kind,
      weight,
      favours: form.favours,
      bandsKm: form.bandsKm
        .split(/[,\s]+/)
        .filter(Boolean)
        .map(whole),
      ...(easting === undefined ? {} : { easting }),
      ...(northing === undefined ? {} : { northing }),
    };
  });
  return form.method === 'in-order' ? counting.sort((a, b) => a.weight - b.weight) : counting;
};

/** The whole form as it is sent. */
export const changeOf = (form: PlaceRulesForm): PlaceRulesChange => ({
  offerHours: whole(form.offerHours),
  method: form.method,
  criteria: criteriaOf(form).map((criterion) => ({
    ...criterion,
    bandsKm: criterion.bandsKm && [...criterion.bandsKm],
  })),
});

/** The server's errors by the boxes of this form: `criteria[1].weight` → `criteria.distance`. */
export const inFormTerms = (errors: readonly FieldError[], form: PlaceRulesForm): readonly FieldError[] => {
  const sent = criteriaOf(form);
  return errors.map((error) => {
    const [, at, field = ''] = /^criteria\[(\d+)\]\.(\w+)/.exec(error.field) ?? [];
    const kind = sent[Number(at)]?.kind;
    if (at === undefined || !kind) return error;
    const isOfDistance = ['bandsKm', 'easting', 'northing', 'favours'].includes(field);
    return { ...error, field: isOfDistance ? field : `criteria.${kind}` };
  });
};
