import { applyDecorators } from '@nestjs/common';
import { ApiDefaultResponse, ApiResponse } from '@nestjs/swagger';

/** The name of a contract type in the OpenAPI document; `Page<Group>` becomes `GroupPage`. */
const schemaName = (contract: string): string => contract.replace(/^Page<(\w+)>$/, '$1Page');

const refersTo = (contract: string) => ({ $ref: `#/components/schemas/${schemaName(contract)}` });

const Refusals = () =>
  ApiDefaultResponse({
    description: 'A refusal, saying what is wrong and how to mend it',
    content: { 'application/problem+json': { schema: refersTo('Problem') } },
  });

/** What a route answers when all is well: the status and the name of the contract type, as OpenAPI shows it. */
export const Answers = (status: number, contract?: string) =>
  applyDecorators(
    ApiResponse({
      status,
      description: contract ? 'All is well' : 'Done',
      ...(contract ? { content: { 'application/json': { schema: refersTo(contract) } } } : {}),
    }),
    Refusals(),
  );

/** A route that answers with a file or a stream. */
export const AnswersFile = (contentType: string) =>
  applyDecorators(
    ApiResponse({
      status: 200,
      description: 'The file',
      content: { [contentType]: { schema: { type: 'string', format: 'binary' } } },
    }),
    Refusals(),
  );
