package dev.penstock.processor.stream;

import dev.penstock.processor.store.GateIndex;
import dev.penstock.processor.store.PartitionState;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology: two doors, one decider, whatever topic a record is addressed to.
 *
 * <pre>
 * jobs.submissions ─┐                         ┌─ jobs.events, jobs.work.*, jobs.retry.*, jobs.dead-letter,
 *                   ├─ decide ── out ─────────┤  jobs.signals, jobs.revoked, jobs.grants, jobs.settings
 * jobs.commands ────┘  jobs, stubs, kin,      └─ jobs.submissions (from a wrong partition, early acts), jobs.gates
 *
 * jobs.gates ────── keep-gates ── passed ─────── jobs.work.*, jobs.gates (the next one)
 *                    gates
 * </pre>
 *
 * <p>Nothing goes to {@code jobs.commands} from here: see
 * {@link dev.penstock.processor.timer.PlainSender}.
 */
public final class Commands {
    private static final String SUBMISSIONS = "submissions";
    private static final String COMMANDS = "commands";
    private static final String DECIDE = "decide";
    private static final String OUT = "out";
    private static final String GATES = "gates-in";
    private static final String KEEP = "keep-gates";
    private static final String PASSED = "passed";

    /** A change log takes what a record may not: state is larger than what is said about it. */
    private static final Map<String, String> CHANGE_LOG = Map.of("max.message.bytes", "2097152");

    private Commands() {}

    public static Topology topology(Parts parts) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        TopicNameExtractor<byte[], Addressed> addressed = (key, record, context) -> record.topic();
        Serializer<Addressed> value = (topic, record) -> record.value();
        return new Topology()
                .addSource(SUBMISSIONS, bytes, bytes, parts.topics().submissions())
                .addSource(COMMANDS, bytes, bytes, parts.topics().commands())
                .addProcessor(DECIDE, new Deciders(parts), SUBMISSIONS, COMMANDS)
                .addSink(OUT, addressed, new ByteArraySerializer(), value, DECIDE)
                .addSource(GATES, bytes, bytes, parts.topics().gates())
                .addProcessor(KEEP, new GateKeepers(parts), GATES)
                .addSink(PASSED, addressed, new ByteArraySerializer(), value, KEEP);
    }

    private record Deciders(Parts parts) implements ProcessorSupplier<byte[], byte[], byte[], Addressed> {
        @Override
        public Processor<byte[], byte[], byte[], Addressed> get() {
            return new DecidingProcessor(parts);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    store(PartitionState.JOBS),
                    store(PartitionState.STUBS),
                    store(PartitionState.KIN),
                    store(PartitionState.SETTINGS));
        }
    }

    private record GateKeepers(Parts parts) implements ProcessorSupplier<byte[], byte[], byte[], Addressed> {
        @Override
        public Processor<byte[], byte[], byte[], Addressed> get() {
            return new GateProcessor(parts);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(store(GateIndex.NAME));
        }
    }

    /** Cached, so that a job that ends within a commit interval never reaches the disk or the change log. */
    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingEnabled(CHANGE_LOG);
    }
}
