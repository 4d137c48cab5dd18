import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { londonShortDate } from '@lectern/core';
import type { Person, PersonFacts } from '@lectern/registrations';
import { EmptyState, PageHeader } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { AskFirst } from '../platform/ask-first';
import { DAY_ONLY_FIELDS } from './draft-row.rules';
import { isOver } from './group-words.rules';
import { GroupsApi } from './groups-api';
import { RosterLockNote } from './roster-lock-note';
import { keepingWords, photoWords } from './roster-terms.rules';
import { RostersApi } from './rosters-api';
import { SaidOnce } from '../platform/said-once';

const needsOf = (person: Person, facts: PersonFacts | undefined): string => {
  const said = DAY_ONLY_FIELDS.flatMap(({ field, label }) => {
    const text = person.dayOnly?.[field];
    return text ? [`${label}: ${text}`] : [];
  });
  if (said.length > 0) return said.join('. ');
  return facts?.dayOnlyDeletedOn ? `Deleted on ${londonShortDate(facts.dayOnlyDeletedOn)}` : 'None';
};

/** Everybody on a list, one by one: to swap, to take off, to tell of needs, before and after final numbers. */
@Component({
  selector: 'app-people-page',
  imports: [EmptyState, Fetched, MatButton, PageHeader, RosterLockNote, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './people-page.html',
  styles: `
    .steps {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.5rem;
    }
    td {
      overflow-wrap: anywhere;
    }
    th[scope='row'],
    td {
      vertical-align: middle;
    }
    .table-frame {
      margin-bottom: 1.25rem;
    }
  `,
})
export class PeoplePage {
  readonly id = input.required<string>();
  private readonly groups = inject(GroupsApi);
  private readonly rosters = inject(RostersApi);
  private readonly askFirst = inject(AskFirst);
  protected readonly done = signal(inject(SaidOnce).take());
  protected readonly taking = new Sending();
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: async ({ params }) => {
      const [group, roster, terms] = await Promise.all([
        this.groups.see(params),
        this.rosters.see(params),
        this.rosters.terms(params),
      ]);
      return { group, roster, terms };
    },
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { group, roster, terms } = this.fetched.value();
    const facts = new Map(roster.facts.map((one) => [one.personId, one]));
    return {
      group,
      terms,
      mayChange: !isOver(group),
      keeping: keepingWords(terms),
      rows: roster.people.map((person) => ({
        person,
        name: `${person.givenName} ${person.familyName}`,
        photos: photoWords(person, facts.get(person.id)),
        needs: needsOf(person, facts.get(person.id)),
        notice: facts.get(person.id)?.noticeVersion ?? '',
      })),
    };
  });

  protected async takeOff(person: Person): Promise<void> {
    const name = `${person.givenName} ${person.familyName}`;
    const sure = await this.askFirst.ask({
      heading: `Take ${name} off?`,
      words: 'Their badge stops working at once. If somebody comes in their place, swap them instead.',
      yes: `Take ${person.givenName} off`,
      no: 'Keep them on the list',
    });
    if (!sure) return;
    const gone = await this.taking.send(() => this.rosters.takeOff(this.id(), person.id).then(() => true));
    if (!gone) return;
    this.done.set(`${name} is off the list. Their badge no longer works.`);
    this.fetched.reload();
  }
}
