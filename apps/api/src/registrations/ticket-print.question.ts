import { LABEL_MEASURES, LABEL_SHEET_NAMES, TICKET_LAYOUTS } from '@lectern/registrations';
import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';

const ONE_OF = {
  ticketId: 'The one ticket to print',
  school: 'The number of the one school to print',
} as const;

/** The values of a question for print, as the API's description shows them; `readTicketPrint` reads them. */
export const AsksForPrint = (...ones: readonly (keyof typeof ONE_OF)[]) =>
  applyDecorators(
    ApiQuery({ name: 'layout', required: false, enum: TICKET_LAYOUTS }),
    ApiQuery({ name: 'sheet', required: false, enum: LABEL_SHEET_NAMES }),
    ApiQuery({
      name: 'from',
      required: false,
      description: 'The first label to print on, from 1',
      schema: { type: 'integer', minimum: 1, default: 1 },
    }),
    ...LABEL_MEASURES.map((name) =>
      ApiQuery({
        name,
        required: false,
        description: 'Of a custom sheet on A4, in millimetres; columns and rows are counted',
        schema: { type: 'number' },
      }),
    ),
    ...ones.map((name) =>
      ApiQuery({ name, required: false, description: ONE_OF[name], schema: { type: 'string' } }),
    ),
  );
