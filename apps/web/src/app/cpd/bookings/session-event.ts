import { DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';
import { Meta } from '@angular/platform-browser';
import { type CpdSession, sessionDescription, sessionEventData } from '@lectern/cpd';

const ID = 'event-data';

/** What search engines and shared links read of a session’s page while it is open, as the server puts it into the page. */
@Injectable()
export class SessionEvent {
  private readonly document = inject(DOCUMENT);
  private readonly meta = inject(Meta);
  private readonly description = this.meta.getTag('name="description"')?.content ?? '';

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.document.getElementById(ID)?.remove();
      this.meta.updateTag({ name: 'description', content: this.description });
    });
  }

  show(session: CpdSession): void {
    const url = `${this.document.location.origin}/challenging-topics/sessions/${session.id}`;
    let script = this.document.getElementById(ID);
    if (!script) {
      script = this.document.createElement('script');
      script.setAttribute('type', 'application/ld+json');
      script.id = ID;
      this.document.head.appendChild(script);
    }
    script.textContent = JSON.stringify(sessionEventData(session, url));
    this.meta.updateTag({ name: 'description', content: sessionDescription(session) });
  }
}
