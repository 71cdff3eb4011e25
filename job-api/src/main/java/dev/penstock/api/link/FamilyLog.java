package dev.penstock.api.link;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Submission.JobDispatched;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Partition;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The events of one family, read from its partition of {@code jobs.events} up to a dispatch.
 *
 * <p>Read committed, because what a handler decides on must not be taken back. The dispatch itself comes before its
 * transaction is committed, so this waits for it: everything that the dispatch knew stands before it.
 */
public final class FamilyLog {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Kafka kafka;

    public FamilyLog(Kafka kafka) {
        this.kafka = kafka;
    }

    /**
     * The family's events, oldest first. Holds a consumer until it is closed.
     *
     * @param upTo the dispatch to stop at
     * @param since no older event is of interest
     */
    public Stream<EventMessage> read(WorkOrder upTo, Instant since) {
        Reading reading = new Reading(kafka, upTo, since);
        return StreamSupport.stream(reading, false).onClose(reading::close);
    }

    private static final class Reading extends Spliterators.AbstractSpliterator<EventMessage> {
        private final WorkOrder upTo;
        private final KafkaConsumer<String, byte[]> consumer;
        private final Deque<EventMessage> read = new ArrayDeque<>();
        private boolean done;

        Reading(Kafka kafka, WorkOrder upTo, Instant since) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.upTo = upTo;
            this.consumer = kafka.consumer(Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"));
            String topic = kafka.topics().events();
            int partitions = consumer.partitionsFor(topic).size();
            TopicPartition place =
                    new TopicPartition(topic, Partition.of(upTo.job().route(), partitions));
            consumer.assign(List.of(place));
            OffsetAndTimestamp first = consumer.offsetsForTimes(Map.of(place, since.toEpochMilli()))
                    .get(place);
            if (first == null) {
                consumer.seekToEnd(List.of(place)); // nothing as young is committed yet: it is still to come
            } else {
                consumer.seek(place, first.offset());
            }
        }

        @Override
        public boolean tryAdvance(Consumer<? super EventMessage> action) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (read.isEmpty() && !done) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                records.forEach(this::take);
                if (!records.isEmpty()) {
                    end = System.nanoTime() + PATIENCE.toNanos();
                } else if (System.nanoTime() - end > 0) {
                    close();
                    throw new IllegalStateException("The log did not say within " + PATIENCE.toSeconds()
                            + " s how the children of job " + upTo.job() + " ended");
                }
            }
            EventMessage next = read.poll();
            if (next == null) {
                close();
                return false;
            }
            action.accept(next);
            return true;
        }

        private void take(ConsumerRecord<String, byte[]> record) {
            if (done || !upTo.job().route().equals(record.key())) {
                return;
            }
            EventMessage event = decoded(record.value());
            if (event != null) {
                read.add(event);
                done = isDispatch(event);
            }
        }

        private boolean isDispatch(EventMessage event) {
            if (!event.key().equals(upTo.job().value())) {
                return false;
            }
            return switch (event.body()) {
                case JobDispatched e -> e.dispatch().number() == upTo.number();
                case JobSubmitted e -> e.dispatch() != null && e.dispatch().number() == upTo.number();
                default -> false;
            };
        }

        private static @Nullable EventMessage decoded(byte @Nullable [] record) {
            try {
                return record == null ? null : EventCodec.decode(record);
            } catch (UndecodableException e) {
                return null;
            }
        }

        void close() {
            consumer.close();
        }
    }
}
