package dev.penstock.processor.handlers.bench;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import org.jspecify.annotations.Nullable;

/** Returns at once. */
public final class NoopHandler implements JobHandler<Noop> {
    @Override
    public @Nullable Object run(Noop payload, JobContext context) {
        return null;
    }
}
