import type { PrintedGroup, PrintedPerson, PrintedTickets } from './printing.contract';

/** One badge or label: a person's, or the card that stands before a school's. */
export type PrintedPiece =
  | { readonly divides: true; readonly group: PrintedGroup }
  | { readonly divides: false; readonly group: PrintedGroup; readonly person: PrintedPerson };

/** Badge after badge, in their order; nothing is asked for before the paper has come to it. */
export async function* piecesOf({ groups, dividers }: PrintedTickets): AsyncGenerator<PrintedPiece> {
  for await (const group of groups) {
    if (dividers) yield { divides: true, group };
    for (const person of group.people) yield { divides: false, group, person };
  }
}

/** "30 pupils and 1 adult"; "1 pupil and no adults". */
export const whoComes = (people: readonly PrintedPerson[]): string => {
  const adults = people.filter((person) => person.kind === 'adult').length;
  const count = (many: number, one: string) => `${many === 0 ? 'no' : many} ${many === 1 ? one : `${one}s`}`;
  return `${count(people.length - adults, 'pupil')} and ${count(adults, 'adult')}`;
};
