import { applyDecorators } from '@nestjs/common';
import { ApiDefaultResponse, ApiResponse } from '@nestjs/swagger';

const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** What a route answers when all is well: the status and the name of the contract type, as OpenAPI shows it. */
export const Answers = (status: number, contract?: string, contentType = 'application/json') =>
  applyDecorators(
    ApiResponse({
      status,
      description: contract ? `The ${contract}` : 'Done',
      ...(contract ? { content: { [contentType]: { schema: schema(contract) } } } : {}),
    }),
    ApiDefaultResponse({
      description: 'A refusal, saying what is wrong and how to mend it',
      content: { 'application/problem+json': { schema: schema('Problem') } },
    }),
  );

/** A route that answers with a file. */
export const AnswersFile = (contentType: string) =>
  applyDecorators(
    ApiResponse({
      status: 200,
      description: 'The file',
      content: { [contentType]: { schema: { type: 'string', format: 'binary' } } },
    }),
    ApiDefaultResponse({
      description: 'A refusal, saying what is wrong and how to mend it',
      content: { 'application/problem+json': { schema: schema('Problem') } },
    }),
  );
