package dev.penstock.processor.program;

import dev.penstock.api.worker.Around;
import dev.penstock.api.worker.JobContext;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A span for each attempt. The first one is a child of the submitter's span; later ones are new roots with a link to it,
 * because a trace that a retry tomorrow would join is never complete.
 */
final class TracedAttempt implements Around {
    private final OpenTelemetry telemetry;

    TracedAttempt(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public @Nullable Object around(JobContext job, Next next) throws Exception {
        Span span = begin(job);
        try (Scope current = span.makeCurrent()) {
            assert current != null;
            return next.run();
        } catch (Exception e) {
            span.recordException(e);
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }

    private Span begin(JobContext job) {
        Context submitter = Submitter.of(job.traceparent());
        SpanBuilder builder = telemetry
                .getTracer("penstock")
                .spanBuilder("job " + job.type())
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("penstock.job", job.idempotencyKey())
                .setAttribute("penstock.round", job.round())
                .setAttribute("penstock.attempt", job.attempt());
        if (job.round() == 1 && job.attempt() == 1) {
            return builder.setParent(submitter).startSpan();
        }
        return builder.setNoParent()
                .addLink(Span.fromContext(submitter).getSpanContext())
                .startSpan();
    }
}
