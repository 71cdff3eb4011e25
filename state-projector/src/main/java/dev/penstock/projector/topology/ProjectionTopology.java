package dev.penstock.projector.topology;

import dev.penstock.api.topic.TopicNames;
import dev.penstock.projector.sink.Sink;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Events -> fold -> rows; state, statistics and dead letters behind them. */
public final class ProjectionTopology {
    static final String ROWS = "rows";
    private static final String EVENTS = "events";
    private static final String FOLD = "fold";

    private ProjectionTopology() {}

    /**
     * The topology.
     *
     * @param topics where from and where to
     * @param sink makes the sink of a stream thread
     */
    public static Topology of(TopicNames topics, Supplier<Sink> sink, ProjectionMeter meter) {
        StringSerializer key = new StringSerializer();
        ByteArraySerializer value = new ByteArraySerializer();
        return folding(topics, new Fold(new Sinks(sink), meter, true))
                .addSink(FoldProcessor.STATE, topics.state(), key, value, FOLD)
                .addSink(FoldProcessor.STATISTICS, topics.statistics(), key, value, FOLD)
                .addSink(FoldProcessor.DEAD_LETTERS, topics.deadLetter(), key, value, FOLD);
    }

    /**
     * The same that only fills rows: what it would publish was published when the events were new, and older versions of a job behind
     * newer ones would be the last that the topic keeps.
     */
    public static Topology silent(TopicNames topics, Supplier<Sink> sink, ProjectionMeter meter) {
        return folding(topics, new Fold(new Sinks(sink), meter, false));
    }

    private static Topology folding(TopicNames topics, Fold fold) {
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        EVENTS,
                        // A stranger's record without a time must not stop the stream.
                        (record, latest) -> Math.max(0, record.timestamp()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        topics.events())
                .addProcessor(FOLD, fold, EVENTS);
    }

    private record Fold(Sinks sinks, ProjectionMeter meter, boolean publishes)
            implements ProcessorSupplier<byte[], byte[], String, byte @Nullable []> {
        @Override
        public Processor<byte[], byte[], String, byte @Nullable []> get() {
            return new FoldProcessor(sinks, meter, publishes);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(new RowStore.Builder(ROWS));
        }
    }
}
