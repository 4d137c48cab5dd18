import { ChangeDetectionStrategy, Component } from '@angular/core';
import { PageHeader } from '@lectern/ui';

/** Whose data the product shows, and under which licence. */
@Component({
  selector: 'app-data-sources-page',
  imports: [PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header heading="Where our data comes from" />
      <h2>Schools</h2>
      <p>
        Names, towns, postcodes and school numbers (URNs) come from
        <a href="https://get-information-schools.service.gov.uk/">Get Information about Schools</a>, the
        Department for Education’s register of schools in England and Wales. Names of head teachers are not
        kept.
      </p>
      <p>
        Contains public sector information licensed under the
        <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
          >Open Government Licence v3.0</a
        >.
      </p>
      <h2>Typefaces</h2>
      <p>
        Source Sans 3 and Source Serif 4 are by Adobe, under the
        <a href="https://openfontlicense.org/">SIL Open Font Licence 1.1</a>.
      </p>
    </div>
  `,
})
export class DataSourcesPage {}
