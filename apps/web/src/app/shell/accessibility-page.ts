import { ChangeDetectionStrategy, Component } from '@angular/core';
import { PageHeader } from '@lectern/ui';

/** The accessibility statement of the product; a host adds its own contact in docs/accessibility.md's manner. */
@Component({
  selector: 'app-accessibility-page',
  imports: [PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header heading="Accessibility statement" />
      <p>We want as many people as possible to be able to use Lectern. You should be able to:</p>
      <ul>
        <li>zoom in up to 400% without the text spilling off the screen</li>
        <li>use every page with a keyboard alone</li>
        <li>use every page with a screen reader</li>
        <li>choose light or dark colours at the foot of any page</li>
        <li>tell every state by its words and its shape, not only by its colour</li>
      </ul>
      <h2>How accessible Lectern is</h2>
      <p>
        Lectern is built to the Web Content Accessibility Guidelines version 2.2, level AA. Every page is
        checked against them by machine in light and in dark colours, and used with a keyboard alone, before
        it is released.
      </p>
      <p>
        Tickets and badges are PDF files for printing. The same names and codes are on the page of the group,
        where a screen reader can read them.
      </p>
      <h2>If you need something in another form</h2>
      <p>
        Write to the person at the university who invited you, or who is named in your visit pack. Say which
        page it is about and what would help: large print, plain text, or somebody to do it with you by
        telephone.
      </p>
      <h2>If you find a problem</h2>
      <p>
        Tell the same person. If you are not happy with the answer, contact the
        <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.
      </p>
    </div>
  `,
})
export class AccessibilityPage {}
