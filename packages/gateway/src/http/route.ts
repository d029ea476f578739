/**
 * A resource of the API: its path and what it does for each method. Routes know no framework.
 */
export type Method = 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS';

export interface RouteContext {
  request: Request;
  /** Path parameters, decoded. */
  parameters: Readonly<Record<string, string>>;
  /** Of the client, behind trusted proxies. */
  address: string;
}

export type RouteHandler = (context: RouteContext) => Response | Promise<Response>;

export interface Route {
  /** As `/v1/dossiers/:code`. */
  path: string;
  /** HEAD falls back to GET. */
  methods: Readonly<Partial<Record<Method, RouteHandler>>>;
}
