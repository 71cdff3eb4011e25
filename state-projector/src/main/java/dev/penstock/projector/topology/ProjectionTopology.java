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
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        EVENTS,
                        // A stranger's record without a time must not stop the stream.
                        (record, latest) -> Math.max(0, record.timestamp()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        topics.events())
                .addProcessor(FOLD, new Fold(new Sinks(sink), meter), EVENTS)
                .addSink(FoldProcessor.STATE, topics.state(), key, value, FOLD)
                .addSink(FoldProcessor.STATISTICS, topics.statistics(), key, value, FOLD)
                .addSink(FoldProcessor.DEAD_LETTERS, topics.deadLetter(), key, value, FOLD);
    }

    private record Fold(Sinks sinks, ProjectionMeter meter)
            implements ProcessorSupplier<byte[], byte[], String, byte @Nullable []> {
        @Override
        public Processor<byte[], byte[], String, byte @Nullable []> get() {
            return new FoldProcessor(sinks, meter);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(new RowStore.Builder(ROWS));
        }
    }
}
