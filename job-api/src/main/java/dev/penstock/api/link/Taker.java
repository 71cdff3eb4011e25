package dev.penstock.api.link;

import java.util.concurrent.CompletableFuture;

/** Who takes what an intake reads: the crew of a worker. */
public interface Taker {
    /** Takes a record, at once; never throws. */
    Taking take(Received received);

    /** Whether nothing is to be taken from the queue at the moment. */
    boolean isQuiet(String queue);

    /** The intake can go on no more: its records will come again, and somebody must read the queue anew. */
    void broken(RuntimeException cause);

    /** What became of a record. */
    interface Taking {
        /** Whether it occupies a slot, which is given back when it has ended. */
        boolean occupies();

        /** Reports that it has begun, unless it has reported already. Returns whether it goes on. */
        boolean announce();

        /**
         * Done when a report about it is durable, so that the record may be acknowledged; fails when there will be none, and
         * the record must go to somebody else.
         */
        CompletableFuture<Void> settled();
    }
}
