import { inject, resource, type Signal } from '@angular/core';
import { ConferencesApi } from './conferences-api';
import { ProgrammeApi } from './programme-api';

/** A conference and its programme, fetched together; for the pages that are printed. */
export const programmeRead = (slug: Signal<string>) => {
  const conferences = inject(ConferencesApi);
  const programmes = inject(ProgrammeApi);
  return resource({
    params: () => slug(),
    loader: async ({ params }) => ({
      conference: await conferences.see(params),
      programme: await programmes.see(params),
    }),
  });
};
