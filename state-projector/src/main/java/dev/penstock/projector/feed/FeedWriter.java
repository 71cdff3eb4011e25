package dev.penstock.projector.feed;

import dev.penstock.api.wire.UndecodableException;
import dev.penstock.projector.sink.ReadModel.RowRefused;
import dev.penstock.projector.store.KeptSession;
import dev.penstock.projector.table.Notice;
import dev.penstock.projector.table.OffsetTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Rows and offsets of a feed in one transaction. */
final class FeedWriter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FeedWriter.class);

    private final KeptSession session;
    private final UUID generation;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    FeedWriter(DataSource database, UUID generation) {
        session = new KeptSession(database);
        this.generation = generation;
    }

    /** What was read of one topic. */
    record Batch(FeedTable table, Map<TopicPartition, ConsumerRecord<String, byte[]>> last, List<FeedTable.Said> said) {
        /** Null if nothing was. */
        static @Nullable Batch of(FeedTable table, ConsumerRecords<String, byte[]> records) {
            Map<TopicPartition, ConsumerRecord<String, byte[]>> last = new HashMap<>();
            List<FeedTable.Said> said = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : records.records(table.topic())) {
                last.put(new TopicPartition(record.topic(), record.partition()), record);
                try {
                    Object what = table.read(record);
                    if (what != null) {
                        said.add(new FeedTable.Said(record, what));
                    }
                } catch (UndecodableException e) {
                    LOG.warnf(
                            "Passed over %s-%d, offset %d: %s",
                            record.topic(), record.partition(), record.offset(), e.getMessage());
                }
            }
            return last.isEmpty() ? null : new Batch(table, last, said);
        }

        Set<TopicPartition> partitions() {
            return last.keySet();
        }

        Batch only(List<FeedTable.Said> some) {
            return new Batch(table, last, some);
        }
    }

    /** Where to go on. */
    Map<TopicPartition, Long> next(Collection<TopicPartition> partitions) {
        return session.transaction(s -> {
            Map<String, Set<Integer>> byTopic = new HashMap<>();
            partitions.forEach(p ->
                    byTopic.computeIfAbsent(p.topic(), t -> new HashSet<>()).add(p.partition()));
            Map<TopicPartition, Long> found = new HashMap<>();
            for (Map.Entry<String, Set<Integer>> topic : byTopic.entrySet()) {
                OffsetTable.next(s, generation, topic.getKey(), topic.getValue())
                        .forEach((p, offset) -> found.put(new TopicPartition(topic.getKey(), p), offset));
            }
            next.putAll(found);
            return found;
        });
    }

    /** False if somebody else has been here. */
    boolean write(Batch batch) {
        try {
            return put(batch);
        } catch (RowRefused e) {
            LOG.warnf(
                    "PostgreSQL does not take a record of %s, trying them one by one: %s",
                    batch.table().topic(), e.getMessage());
            return put(batch.only(
                    batch.said().stream().filter(one -> taken(batch, one)).toList()));
        }
    }

    /** Whether the database takes this record; asked in a transaction that is not kept. */
    private boolean taken(Batch batch, FeedTable.Said one) {
        try {
            return session.transaction(s -> {
                batch.table().write(s, List.of(one));
                s.rollback();
                return true;
            });
        } catch (RowRefused e) {
            return false;
        }
    }

    private boolean put(Batch batch) {
        List<OffsetTable.Step> steps = new ArrayList<>();
        batch.last()
                .forEach((partition, record) -> steps.add(new OffsetTable.Step(
                        partition.partition(),
                        next.getOrDefault(partition, 0L),
                        record.offset() + 1,
                        Instant.ofEpochMilli(record.timestamp()))));
        boolean written = session.transaction(s -> {
            s.execute("SET LOCAL synchronous_commit TO off");
            if (!OffsetTable.advance(s, generation, batch.table().topic(), steps)) {
                s.rollback();
                return false;
            }
            if (!batch.said().isEmpty()) {
                batch.table().write(s, batch.said());
                new Notice(batch.table().tables(), List.of(), false).send(s);
            }
            return true;
        });
        if (written) {
            batch.last().forEach((partition, record) -> next.put(partition, record.offset() + 1));
        }
        return written;
    }

    @Override
    public void close() {
        session.close();
    }
}
