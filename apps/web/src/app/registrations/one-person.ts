import { computed, inject, resource, type ResourceRef, type Signal } from '@angular/core';
import { londonDate } from '@lectern/core';
import type { Group, Person, RosterTerms } from '@lectern/registrations';
import { isOver } from './group-words.rules';
import { GroupsApi } from './groups-api';
import { RostersApi } from './rosters-api';

/** One person of a group's list, with all that a page about them says. */
export interface OnePerson {
  readonly group: Group;
  readonly terms: RosterTerms;
  /** Null when they are not on the list any more. */
  readonly person: Person | null;
  readonly name: string;
  readonly mayChange: boolean;
  /** The day on which needs are deleted. */
  readonly goes: string;
}

interface Fetched {
  readonly group: Group;
  readonly terms: RosterTerms;
  readonly people: readonly Person[];
}

/** Fetches one person of a list for a page; call it where `inject` may be called. */
export const onePerson = (
  groupId: Signal<string>,
  personId: Signal<string>,
): { readonly fetched: ResourceRef<Fetched | undefined>; readonly shown: Signal<OnePerson | null> } => {
  const [groups, rosters] = [inject(GroupsApi), inject(RostersApi)];
  const fetched = resource({
    params: () => groupId(),
    loader: async ({ params }): Promise<Fetched> => {
      const [group, roster, terms] = await Promise.all([
        groups.see(params),
        rosters.see(params),
        rosters.terms(params),
      ]);
      return { group, terms, people: roster.people };
    },
  });
  const shown = computed(() => {
    if (!fetched.hasValue()) return null;
    const { group, people, terms } = fetched.value();
    const person = people.find(({ id }) => id === personId()) ?? null;
    return {
      group,
      terms,
      person,
      name: person ? `${person.givenName} ${person.familyName}` : '',
      mayChange: !isOver(group),
      goes: londonDate(terms.dayOnlyGoesAt),
    };
  });
  return { fetched, shown };
};
