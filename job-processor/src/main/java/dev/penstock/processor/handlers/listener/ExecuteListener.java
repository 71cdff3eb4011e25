package dev.penstock.processor.handlers.listener;

import dev.penstock.api.payload.JobType;

/**
 * Tell the ledger of an order (S2.2, S2.15). A ledger with half an order in it is out of balance, so a stop waits for the
 * end; a force stop does not, and leaves it so (S2.17).
 *
 * @param order number of the order
 * @param postings how many, 1 to 500
 * @param cents of each
 * @param settleMillis how long the ledger takes to settle one, 0 to 1,000
 */
@JobType(
        name = "listener.execute",
        description = "Posts an order to the ledger; once begun it runs to its end, whoever asks it to stop",
        policy = @JobType.Policy(backoffFactor = 2, resumable = false))
public record ExecuteListener(String order, int postings, long cents, int settleMillis) {}
