import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

const TOKEN = '系统地址正确，但令牌不可用：请填写自动化账号的令牌';

const failsWith = (value: number, message: string) => ({
	type: 'responseCode' as const,
	properties: { value, message },
});

/** Where Directus is and the static token of its automation user. */
export class ZhudianApi implements ICredentialType {
	name = 'zhudianApi';

	displayName = '驻点系统 (Zhudian API)';

	documentationUrl = 'https://zhudian.example/docs/n8n';

	icon = { light: 'file:../icons/zhudian.svg', dark: 'file:../icons/zhudian.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: '系统地址',
			name: 'baseUrl',
			type: 'string',
			default: 'http://127.0.0.1:8055',
			required: true,
			description: 'Address of Directus, without a path at the end',
		},
		{
			displayName: '令牌',
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
		// Answers the automation alone: health answers strangers too, and a wrong token passed.
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/zhudian/events/examples?topics=hazard.major' },
		rules: [
			failsWith(401, TOKEN),
			failsWith(403, TOKEN),
			failsWith(404, '该地址有应答，但不是驻点系统：请检查“系统地址”'),
		],
	};
}
