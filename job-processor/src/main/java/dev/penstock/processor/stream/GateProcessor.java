package dev.penstock.processor.stream;

import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.GateRequest;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.detect.Remaining;
import dev.penstock.processor.engine.Limits;
import dev.penstock.processor.gate.Gate;
import dev.penstock.processor.gate.GateEntry;
import dev.penstock.processor.gate.GateStore;
import dev.penstock.processor.store.GateIndex;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the gates of one partition of {@code jobs.gates}. */
final class GateProcessor implements Processor<byte[], byte[], byte[], Addressed> {
    private static final Logger LOG = Logger.getLogger(GateProcessor.class);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final int TICKS_TO_SEARCH = 50;
    /** Longer than a request is on its way from gate to gate. */
    private static final Duration LEFT_KEPT = Duration.ofMinutes(10);

    private final Parts parts;
    private final Outlet outlet;
    private @Nullable Seat seat;

    private record Seat(ProcessorContext<byte[], Addressed> context, GateStore store, Set<String> waitedAt) {}

    GateProcessor(Parts parts) {
        this.parts = parts;
        this.outlet = new Outlet(parts.topics(), parts.watch().time());
    }

    @Override
    public void init(ProcessorContext<byte[], Addressed> context) {
        GateStore store = new GateIndex(context.getStateStore(GateIndex.NAME), parts.known());
        Set<String> waitedAt = new TreeSet<>();
        store.all("s/", Integer.MAX_VALUE).stream()
                .map(entry -> entry.key().substring(2))
                .filter(name -> gate(name, store).isWaitedAt())
                .forEach(waitedAt::add);
        Seat fresh = new Seat(context, store, waitedAt);
        seat = fresh;
        int[] ticks = {0};
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, at -> {
            Instant now = parts.watch().time().now();
            if (now != null) {
                tick(fresh, now, ++ticks[0] % TICKS_TO_SEARCH == 0);
            }
        });
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Seat here = seat;
        if (here == null) {
            throw new IllegalStateException("The partition is not assigned to this process");
        }
        Instant at = Instant.ofEpochMilli(record.timestamp());
        String name = new String(record.key(), StandardCharsets.UTF_8);
        try {
            GateRequest request = Wire.read(record.value(), GateRequest.class);
            Gate gate = gate(name, here.store());
            forward(here, gate.handle(request, at), at);
            remember(here, name, gate);
        } catch (UndecodableException e) {
            // Only processors write here; whatever this is, nobody waits for it.
            LOG.errorf(
                    "A record of %s cannot be read and is passed over: %s",
                    parts.topics().gates(), e.getMessage());
        }
    }

    private void tick(Seat here, Instant now, boolean search) {
        for (String name : List.copyOf(here.waitedAt())) {
            Gate gate = gate(name, here.store());
            forward(here, gate.look(now), now);
            remember(here, name, gate);
        }
        if (search) {
            here.store().all("i/", Integer.MAX_VALUE).forEach(entry -> searchFor(entry.entry(), now));
            Gate.forget(here.store(), now.minus(LEFT_KEPT));
        }
    }

    /** What has passed and lies in no work topic any more is dispatched again; if it runs, this says nothing new (A3). */
    private void searchFor(GateEntry inside, Instant now) {
        GateRequest request = inside.request();
        WorkOrder order = request == null ? null : request.order();
        Instant since = inside.since();
        if (request == null || order == null || since == null || now.isBefore(since.plus(parts.lostAfter()))) {
            return;
        }
        Remaining left =
                parts.watch().work().remaining(order.queue(), order.lane().lane(), request.job());
        if (left != null && left.hasLost(since, parts.lostAfter())) {
            parts.sender().timer(new Timer.DispatchLost(request.job(), request.lease()));
        }
    }

    private void forward(Seat here, List<Gate.Passed> passed, Instant at) {
        for (Gate.Passed p : passed) {
            Addressed record = p.then().isEmpty()
                    ? outlet.work(p.order())
                    : outlet.gate(
                            p.then().getFirst(),
                            GateRequest.pass(
                                    p.order(), p.then().subList(1, p.then().size())));
            here.context()
                    .forward(new Record<>(
                            record.key().getBytes(StandardCharsets.UTF_8),
                            record,
                            at.toEpochMilli(),
                            record.headers()));
        }
    }

    private static void remember(Seat here, String name, Gate gate) {
        if (gate.isWaitedAt()) {
            here.waitedAt().add(name);
        } else {
            here.waitedAt().remove(name);
        }
    }

    private Gate gate(String name, GateStore store) {
        return new Gate(name, store, gate -> Limits.bounds(gate, parts.known()));
    }
}
