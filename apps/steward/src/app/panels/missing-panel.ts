import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { elapsedWords, MISSING_PROCEDURE, type MissingPupil } from '@lectern/check-in';
import { londonClock } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { Connection } from '../platform/connection';
import { StewardApi } from '../platform/steward-api';
import { People } from '../roster/people';
import { PanelFrame } from './panel-frame';
import { wordsFor } from './problems';

/** Pupils who are being looked for: the procedure first, then who, and each step with its time and name. */
@Component({
  selector: 'lectern-missing-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PanelFrame],
  template: `
    <lectern-panel title="Missing pupil">
      <ol class="procedure">
        @for (step of procedure(); track step.id) {
          <li>
            <strong>{{ step.title }}</strong> {{ step.how }}
          </li>
        }
      </ol>
      @if (!online()) {
        <section class="callout">
          <h2>This phone is offline</h2>
          <p>
            Follow the steps above and write each with its time on paper. Log them here once there is a
            connection.
          </p>
        </section>
      }
      <p class="problem" role="alert">{{ problem() }}</p>
      @if (person(); as one) {
        @if (!reported()) {
          <form novalidate (submit)="report($event, one.ticketId)">
            <h2>Report {{ one.displayName }}</h2>
            <p>{{ one.school }}</p>
            <div class="field">
              <label for="last-seen">When and where were they last seen?</label>
              <input id="last-seen" name="words" maxlength="300" autocomplete="off" />
            </div>
            <button type="submit" class="button wide" [attr.aria-disabled]="!online() || busy()">
              Start looking for them
            </button>
          </form>
        }
      } @else {
        <p>To report somebody, find them under “Search” and press “Report missing”.</p>
      }
      @for (one of open(); track one.id) {
        <section class="callout case">
          <h2>{{ one.displayName }}</h2>
          <p>{{ one.school }}. Last seen: {{ one.lastSeen }}</p>
          <ol class="steps">
            <li>{{ clock(one.openedAt) }} Reported by {{ one.openedBy }}</li>
            @for (step of one.steps; track step.at) {
              <li>{{ clock(step.at) }} {{ step.text }} ({{ step.by }})</li>
            }
          </ol>
          <p>Looked for since {{ since(one) }}. Press a step once it is done:</p>
          <div class="tools">
            @for (step of toDo(one); track step.id) {
              <button
                type="button"
                [attr.aria-disabled]="!online() || busy()"
                (click)="logDone(one.id, step.done)"
              >
                {{ step.title }}
              </button>
            }
          </div>
          <form novalidate (submit)="log($event, one.id)">
            <div class="field">
              <label [for]="'step-' + one.id">Something else that was done</label>
              <input [id]="'step-' + one.id" name="words" maxlength="300" autocomplete="off" />
            </div>
            <button type="submit" class="button button--quiet" [attr.aria-disabled]="!online() || busy()">
              Add this step
            </button>
          </form>
        </section>
      }
      @if (online() && cases.hasValue() && !open().length) {
        <p>Nobody is being looked for.</p>
      }
      <p class="hint">Staff close a search on the event’s page, with how it ended.</p>
    </lectern-panel>
  `,
  styles: `
    .procedure {
      margin: 0 0 1.25rem;
      padding-left: 1.5rem;
      font-size: 1.125rem;
    }

    .procedure li + li {
      margin-top: 0.5rem;
    }

    .steps {
      padding-left: 0;
      list-style: none;
    }

    .case {
      margin: 1rem 0;
    }

    .wide {
      width: 100%;
    }
  `,
})
export class MissingPanel {
  private readonly devices = inject(DeviceStore);
  private readonly api = inject(StewardApi);
  private readonly people = inject(People);

  /** Who is reported; null to see who is being looked for. */
  readonly ticketId = input<string | null>(null);

  /** The host's own steps as the phone heard them last, or the standard ones. */
  protected readonly procedure = computed(() => this.devices.state()?.missingProcedure ?? MISSING_PROCEDURE);
  protected readonly clock = londonClock;
  protected readonly online = inject(Connection).online;
  protected readonly problem = signal('');
  protected readonly busy = signal(false);
  protected readonly person = computed(() => {
    const ticketId = this.ticketId();
    return ticketId === null ? null : this.people.person(ticketId);
  });
  protected readonly cases = resource({
    params: () => (this.online() ? this.devices.device()?.token : undefined),
    loader: ({ params: token }) => this.api.missingPupils(token),
  });
  protected readonly open = computed<readonly MissingPupil[]>(() =>
    (this.cases.hasValue() ? this.cases.value().items : []).filter(({ closedAt }) => closedAt === null),
  );
  protected readonly reported = computed(() =>
    this.open().some(({ ticketId }) => ticketId === this.ticketId()),
  );

  protected since({ openedAt }: MissingPupil): string {
    return elapsedWords(openedAt, this.devices.now().getTime());
  }

  /** What the record does not say yet. */
  protected toDo({ steps }: MissingPupil) {
    return this.procedure().filter(({ done }) => !steps.some(({ text }) => text === done));
  }

  protected report(event: Event, ticketId: string): Promise<void> {
    const none = 'Say when and where they were last seen, as well as you know.';
    return this.send(event, none, (token, words) => this.api.reportMissing(token, ticketId, words));
  }

  protected log(event: Event, id: string): Promise<void> {
    const none = 'Say what was done.';
    return this.send(event, none, (token, words) => this.api.addMissingStep(token, id, words));
  }

  protected logDone(id: string, done: string): Promise<void> {
    return this.call((token) => this.api.addMissingStep(token, id, done));
  }

  private async send(
    event: Event,
    none: string,
    call: (token: string, words: string) => Promise<unknown>,
  ): Promise<void> {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector('input');
    const words = field?.value.trim() ?? '';
    if (words === '') return this.problem.set(none);
    await this.call((token) => call(token, words));
    if (field && this.problem() === '') field.value = '';
  }

  private async call(call: (token: string) => Promise<unknown>): Promise<void> {
    const token = this.devices.device()?.token;
    if (!token || !this.online() || this.busy()) return;
    this.problem.set('');
    this.busy.set(true);
    try {
      await call(token);
      this.cases.reload();
    } catch (error) {
      this.problem.set(wordsFor(error));
    } finally {
      this.busy.set(false);
    }
  }
}
