package dev.penstock.processor.program;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Timer;
import dev.penstock.processor.engine.Incoming;
import dev.penstock.processor.engine.Output;
import dev.penstock.processor.stream.StreamMeter;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;

/**
 * A span for each submission and act that somebody traced: from its append to its decision, a child of the sender's span.
 * Reports and timers have none: they belong to attempts, and the trace of a retry tomorrow is another one.
 */
final class TracedStream implements StreamMeter {
    private final StreamMeter meter;
    private final OpenTelemetry telemetry;

    TracedStream(StreamMeter meter, OpenTelemetry telemetry) {
        this.meter = meter;
        this.telemetry = telemetry;
    }

    @Override
    public void decided(Incoming in, List<Output> outputs) {
        meter.decided(in, outputs);
        String traceparent = in.message().traceparent();
        Command body = in.message().body();
        if (traceparent != null && !(body instanceof Report) && !(body instanceof Timer)) {
            telemetry
                    .getTracer("penstock")
                    .spanBuilder("decide " + body.getClass().getSimpleName())
                    .setParent(Submitter.of(traceparent))
                    .setSpanKind(SpanKind.CONSUMER)
                    .setStartTimestamp(in.at())
                    .setAttribute("penstock.route", body.route())
                    .startSpan()
                    .end();
        }
    }

    @Override
    public void unreadable(String topic) {
        meter.unreadable(topic);
    }

    @Override
    public void ahead() {
        meter.ahead();
    }

    @Override
    public void forwarded() {
        meter.forwarded();
    }
}
