/**
 * The part of OpenAPI 3.1 that the contract uses, read into a list of operations.
 */
export interface OpenApiParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: object;
}

interface OpenApiContent {
  [mediaType: string]: { schema?: object };
}

export interface OpenApiHeader {
  required?: boolean;
  schema: object;
}

export interface OpenApiResponse {
  headers?: Record<string, OpenApiHeader>;
  content?: OpenApiContent;
}

interface OpenApiOperation {
  operationId: string;
  parameters?: OpenApiParameter[];
  requestBody?: { required?: boolean; content: OpenApiContent };
  responses: Record<string, OpenApiResponse>;
}

export interface OpenApiDocument {
  paths: Record<string, { parameters?: OpenApiParameter[] } & Record<string, OpenApiOperation>>;
  components: Record<string, Record<string, object>>;
}

export interface Operation {
  operationId: string;
  method: string;
  path: string;
  pattern: RegExp;
  parameterNames: readonly string[];
  parameters: readonly OpenApiParameter[];
  requestBody?: OpenApiOperation['requestBody'];
  responses: Readonly<Record<string, OpenApiResponse>>;
}

export interface SchemaFault {
  place: string;
  message: string;
}

export type SchemaCheck = (schema: object, value: unknown) => SchemaFault[];

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'] as const;

/** Lets every local reference name its document, so that each schema compiles on its own. */
export function absoluteReferences<Value>(value: Value, document: string): Value {
  if (Array.isArray(value)) return value.map((item: unknown) => absoluteReferences(item, document)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [
      name,
      name === '$ref' && typeof child === 'string' && child.startsWith('#')
        ? document + child
        : absoluteReferences(child, document),
    ]),
  ) as Value;
}

export function listOperations(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) =>
      readOperation(document, path, method, item[method] as OpenApiOperation, item.parameters ?? []),
    ),
  );
}

function readOperation(
  document: OpenApiDocument,
  path: string,
  method: string,
  operation: OpenApiOperation,
  shared: readonly OpenApiParameter[],
): Operation {
  const parameters = [...shared, ...(operation.parameters ?? [])].map((parameter) =>
    resolveComponent(document, parameter),
  );
  const responses = Object.entries(operation.responses).map(
    ([status, response]) => [status, readResponse(document, response)] as const,
  );
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    pattern: new RegExp(`^${path.replace(/\./g, '\\.').replace(/\{[^}]+\}/g, '([^/]+?)')}$`),
    parameterNames: [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] as string),
    parameters,
    ...(operation.requestBody ? { requestBody: operation.requestBody } : {}),
    responses: Object.fromEntries(responses),
  };
}

function readResponse(document: OpenApiDocument, response: OpenApiResponse): OpenApiResponse {
  const resolved = resolveComponent(document, response);
  const headers = Object.entries(resolved.headers ?? {}).map(
    ([name, header]) => [name, resolveComponent(document, header)] as const,
  );
  return { ...resolved, headers: Object.fromEntries(headers) };
}

/** Follows a reference to a parameter, header or response; schemas keep theirs. */
function resolveComponent<Component extends object>(document: OpenApiDocument, component: Component): Component {
  const reference: unknown = '$ref' in component ? component.$ref : undefined;
  if (typeof reference !== 'string') return component;
  const [, kind = '', name = ''] = /#\/components\/([^/]+)\/([^/]+)$/.exec(reference) ?? [];
  const found = document.components[kind]?.[name];
  if (!found) throw new Error(`${reference} leads nowhere`);
  return found as Component;
}

/** Headers and path parameters are text; a schema may ask for a number. */
export function readTyped(schema: object, text: string): unknown {
  const type: unknown = 'type' in schema ? schema.type : undefined;
  return (type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
