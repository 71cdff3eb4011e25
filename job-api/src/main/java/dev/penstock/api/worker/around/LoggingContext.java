package dev.penstock.api.worker.around;

import dev.penstock.api.worker.Around;
import dev.penstock.api.worker.JobContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Names the job in every line that is logged while it runs: puts {@code job}, {@code type}, {@code queue}, {@code round},
 * {@code attempt} and {@code tenant} into SLF4J's MDC. Threads that a handler starts do not have them.
 */
public final class LoggingContext implements Around {
    @Override
    public @Nullable Object around(JobContext context, Next next) throws Exception {
        Map<String, String> before = MDC.getCopyOfContextMap();
        try {
            MDC.put("job", context.job().value());
            MDC.put("type", context.type());
            MDC.put("queue", context.queue());
            MDC.put("round", Integer.toString(context.round()));
            MDC.put("attempt", Integer.toString(context.attempt()));
            MDC.put("tenant", context.tenant());
            return next.run();
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable Map<String, String> before) {
        if (before == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(before);
        }
    }
}
