export interface EventConsumer {
	/** Claims nothing more, waits a while for the runs in hand to be settled, then returns. Never rejects. */
	stop(): Promise<void>;
}
