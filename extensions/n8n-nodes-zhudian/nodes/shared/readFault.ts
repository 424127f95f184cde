import type { ZhudianFault } from './ZhudianFault.ts';

interface Shape {
	readonly message?: unknown;
	readonly httpCode?: unknown;
	readonly response?: { readonly status?: unknown; readonly data?: unknown };
	readonly context?: { readonly data?: unknown };
	readonly errors?: unknown;
	readonly extensions?: { readonly code?: unknown };
	readonly messages?: readonly unknown[];
}

const shapeOf = (value: unknown): Shape => (typeof value === 'object' && value !== null ? value : {});

/** Directus answers `{errors: [{message, extensions: {code}}]}`; as bytes when the request asked for bytes. */
function directusErrors(body: unknown): readonly Shape[] {
	if (body instanceof Uint8Array) {
		try {
			return directusErrors(JSON.parse(new TextDecoder().decode(body)));
		} catch {
			return [];
		}
	}
	const { errors } = shapeOf(body);
	return Array.isArray(errors) ? errors.map(shapeOf) : [];
}

/** Reads status, code and the server's own words out of an n8n, axios or SDK error. */
export function readFault(error: unknown): ZhudianFault {
	const shape = shapeOf(error);
	const status = Number(shape.response?.status ?? shape.httpCode);
	const errors = [shape.context?.data, shape.response?.data, shape].flatMap(directusErrors);
	const told = errors.map(({ message }) => message).filter((message) => typeof message === 'string');
	// n8n replaces the message by a friendly one and keeps the raw one, with the address refused, in `messages`.
	const raw = [shape.message, ...(shape.messages ?? [])].filter((message) => typeof message === 'string');
	const code = errors[0]?.extensions?.code;
	return {
		status: Number.isInteger(status) && status > 0 ? status : null,
		code: typeof code === 'string' ? code : null,
		message: [...new Set(told.length > 0 ? told : raw)].join('；') || String(error),
	};
}
