import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

/** Where Directus is and the static token of its automation user. */
export class ZhudianApi implements ICredentialType {
	name = 'zhudianApi';

	displayName = 'Zhudian API';

	documentationUrl = 'https://zhudian.example/docs/n8n';

	icon = { light: 'file:../icons/zhudian.svg', dark: 'file:../icons/zhudian.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'http://127.0.0.1:8055',
			required: true,
			description: 'Address of Directus, without a path at the end',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Static token of the automation user',
		},
	];

	// A function, not the declarative form: the trigger's loop runs outside an execution, where n8n evaluates no
	// expressions, and the address is set in the same place as the token.
	authenticate: IAuthenticate = async (
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const baseURL = String(credentials.baseUrl).replace(/\/+$/, '');
		// A node that names an address of its own must not carry the token there, whatever the credential allows. The older way of asking
		// calls the address `uri`.
		const { uri, url } = request as Partial<IHttpRequestOptions> & { uri?: string };
		const target = url ?? uri ?? '';
		if (new URL(target, `${baseURL}/`).origin !== new URL(baseURL).origin)
			throw new Error(`本凭据只用于 ${baseURL}，不能用来访问 ${target}（this credential is for ${baseURL} only）`);
		return {
			...request,
			baseURL,
			headers: { ...request.headers, Authorization: `Bearer ${String(credentials.token)}` },
		};
	};

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/zhudian/health' },
	};
}
