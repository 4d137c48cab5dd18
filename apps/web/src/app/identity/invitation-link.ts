import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Invitation } from '@lectern/identity';
import { Icon, London } from '@lectern/ui';

/** An invitation with what the page knows of the person. */
export interface MadeInvitation extends Invitation {
  readonly email: string;
  readonly roleName: string;
}

/** The link of a new invitation, this once, with a way to copy it. */
@Component({
  selector: 'app-invitation-link',
  imports: [Icon, London, MatButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="callout tone-go" aria-labelledby="made">
      <h2 #heading id="made" tabindex="-1">Invitation made</h2>
      <p>
        For <strong class="address">{{ invitation().email }}</strong>, {{ invitation().roleName }}. It can be
        used once, until {{ invitation().expiresAt | london }}.
      </p>
      <p>
        A mail with the link was written to them; <a routerLink="/mail">Mail</a> shows what became of it. You
        can also copy the link now and pass it on yourself. For safety it is not shown here again.
      </p>
      <label for="link" class="spoken">Link of the invitation</label>
      <input #box id="link" class="box" readonly [value]="invitation().link" (focus)="box.select()" />
      <div class="actions">
        <button matButton="filled" type="button" (click)="copy(box)">
          <lectern-icon name="copy" /> Copy link
        </button>
        <button matButton="outlined" type="button" (click)="again.emit()">Invite somebody else</button>
      </div>
      <p role="status" class="news">{{ news() }}</p>
    </section>
  `,
  styles: `
    .address {
      overflow-wrap: anywhere;
    }
    .news {
      margin-top: 0.75rem;
    }
    .news:empty {
      margin: 0;
    }
  `,
})
export class InvitationLink {
  readonly invitation = input.required<MadeInvitation>();
  readonly again = output();
  protected readonly news = signal('');
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus());
  }

  protected async copy(box: HTMLInputElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.invitation().link);
      this.news.set('The link is copied.');
    } catch {
      // Without permission to the clipboard the text is at least marked for the keyboard.
      box.select();
      this.news.set('The link is marked. Press Ctrl+C, or hold it on a phone, to copy it.');
    }
  }
}
