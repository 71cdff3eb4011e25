package dev.penstock.processor.stream;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.topic.Partition;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.SubmissionCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.processor.engine.Incoming;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Reads what comes in through the two doors (A7). */
final class Intake {
    /** Says of a forwarded submission where it lay first; it is forwarded once. */
    static final String FORWARDED = "penstock-forwarded-from";

    /** Says of an act that was put behind the submissions where it lay first; it is put there once. */
    static final String BEHIND = "penstock-behind";

    private final TopicNames topics;
    private final int partitions;
    private final SubmissionCodec.Naming naming;

    Intake(TopicNames topics, int partitions, SubmissionCodec.Naming naming) {
        this.topics = topics;
        this.partitions = partitions;
        this.naming = naming;
    }

    /** What a record is. */
    sealed interface Read {
        /** A command in its partition. */
        record Command(Incoming incoming) implements Read {}

        /** A submission that belongs in another partition. */
        record Elsewhere(CommandMessage message) implements Read {}

        /** Nobody's input: a sentence for the dead-letter topic. */
        record Unreadable(String reason) implements Read {}
    }

    Read read(Record<byte[], byte @Nullable []> record, RecordMetadata place) {
        byte[] value = record.value();
        if (value == null) {
            return new Read.Unreadable("The record is empty: a JSON object is expected.");
        }
        boolean submission = place.topic().equals(topics.submissions());
        Header behind = submission ? record.headers().lastHeader(BEHIND) : null;
        try {
            if (behind != null) {
                return behind(record, place, behind);
            }
            CommandMessage message = submission
                    ? SubmissionCodec.decode(
                            value, new SubmissionCodec.Place(place.topic(), place.partition(), place.offset()), naming)
                    : CommandCodec.decode(value);
            String misfit = EnvelopeCheck.misfit(message);
            return misfit != null ? new Read.Unreadable(misfit) : placed(message, submission, record, place);
        } catch (UndecodableException e) {
            return new Read.Unreadable(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // A codec that stumbles over input must not stop the partition (A1).
            return new Read.Unreadable("The record cannot be read: " + e);
        }
    }

    /**
     * An act that comes back. It is trusted for its signature, not for where it lies: anybody may write to this topic.
     */
    private Read behind(Record<byte[], byte @Nullable []> record, RecordMetadata place, Header behind)
            throws UndecodableException {
        CommandMessage message = CommandCodec.decode(record.value());
        String misfit = EnvelopeCheck.misfit(message);
        if (misfit == null && !(message.body() instanceof Act)) {
            misfit = "Only an act can wait behind submissions, not "
                    + message.body().getClass().getSimpleName() + ".";
        }
        if (misfit == null && Partition.of(message.body().route(), partitions) != place.partition()) {
            misfit = "The act for " + message.body().route() + " lies in partition " + place.partition()
                    + ", where its job is not.";
        }
        if (misfit != null) {
            return new Read.Unreadable(misfit);
        }
        String first = new String(behind.value(), StandardCharsets.UTF_8);
        long offset = Long.parseLong(first.substring(first.lastIndexOf('-') + 1));
        Instant at = Instant.ofEpochMilli(record.timestamp());
        return new Read.Command(
                new Incoming(Incoming.Door.COMMANDS, topics.commands(), place.partition(), offset, at, message, true));
    }

    private Read placed(
            CommandMessage message,
            boolean submission,
            Record<byte[], byte @Nullable []> record,
            RecordMetadata place) {
        int home = Partition.of(message.body().route(), partitions);
        if (home == place.partition()) {
            Incoming.Door door = submission ? Incoming.Door.SUBMISSIONS : Incoming.Door.COMMANDS;
            Instant at = Instant.ofEpochMilli(record.timestamp());
            return new Read.Command(new Incoming(door, place.topic(), place.partition(), place.offset(), at, message));
        }
        if (submission && record.headers().lastHeader(FORWARDED) == null) {
            return new Read.Elsewhere(message);
        }
        return new Read.Unreadable("The " + message.body().getClass().getSimpleName() + " for "
                + message.body().route() + " lies in partition " + place.partition() + " but belongs in " + home
                + ": use the route as the record's key and the murmur2 partitioner (kcat -X"
                + " partitioner=murmur2_random).");
    }
}
