package dev.penstock.projector.topology;

import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.sink.Outbox;
import dev.penstock.projector.sink.Sink;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.projector.view.MinuteKey;
import dev.penstock.projector.view.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One partition of the event log: hands its records to the sink, has them written some twenty times a second, of a backlog in
 * large batches, and always before a commit, and publishes what is written.
 */
final class FoldProcessor implements Processor<byte[], byte[], String, byte @Nullable []> {
    static final String STATE = "state";
    static final String STATISTICS = "statistics";
    static final String DEAD_LETTERS = "dead-letters";

    private static final Logger LOG = Logger.getLogger(FoldProcessor.class);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final int KEPT_INPUT = 256 * 1024;

    private final Sinks sinks;
    private final ProjectionMeter meter;
    private final boolean publishes;
    private final Map<MinuteKey, Minute> minutes = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, byte @Nullable []> context;

    @SuppressWarnings("NullAway.Init")
    private ProcessorNode<?, ?, ?, ?> node;

    @SuppressWarnings("NullAway.Init")
    private Sink sink;

    private int partition;

    /** @param publishes false: it has nowhere to publish to */
    FoldProcessor(Sinks sinks, ProjectionMeter meter, boolean publishes) {
        this.sinks = sinks;
        this.meter = meter;
        this.publishes = publishes;
    }

    @Override
    public void init(ProcessorContext<String, byte @Nullable []> processorContext) {
        context = processorContext;
        node = internal().currentNode();
        partition = context.taskId().partition();
        sink = sinks.own();
        sink.open(partition);
        RowStore rows = context.getStateStore(ProjectionTopology.ROWS);
        rows.beforeCommit(this::beforeCommit);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> tick(Instant.ofEpochMilli(now)));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        int size = record.value() == null ? 0 : record.value().length;
        if (sink.add(partition, entry(at, record), size)) {
            writeSoon();
        }
    }

    @Override
    public void close() {
        sink.close(partition);
    }

    private LogEntry entry(RecordMetadata at, Record<byte[], byte[]> record) {
        Place place = new Place(at.partition(), at.offset());
        Instant appended = Instant.ofEpochMilli(record.timestamp());
        try {
            return new LogEntry.Fact(
                    place, appended, EventCodec.decode(record.value() == null ? new byte[0] : record.value()));
        } catch (UndecodableException e) {
            meter.unreadable();
            return new LogEntry.Unreadable(place, appended, letter(at, record, String.valueOf(e.getMessage())));
        }
    }

    private static DeadLetter letter(RecordMetadata at, Record<byte[], byte[]> record, String reason) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        byte[] kept = value.length <= KEPT_INPUT ? value : Arrays.copyOf(value, KEPT_INPUT);
        return new DeadLetter(
                reason,
                null,
                null,
                0,
                List.of(),
                new DeadLetter.Source(at.topic(), at.partition(), at.offset()),
                Base64.getEncoder().encodeToString(kept),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private void tick(Instant now) {
        if (!sink.mayWait(now)) {
            sink.write(false);
        }
        publish();
    }

    private void writeSoon() {
        sink.write(false);
        publish();
    }

    /** Called outside of any record: whoever forwards then has to say which node it is. */
    private void beforeCommit() {
        InternalProcessorContext<?, ?> internal = internal();
        ProcessorNode<?, ?, ?, ?> before = internal.currentNode();
        internal.setCurrentNode(node);
        try {
            sink.write(true);
            publish();
            minutes.forEach((key, minute) -> context.forward(Published.statistic(partition, key, minute), STATISTICS));
            minutes.clear();
        } finally {
            internal.setCurrentNode(before);
        }
    }

    /** Figures change with every batch; they are published once for each commit. */
    private void publish() {
        Outbox.Contents contents = sink.take(partition);
        if (!publishes) {
            contents.letters().forEach(letter -> LOG.warnf("Passed over %s: %s", letter.source(), letter.reason()));
            return;
        }
        contents.jobs()
                .forEach((id, view) -> context.forward(
                        view.isPresent()
                                ? Published.state(id, view.get())
                                : new Record<>(id.value(), null, context.currentSystemTimeMs()),
                        STATE));
        contents.letters().forEach(letter -> context.forward(Published.letter(letter), DEAD_LETTERS));
        minutes.putAll(contents.minutes());
    }

    private InternalProcessorContext<?, ?> internal() {
        return (InternalProcessorContext<?, ?>) context;
    }
}
