package dev.penstock.processor.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.key.Keys;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.processor.app.WriteSide;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.fixture.TestKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spans of a processor and a worker, with a real broker between them. */
class TracesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    private final List<SpanData> spans = new CopyOnWriteArrayList<>();

    @JobType(name = "traced", queue = "traced")
    record Traced() {}

    @Test
    void the_first_attempt_is_a_child_of_the_submitters_span_and_a_retry_a_new_root_with_a_link(@TempDir Path folder)
            throws Exception {
        OpenTelemetry telemetry = telemetry();
        TracedStream stream = new TracedStream(new CountedStream(new SimpleMeterRegistry()), telemetry);
        try (Rig rig = new Rig(folder, TestKafka.shared())) {
            WriteSide processor = rig.processor(stream);
            try (JobWorker worker = JobWorker.builder(rig.kafka)
                            .actKey(rig.keys().act(Keys.WORKER))
                            .task(Traced.class, (job, context) -> {
                                if (context.attempt() == 1) {
                                    throw new IllegalStateException("the first attempt fails");
                                }
                            })
                            .around(new TracedAttempt(telemetry))
                            .start();
                    JobClient client = JobClient.builder(rig.kafka)
                            .traceparent(() -> "00-" + TRACE + "-" + SPAN + "-01")
                            .build()) {
                assertThat(worker.id()).isNotBlank();
                Rig.await(
                        "the queue is known",
                        () -> String.valueOf(processor.facts().get("queues")).contains("traced"));
                JobHandle job = client.submit(NewJob.of(new Traced()).awaited());
                client.await(job, Duration.ofMinutes(3));
            }
        }

        SpanData decided = of("decide Submit", 0);
        assertThat(decided.getTraceId()).isEqualTo(TRACE);
        assertThat(decided.getParentSpanId()).isEqualTo(SPAN);
        assertThat(decided.getEndEpochNanos()).isGreaterThanOrEqualTo(decided.getStartEpochNanos());
        SpanData first = of("job traced", 0);
        assertThat(first.getTraceId()).isEqualTo(TRACE);
        assertThat(first.getParentSpanId()).isEqualTo(SPAN);
        assertThat(first.getEvents()).extracting("name").contains("exception");
        SpanData second = of("job traced", 1);
        assertThat(second.getTraceId()).isNotEqualTo(TRACE);
        assertThat(second.getParentSpanContext().isValid()).isFalse();
        assertThat(second.getLinks())
                .singleElement()
                .satisfies(
                        link -> assertThat(link.getSpanContext().getTraceId()).isEqualTo(TRACE));
        assertThat(spans)
                .as("reports and timers have no spans")
                .extracting(SpanData::getName)
                .containsOnly("decide Submit", "job traced");
    }

    private SpanData of(String name, int index) {
        return spans.stream()
                .filter(span -> span.getName().equals(name))
                .toList()
                .get(index);
    }

    private OpenTelemetry telemetry() {
        SpanExporter exporter = new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> ended) {
                spans.addAll(ended);
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        };
        return OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build())
                .build();
    }
}
