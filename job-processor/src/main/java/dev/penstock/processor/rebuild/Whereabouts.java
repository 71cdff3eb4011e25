package dev.penstock.processor.rebuild;

import dev.penstock.api.key.Ids;
import dev.penstock.api.topic.Partition;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.SubmissionCodec;
import dev.penstock.api.wire.UndecodableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far the processors had come in a partition, told by the outcomes in the log: every command that has been decided has one that
 * names it (B5), but for copies of reports and timers, which may be decided twice.
 */
final class Whereabouts {
    private final TopicNames topics;
    private final int partitions;
    private final Ids names;

    Whereabouts(TopicNames topics, int partitions, Ids names) {
        this.topics = topics;
        this.partitions = partitions;
        this.names = names;
    }

    /**
     * Where to go on.
     *
     * @param next the first record that has not been decided
     * @param early offsets behind it that have
     */
    record Place(long next, List<Long> early) {}

    /** In the commands, which are decided in their order. */
    Place inCommands(Reading reading, int partition, Set<String> decided) {
        TopicPartition place = new TopicPartition(topics.commands(), partition);
        long[] next = {reading.beginning(place)};
        reading.read(place, record -> {
            String id = commandId(record);
            if (id != null && decided.contains(id)) {
                next[0] = record.offset() + 1;
            }
        });
        return new Place(next[0], List.of());
    }

    /** In the submissions, some of which are decided before their turn (docs/adr/0017). */
    Place inSubmissions(Reading reading, int partition, Set<String> decided) {
        TopicPartition place = new TopicPartition(topics.submissions(), partition);
        List<Long> done = new ArrayList<>();
        List<Long> open = new ArrayList<>();
        reading.read(place, record -> {
            String id = submissionId(record);
            if (id == null) {
                return; // forwarded, or a dead letter; nothing is lost if it is so again, since it lies behind a
                // decided one
            }
            if (decided.contains(id)) {
                done.add(record.offset());
            } else {
                open.add(record.offset());
            }
        });
        long first = open.isEmpty() ? Long.MAX_VALUE : open.getFirst();
        // What has no name of its own and lies before the first open one may be open, too: begin behind the last that
        // is decided.
        long next = done.stream()
                .filter(offset -> offset < first)
                .reduce((one, later) -> later)
                .map(offset -> offset + 1)
                .orElseGet(() -> reading.beginning(place));
        return new Place(next, done.stream().filter(offset -> offset > next).toList());
    }

    private static @Nullable String commandId(ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null
                    ? null
                    : CommandCodec.decode(record.value()).id();
        } catch (UndecodableException | RuntimeException e) {
            return null;
        }
    }

    /** Of a submission, or of an act that waits behind them (docs/adr/0016); null if it is none of this partition. */
    private @Nullable String submissionId(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.value() == null) {
                return null;
            }
            var message = SubmissionCodec.decode(
                    record.value(),
                    new SubmissionCodec.Place(record.topic(), record.partition(), record.offset()),
                    names);
            return Partition.of(message.body().route(), partitions) == record.partition() ? message.id() : null;
        } catch (UndecodableException | RuntimeException e) {
            return commandId(record);
        }
    }
}
