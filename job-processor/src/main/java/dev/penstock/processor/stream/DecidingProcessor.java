package dev.penstock.processor.stream;

import dev.penstock.api.command.Command;
import dev.penstock.api.command.Submit;
import dev.penstock.api.job.JobId;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.SubmissionLine;
import dev.penstock.processor.ahead.Backlog;
import dev.penstock.processor.ahead.Held;
import dev.penstock.processor.due.LivePartitions;
import dev.penstock.processor.due.PartitionTimers;
import dev.penstock.processor.engine.Engine;
import dev.penstock.processor.engine.Incoming;
import dev.penstock.processor.engine.Output;
import dev.penstock.processor.store.PartitionState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The single writer of one partition's jobs: a record comes in, a command is decided, its records go out.
 *
 * <p>After a transaction was lost Kafka Streams calls {@link #init} again on the same object with restored stores, so
 * everything in memory is made there.
 */
final class DecidingProcessor implements Processor<byte[], byte[], byte[], Addressed> {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final int TICKS_TO_SCAN = 5;
    private static final int TICKS_TO_REST = 10;
    private static final int SCAN = 200;
    private static final long CACHE_BYTES = 24L << 20;

    private final Parts parts;
    private final Intake intake;
    private final Outlet outlet;
    private @Nullable Seat seat;

    DecidingProcessor(Parts parts) {
        this.parts = parts;
        this.intake = new Intake(parts.topics(), parts.partitions(), parts.names());
        this.outlet = new Outlet(parts.topics(), parts.watch().time());
    }

    /** What belongs to one assignment of the partition. */
    private static final class Seat {
        final ProcessorContext<byte[], Addressed> context;
        final PartitionState state;
        final PartitionTimers timers;
        final Trust trust;
        final Clerk clerk;
        final LivePartitions.Partition live;
        final OwnRevocations revocations;
        final Backlog backlog;
        int ticks;
        int ticksWithoutTurn;

        Seat(ProcessorContext<byte[], Addressed> context, Parts parts, Outlet outlet) {
            this.context = context;
            state = new PartitionState(context, CACHE_BYTES / parts.partitions(), parts.known());
            timers = new PartitionTimers(parts.watch(), parts.lostAfter(), parts.sender());
            trust = new Trust(parts.keys(), state::job);
            clerk = new Clerk(
                    new Engine(state.ports(parts.known(), trust, parts.watch().shares()::of)), state, timers, outlet);
            state.load(timers);
            revocations = new OwnRevocations(parts.lostAfter().dividedBy(2));
            live = parts.live().open(context.taskId().partition(), timers.leases());
            backlog = parts.ahead().open(context.taskId().partition(), state.early());
        }
    }

    @Override
    public void init(ProcessorContext<byte[], Addressed> context) {
        Seat fresh = new Seat(context, parts, outlet);
        seat = fresh;
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> tick(fresh));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Seat here = seat();
        RecordMetadata place = here.context.recordMetadata().orElseThrow();
        boolean submission = place.topic().equals(parts.topics().submissions());
        if (!submission || !hasHadItsTurn(here, record, place)) {
            take(here, record, place, submission);
        }
        Held next = here.backlog.next();
        if (next != null) {
            early(here, next);
        }
    }

    private void take(Seat here, Record<byte[], byte[]> record, RecordMetadata place, boolean submission) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        switch (intake.read(record, place)) {
            case Intake.Read.Command command -> {
                if (submission && here.backlog.isBehind()) {
                    Command body = command.incoming().message().body();
                    here.backlog.head(body instanceof Submit submit ? SubmissionLine.of(submit) : null);
                }
                decide(here, command.incoming(), record.value());
            }
            case Intake.Read.Elsewhere elsewhere -> {
                forward(here, outlet.forwarded(elsewhere.message(), place, at), at);
                parts.meter().forwarded();
            }
            case Intake.Read.Unreadable unreadable -> {
                forward(here, outlet.unreadable(unreadable.reason(), record.value(), place, at), at);
                parts.meter().unreadable(place.topic());
            }
        }
        if (place.topic().equals(parts.topics().commands())) {
            here.live.decided(place.offset(), at);
        }
    }

    /** A submission whose turn has come, and whether it was decided before that. */
    private boolean hasHadItsTurn(Seat here, Record<byte[], byte[]> record, RecordMetadata place) {
        here.ticksWithoutTurn = 0;
        boolean early = here.backlog.turn(
                place.offset(), record.timestamp(), parts.watch().time());
        if (early) {
            here.state.forgetEarly(place.offset(), here.timers);
        }
        return early;
    }

    /** In this transaction like its turn, which will find the mark: it is decided once, whatever comes between. */
    private void early(Seat here, Held next) {
        if (intake.read(next.record(), next.place()) instanceof Intake.Read.Command command) {
            here.state.rememberEarly(next.place().offset(), here.timers);
            decide(here, command.incoming(), next.record().value());
            parts.meter().ahead();
        } else {
            here.backlog.leave(next);
        }
    }

    @Override
    public void close() {
        if (seat != null) {
            parts.live().close(seat.context.taskId().partition(), seat.live);
            parts.ahead().close(seat.context.taskId().partition(), seat.backlog);
            seat = null;
        }
    }

    private void decide(Seat here, Incoming in, byte[] bytes) {
        here.trust.take(bytes);
        Clerk.Handled handled = here.clerk.handle(in);
        for (Output output : handled.outputs()) {
            if (output instanceof Output.Changed changed && changed.setting() instanceof Setting.Queue queue) {
                parts.queues().open(queue.name());
            } else if (output instanceof Output.Next next) {
                // At once, not with the commit: if that fails, the command is decided again, and the rest is asked for
                // again.
                parts.sender().timer(next.timer());
            } else if (output instanceof Output.Revoke revoke) {
                here.revocations.add(revoke.job());
            } else if (output instanceof Output.Behind behind) {
                RecordMetadata place = here.context.recordMetadata().orElseThrow();
                forward(here, outlet.behind(behind.act(), bytes, place), in.at());
            }
        }
        for (Addressed record : handled.records()) {
            forward(here, record, in.at());
        }
        parts.meter().decided(in, handled.outputs());
    }

    private static void forward(Seat here, Addressed record, Instant at) {
        here.context.forward(new Record<>(
                record.key().getBytes(StandardCharsets.UTF_8), record, at.toEpochMilli(), record.headers()));
    }

    private void tick(Seat here) {
        here.timers.tick();
        lift(here);
        if (++here.ticksWithoutTurn > TICKS_TO_REST) {
            here.backlog.rest();
        }
        if (++here.ticks % TICKS_TO_SCAN == 0) {
            here.timers.scan(here.state.live(), here.state.stubs(), SCAN);
            Instant now = parts.watch().time().now();
            if (now != null) {
                here.timers.overdue(here.state.overdue(now, SCAN));
                here.state.freeKeys(now, SCAN, here.timers);
            }
        }
    }

    /** Removes revocations that are no longer needed: in the transaction, like the entries themselves, and in their order. */
    private void lift(Seat here) {
        Instant now = parts.watch().time().now();
        JobId job = now == null ? null : here.live.nextLifted();
        while (now != null && job != null) {
            if (here.revocations.mayGo(job)) {
                forward(here, Addressed.to(parts.topics().revoked(), job.value(), null), now);
            }
            job = here.live.nextLifted();
        }
    }

    private Seat seat() {
        if (seat == null) {
            throw new IllegalStateException("The partition is not assigned to this process");
        }
        return seat;
    }
}
