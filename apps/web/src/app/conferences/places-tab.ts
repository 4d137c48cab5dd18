import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { count, figure, londonDateTime, sentence } from '@lectern/core';
import type { AllocationTrial, SchoolFacts } from '@lectern/registrations';
import { EmptyState, ErrorSummary, TakeFocus } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { AskFirst } from '../platform/ask-first';
import { AllocationApi } from './allocation-api';
import { AllocationResult } from './allocation-result';
import { ConferenceInView } from './conference-in-view';
import { PlaceRulesForm } from './place-rules-form';
import { changeOf, inFormTerms, type PlaceRulesForm as Typed } from './place-rules-form.rules';
import { SchoolFactsTable } from './school-facts-table';

/** A trial with the criteria that it was worked out by: publishing sends both again. */
interface Tried {
  readonly typed: Typed;
  readonly trial: AllocationTrial;
}

/** How a conference gives its places: offers, criteria and, at a fair one, sharing out: tried first, published once. */
@Component({
  selector: 'app-places-tab',
  imports: [
    AllocationResult,
    EmptyState,
    ErrorSummary,
    Fetched,
    MatButton,
    PlaceRulesForm,
    SchoolFactsTable,
    TakeFocus,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './places-tab.html',
  styles: `
    .saved {
      display: block;
      margin: 0;
    }
  `,
})
export class PlacesTab {
  protected readonly view = inject(ConferenceInView);
  private readonly api = inject(AllocationApi);
  private readonly ask = inject(AskFirst);
  protected readonly board = resource({
    params: () => this.view.conference()?.id,
    loader: ({ params }) => this.api.board(params),
  });
  protected readonly tried = signal<Tried | null>(null);
  protected readonly news = signal('');
  protected readonly rulesSending = new Sending();
  protected readonly publishing = new Sending();
  protected readonly shown = computed(() => {
    const conference = this.view.conference();
    if (!conference || !this.board.hasValue()) return null;
    const board = this.board.value();
    const { published } = board;
    return {
      conference,
      board,
      isFair: board.rules.allocation === 'fair',
      facts: sentence(
        [
          count(board.schools.length, 'school has registered', 'schools have registered'),
          `${count(board.placesToShare, 'place is', 'places are')} to be shared out`,
          board.schoolCap === null
            ? 'without a limit for one school'
            : `${board.schoolCap} at most to one school`,
        ].join(', '),
      ),
      publishedWords: published && `Shared out on ${londonDateTime(published.at)}.`,
    };
  });
  /** One or none: each trial is drawn anew, so that its heading takes the focus. */
  protected readonly results = computed(() => {
    const tried = this.tried();
    if (!tried) return [];
    const { items, placesGiven, placesToShare } = tried.trial;
    const served = items.filter(({ places }) => places > 0).length;
    const words = `${figure(placesGiven, 'place')} of ${placesToShare} to ${figure(served, 'school')}; ${figure(items.length - served, 'school')} on the waiting list.`;
    return [{ ...tried.trial, words }];
  });

  protected async save(id: string, typed: Typed): Promise<void> {
    this.news.set('');
    const saved = await this.rulesSending.send(() => this.api.changeRules(id, changeOf(typed)));
    if (!saved) this.rulesSending.refuse(inFormTerms(this.rulesSending.errors(), typed));
    else {
      this.board.reload();
      this.news.set(
        saved.allocation === 'fair'
          ? 'Saved. The criteria are on the conference’s public page.'
          : 'Saved. Offers made from now on stand so long.',
      );
    }
  }

  protected async tryOut(id: string, typed: Typed): Promise<void> {
    this.news.set('');
    const { criteria, method } = changeOf(typed);
    const trial = await this.rulesSending.send(() => this.api.tryOut(id, { criteria, method }));
    if (trial) this.tried.set({ typed, trial });
    else this.rulesSending.refuse(inFormTerms(this.rulesSending.errors(), typed));
  }

  protected async changeFacts(facts: SchoolFacts): Promise<void> {
    await this.publishing.send(() => this.api.changeFacts(facts));
    this.tried.set(null);
    this.board.reload();
  }

  protected async publish(id: string): Promise<void> {
    const tried = this.tried();
    if (!tried) return;
    const goesAhead = await this.ask.ask({
      heading: 'Publish these places?',
      words:
        'Every school gets its outcome and the reason by mail, at once. This happens once and cannot be taken back.',
      yes: 'Publish the places',
      no: 'Go back',
    });
    if (!goesAhead) return;
    const { criteria, method } = changeOf(tried.typed);
    const { fingerprint } = tried.trial;
    const board = await this.publishing.send(() => this.api.publish(id, { criteria, method, fingerprint }));
    if (!board) return;
    this.tried.set(null);
    this.board.set(board);
    this.view.summary.reload();
    this.news.set('The places are shared out, and the letters are on their way.');
  }
}
