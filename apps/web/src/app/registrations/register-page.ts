import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type Conference, mostCareful, PUPILS_PER_ADULT } from '@lectern/conferences';
import type { FieldError } from '@lectern/core';
import { Box, ErrorSummary, Field, PageHeader } from '@lectern/ui';
import { registrationWords } from '../conferences/conference-words';
import { ConferencesApi } from '../conferences/conferences-api';
import { SessionStore } from '../identity/session-store';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { SchoolPicker } from '../schools/school-picker';
import { AdultsQuestion } from './adults-question';
import { CheckAnswers } from './check-answers';
import { checkStep, type RegisterStep, requestOf, stepOfField, stepsFor } from './group-answers.rules';
import { adviceFor, answersOf, groupForm } from './group-form';
import { GroupsApi } from './groups-api';

const HEADINGS: Readonly<Record<RegisterStep, string>> = {
  school: 'Which school is the group from?',
  pupils: 'How many pupils?',
  adults: 'How many adults come with them?',
  leader: 'Who leads the visit?',
  notes: 'Is there anything else we should know?',
  check: 'Check your answers',
};

/** Registering a group for a conference: one question a screen, then everything once more before it is sent. */
@Component({
  selector: 'app-register-page',
  imports: [
    AdultsQuestion,
    Box,
    CheckAnswers,
    ErrorSummary,
    Fetched,
    Field,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
    SchoolPicker,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './register-page.html',
  styles: `
    .progress {
      margin-bottom: 0.25rem;
      color: var(--text-soft);
    }
  `,
})
export class RegisterPage {
  readonly slug = input.required<string>();
  /** The screen that the address asks for. */
  readonly step = input<string>();
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly groups = inject(GroupsApi);
  private readonly conferences = inject(ConferencesApi);
  protected readonly sending = new Sending();
  protected readonly form = groupForm();
  protected readonly answers = answersOf(this.form);
  protected readonly headings = HEADINGS;
  /** Whether the last screen has been seen: a changed answer then leads straight back to it. */
  private readonly hasChecked = signal(false);
  private readonly registeredId = signal<string | null>(null);

  protected readonly fetched = resource({
    params: () => this.slug(),
    loader: async ({ params }) => {
      const conference = await this.conferences.see(params);
      const urn = this.session.account()?.schoolUrn;
      const mine = urn ? await this.groups.live(conference.id, urn) : undefined;
      return { conference, mine };
    },
  });
  protected readonly conference = computed(() =>
    this.fetched.hasValue() ? this.fetched.value().conference : null,
  );
  /** The group that the school has already; there is one a school and conference. */
  protected readonly groupId = computed(
    () => this.registeredId() ?? (this.fetched.hasValue() ? this.fetched.value().mine?.id : undefined),
  );
  protected readonly closed = computed(() => {
    const conference = this.conference();
    return conference && conference.status !== 'registration-open' ? registrationWords(conference) : null;
  });

  protected readonly steps = computed(() => stepsFor(this.session.isStaff()));
  /** The screen that is shown: what the address asks for, or the first before it that is not answered. */
  protected readonly current = computed((): RegisterStep => {
    const steps = this.steps();
    const asked = Math.max(0, steps.indexOf(this.step() as RegisterStep));
    const unanswered = steps.slice(0, asked).find((step) => checkStep(step, this.answers()).length > 0);
    return unanswered ?? steps[asked] ?? 'pupils';
  });
  protected readonly progress = computed(
    () => `${this.steps().indexOf(this.current()) + 1} of ${this.steps().length}`,
  );
  protected readonly back = computed(() => this.steps()[this.steps().indexOf(this.current()) - 1]);
  /** Nobody is named yet, so the most careful number of the invited year groups holds. */
  protected readonly pupilsPerAdult = computed(() => {
    const conference = this.conference();
    return conference ? mostCareful(conference, conference.yearGroups) : PUPILS_PER_ADULT;
  });
  protected readonly capWords = computed(() => {
    const cap = this.conference()?.schoolCap;
    return cap ? ` One school may bring ${cap} at most.` : '';
  });

  constructor() {
    const account = this.session.account();
    if (account && !this.session.isStaff()) this.form.controls.leaderName.setValue(account.name);
    effect(() => {
      if (this.current() === 'check') this.hasChecked.set(true);
    });
  }

  protected async next(): Promise<void> {
    const step = this.current();
    const errors = checkStep(step, this.answers());
    this.sending.refuse(errors);
    const conference = this.conference();
    if (errors.length > 0 || !conference) return;
    if (step === 'pupils') this.adviseAdults();
    await this.show(this.hasChecked() ? 'check' : this.steps()[this.steps().indexOf(step) + 1]);
  }

  protected async register(): Promise<void> {
    const conference = this.conference();
    if (!conference) return;
    const group = await this.sending.send(() =>
      this.groups.register(conference.id, requestOf(this.answers())),
    );
    if (group) await this.router.navigate(['/groups', group.id, 'registered'], { replaceUrl: true });
    else await this.showRefusal(conference, this.sending.errors());
  }

  /** Goes to the screen; the answers stay as they are. */
  protected show(step: RegisterStep | undefined): Promise<boolean> {
    return this.router.navigate(['/conferences', this.slug(), 'register'], {
      queryParams: step === this.steps()[0] ? {} : { step },
    });
  }

  /** Most groups bring as many adults as advised: the box says so until somebody has typed in it. */
  private adviseAdults(): void {
    const { adults } = this.form.controls;
    const advice = adviceFor(this.answers(), this.pupilsPerAdult());
    if (!adults.dirty && advice) adults.setValue(String(advice.advisedAdults));
  }

  /** Shows a refusal where it can be mended. */
  private async showRefusal(conference: Conference, refused: readonly FieldError[]): Promise<void> {
    const errors = refused.map((error) =>
      error.code === 'school-cap-reached' ? { ...error, field: 'pupilsMinimum' } : error,
    );
    const [first] = errors;
    if (first?.code === 'already-registered') {
      const urn = this.answers().school?.urn ?? this.session.account()?.schoolUrn ?? '';
      const group = await this.groups.live(conference.id, urn).catch(() => undefined);
      this.registeredId.set(group?.id ?? null);
    } else if (first?.field) {
      const step = stepOfField(first.field);
      await this.show(step);
      this.sending.refuse(errors.filter(({ field }) => stepOfField(field) === step));
    }
  }
}
