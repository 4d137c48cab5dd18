import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { figure } from '@lectern/core';
import type { Resource } from '@lectern/cpd';
import { EmptyState, ErrorSummary, PageHeader } from '@lectern/ui';
import { debounceTime } from 'rxjs';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { PageByPage } from '../../platform/page-by-page';
import { SaidOnce } from '../../platform/said-once';
import { CpdTabs } from '../cpd-tabs';
import { ResourceList } from './resource-list';
import { resourceLine } from './resource-words.rules';
import { ResourcesApi, type ShelfQuestion } from './resources-api';

/** Milliseconds after the last key before the shelf is searched. */
const TYPING = 250;

/** The shelf: everything that the reader may open, found by words and topic. */
@Component({
  selector: 'app-resources-page',
  imports: [CpdTabs, EmptyState, ErrorSummary, Fetched, MatButton, PageHeader, ResourceList, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header
        heading="Resources"
        lede="Slides, worksheets and links to teach with, shared by schools and trainees of the partnership."
      >
        @if (mayShare()) {
          <a matButton="filled" routerLink="/resources/new">Share a resource</a>
        }
      </lectern-page-header>
      <app-cpd-tabs />
      <div role="status">
        @if (said) {
          <p class="callout tone-go">{{ said }}</p>
        }
      </div>
      <form class="finder no-print" role="search" (submit)="$event.preventDefault()">
        <div>
          <label for="text">Find</label>
          <input
            #text
            id="text"
            class="box"
            type="search"
            maxlength="100"
            placeholder="Title, topic or author"
            (input)="typed.set(text.value)"
          />
        </div>
        <div>
          <label for="topic">Topic</label>
          <select #chosen id="topic" class="box" (change)="topicId.set(chosen.value)">
            <option value="">All topics</option>
            @for (one of topics(); track one.id) {
              <option [value]="one.id" [selected]="one.id === topicId()">{{ one.title }}</option>
            }
          </select>
        </div>
        @if (mayShare()) {
          <div>
            <label for="of">Show</label>
            <select #whose id="of" class="box" (change)="of.set(whose.value === 'own' ? 'own' : '')">
              <option value="">Everything</option>
              <option value="own">What I have shared</option>
            </select>
          </div>
        }
      </form>
      <app-fetched [of]="shelf.first" heading="The resources could not be shown" />
      @if (shelf.first.hasValue()) {
        <p class="spoken" role="status">{{ news() }}</p>
        @if (lines().length > 0) {
          <app-resource-list [lines]="lines()" />
          <lectern-error-summary [errors]="shelf.errors()" />
          @if (shelf.hasMore()) {
            <p class="actions no-print">
              <button matButton="outlined" type="button" (click)="shelf.more()">
                {{ shelf.busy() ? 'Fetching…' : 'Show more resources' }}
              </button>
            </p>
          }
        } @else if (isAsking()) {
          <lectern-empty-state
            heading="Nothing on the shelf fits"
            words="Try fewer words, or another topic."
          />
        } @else {
          <lectern-empty-state
            heading="The shelf is empty"
            words="What presenters, teachers and mentors share to teach with appears here."
          />
        }
      }
    </div>
  `,
})
export class ResourcesPage {
  /** From the address: the topic to begin with. */
  readonly topic = input<string>();
  private readonly api = inject(ResourcesApi);
  private readonly session = inject(SessionStore);
  protected readonly said = inject(SaidOnce).take();
  protected readonly mayShare = computed(() => this.session.may('resource.share'));
  protected readonly typed = signal('');
  protected readonly topicId = linkedSignal(() => this.topic() ?? '');
  protected readonly of = signal<ShelfQuestion['of']>('');
  private readonly words = toSignal(toObservable(this.typed).pipe(debounceTime(TYPING)), {
    initialValue: '',
  });
  private readonly question = computed((): ShelfQuestion => ({
    q: this.words().trim(),
    topicId: this.topicId(),
    of: this.of(),
  }));
  protected readonly shelf = new PageByPage<Resource, ShelfQuestion>(
    () => this.question(),
    (question, cursor) => this.api.list(question, cursor),
  );
  private readonly known = resource({ loader: () => this.api.topics() });
  protected readonly topics = computed(() => (this.known.hasValue() ? this.known.value() : []));
  protected readonly lines = computed(() =>
    this.shelf
      .items()
      .map((one) => resourceLine(one, this.topics().find(({ id }) => id === one.topicId)?.title)),
  );
  protected readonly news = computed(() => figure(this.lines().length, 'resource'));
  protected readonly isAsking = computed(() => Object.values(this.question()).some((value) => value !== ''));
}
