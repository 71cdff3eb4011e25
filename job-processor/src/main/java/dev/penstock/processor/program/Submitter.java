package dev.penstock.processor.program;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The span of whoever sent a command, from its {@code traceparent} header (W3C Trace Context). */
enum Submitter implements TextMapGetter<String> {
    HEADER;

    /** The root if nobody traced. */
    static Context of(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, HEADER);
    }

    @Override
    public Iterable<String> keys(String traceparent) {
        return List.of("traceparent");
    }

    @Override
    public @Nullable String get(@Nullable String traceparent, String key) {
        return key.equals("traceparent") ? traceparent : null;
    }
}
