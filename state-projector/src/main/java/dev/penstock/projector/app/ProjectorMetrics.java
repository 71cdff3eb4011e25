package dev.penstock.projector.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/** The meters {@code penstock.projector.*}, described in docs/operations.md. */
@ApplicationScoped
public class ProjectorMetrics implements ReadSideMeter {
    private static final Logger LOG = Logger.getLogger(ProjectorMetrics.class);
    private static final Duration REMIND = Duration.ofSeconds(10);

    private final MeterRegistry registry;
    private final Tracer tracer;
    private final DistributionSummary batch;
    private final Timer time;
    private final Counter rows;
    private final Counter unreadable;
    private volatile boolean away;
    private volatile long toldAt;

    @Inject
    public ProjectorMetrics(MeterRegistry registry, OpenTelemetry telemetry) {
        this.registry = registry;
        tracer = telemetry.getTracer("penstock");
        batch = DistributionSummary.builder("penstock.projector.batch.records")
                .description("Records of the log written in one transaction")
                .register(registry);
        time = Timer.builder("penstock.projector.batch.time")
                .description("One transaction of rows, commit included")
                .register(registry);
        rows = Counter.builder("penstock.projector.rows")
                .description("Rows written")
                .register(registry);
        unreadable = Counter.builder("penstock.projector.unreadable")
                .description("Records that cannot be read, each a dead letter")
                .register(registry);
    }

    void watch(ReadSideKeeper keeper) {
        gauge("penstock.projector.lag.records", "Records that are not in the rows", keeper, k -> {
            ReadSide side = k.present();
            return side == null ? Double.NaN : (double) side.lag().records();
        });
        gauge("penstock.projector.lag.ms", "Milliseconds that the rows are behind the log", keeper, k -> {
            ReadSide side = k.present();
            return side == null ? Double.NaN : (double) side.lag().time().toMillis();
        });
        gauge("penstock.projector.database.away", "1 while PostgreSQL does not answer", keeper, k -> away ? 1 : 0);
    }

    private void gauge(String name, String what, ReadSideKeeper keeper, ToDoubleFunction<ReadSideKeeper> value) {
        Gauge.builder(name, keeper, value).description(what).register(registry);
    }

    boolean databaseIsAway() {
        return away;
    }

    @Override
    public void wrote(long records, long writtenRows, long nanos) {
        batch.record((double) records);
        time.record(nanos, TimeUnit.NANOSECONDS);
        trace(records, nanos);
        rows.increment((double) writtenRows);
    }

    /** A span for each batch, a root of its own: a batch belongs to many traces. */
    private void trace(long records, long nanos) {
        Instant end = Instant.now();
        tracer.spanBuilder("project batch")
                .setNoParent()
                .setStartTimestamp(end.minusNanos(nanos))
                .setAttribute("penstock.records", records)
                .startSpan()
                .end(end);
    }

    @Override
    public void away(String why) {
        if (!away || System.nanoTime() - toldAt > REMIND.toNanos()) {
            LOG.warnf("PostgreSQL does not answer; the projector waits and loses nothing: %s", why);
            toldAt = System.nanoTime();
        }
        away = true;
    }

    @Override
    public void back() {
        if (away) {
            LOG.info("PostgreSQL answers again; the projector goes on where it stopped");
        }
        away = false;
    }

    @Override
    public void unreadable() {
        unreadable.increment();
    }
}
