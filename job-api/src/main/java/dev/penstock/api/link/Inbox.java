package dev.penstock.api.link;

import dev.penstock.api.dispatch.Grant;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.TopicFollower;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.util.function.Consumer;

/** What is said to one worker alone: records under its id, from the moment the inbox is open. */
public final class Inbox {
    private Inbox() {}

    /** Stop, force stop, drop, quiet: read uncommitted, because they are repeated until obeyed (failure scenario B2). */
    public static TopicFollower signals(Kafka kafka, String worker, Consumer<Signal> reader) {
        return open(kafka, kafka.topics().signals(), worker, false, Signal.class, reader);
    }

    /** Grants: read committed, because what a grant promises must not be taken back (B2). */
    public static TopicFollower grants(Kafka kafka, String worker, Consumer<Grant> reader) {
        return open(kafka, kafka.topics().grants(), worker, true, Grant.class, reader);
    }

    private static <T> TopicFollower open(
            Kafka kafka, String topic, String worker, boolean committed, Class<T> type, Consumer<T> reader) {
        return TopicFollower.ofKey(kafka, topic, worker, committed, record -> {
                    byte[] value = record.value();
                    if (worker.equals(record.key()) && value != null) {
                        reader.accept(decoded(value, type));
                    }
                })
                .readToEnd();
    }

    private static <T> T decoded(byte[] value, Class<T> type) {
        try {
            return Wire.read(value, type);
        } catch (UndecodableException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
