import { DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';
import { Meta } from '@angular/platform-browser';
import { type Conference, eventData, shareDescription } from '@lectern/conferences';

const ID = 'event-data';

/**
 * What search engines and shared links read of a conference's page, while that page is open. The server puts the same
 * into the page that it serves; this keeps it right when somebody comes from another page.
 */
@Injectable()
export class EventData {
  private readonly document = inject(DOCUMENT);
  private readonly meta = inject(Meta);
  private readonly description = this.meta.getTag('name="description"')?.content ?? '';

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.document.getElementById(ID)?.remove();
      this.meta.updateTag({ name: 'description', content: this.description });
    });
  }

  show(conference: Conference): void {
    const url = `${this.document.location.origin}/conferences/${conference.slug}`;
    const script = this.document.getElementById(ID) ?? this.add();
    script.textContent = JSON.stringify(eventData(conference, url));
    this.meta.updateTag({ name: 'description', content: shareDescription(conference.summary) });
  }

  private add(): HTMLElement {
    const script = this.document.createElement('script');
    script.type = 'application/ld+json';
    script.id = ID;
    return this.document.head.appendChild(script);
  }
}
