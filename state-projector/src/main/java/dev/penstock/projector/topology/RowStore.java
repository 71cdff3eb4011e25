package dev.penstock.projector.topology;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * The topology's state store, whose contents are the rows in PostgreSQL.
 *
 * <p>A store of Kafka Streams beside the rows would be a second truth: after a crash it may be ahead of them or behind,
 * and statistics could not be told from it again. So jobs are looked up in the rows and kept at hand in memory, there is
 * no change log and nothing to restore, and offset, job, attempt, history and figures change in one transaction.
 *
 * <p>Kafka Streams 4.3 calls {@link #flushCache} of every cached store before it sends off the records and commits the
 * input offsets, in each of the ways a commit can come about (interval, rebalance, close); {@code flush} and
 * {@code commit} of a store come only after the offsets. Here we lean on an internal name; the tests of the topology fail
 * if it is no longer called.
 */
final class RowStore implements StateStore, CachedStateStore<Object, Object> {
    private final String name;
    private @Nullable Runnable beforeCommit;
    private boolean open;

    private RowStore(String name) {
        this.name = name;
    }

    /** What has to be done before the input offsets are committed. */
    void beforeCommit(Runnable action) {
        beforeCommit = action;
    }

    @Override
    public void flushCache() {
        if (beforeCommit != null) {
            beforeCommit.run();
        }
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void clearCache() {}

    @Override
    public void close() {
        open = false;
        beforeCommit = null;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Makes one for each task; nothing of it can be configured. */
    record Builder(String name) implements StoreBuilder<RowStore> {
        @Override
        public RowStore build() {
            return new RowStore(name);
        }

        @Override
        public StoreBuilder<RowStore> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<RowStore> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<RowStore> withLoggingEnabled(Map<String, String> config) {
            return this;
        }

        @Override
        public StoreBuilder<RowStore> withLoggingDisabled() {
            return this;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
