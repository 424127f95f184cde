import type { IDataObject, IExecuteFunctions, ILoadOptionsFunctions, ITriggerFunctions } from 'n8n-workflow';

/** Tells Directus that a person tries a workflow: nothing is written then, and mail goes to the operations address alone. */
const TEST_RUN = { 'X-Zhudian-Test-Run': 'true' };

/** How runs are begun that a person tries: by hand in the editor, by n8n's evaluations, from its command line. */
const TRIED = ['manual', 'evaluation', 'cli'];

type Context = IExecuteFunctions | ILoadOptionsFunctions | ITriggerFunctions;
type Run = Partial<Pick<IExecuteFunctions, 'getMode'>> & {
	readonly additionalData?: { readonly rootExecutionMode?: string };
};

/** How the run was begun; of a sub-workflow, how the one that called it was. n8n keeps that beside the context, undocumented. */
const modeOf = ({ additionalData, getMode }: Run, context: Context): string | undefined =>
	additionalData?.rootExecutionMode ?? getMode?.call(context);

/** The headers of a request of this run. */
export const testHeaders = (context: Context): IDataObject =>
	TRIED.includes(modeOf(context, context) ?? '') ? TEST_RUN : {};
