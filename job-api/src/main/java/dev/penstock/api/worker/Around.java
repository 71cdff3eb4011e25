package dev.penstock.api.worker;

import org.jspecify.annotations.Nullable;

/**
 * Wraps every attempt of a worker: tracing, logging contexts, transactions. The first one given is the outermost.
 *
 * <p>For tracing: {@link JobContext#traceparent} is the submitter's context; the first attempt is its child, later attempts
 * are roots with a link to it.
 */
@FunctionalInterface
public interface Around {
    /** Runs {@code next} and returns what it returns; what it throws, or throws itself, is the attempt's failure. */
    @Nullable
    Object around(JobContext context, Next next) throws Exception;

    /** The rest of the chain, the handler last. */
    @FunctionalInterface
    interface Next {
        @Nullable
        Object run() throws Exception;
    }
}
