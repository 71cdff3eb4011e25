package dev.penstock.api.client;

import dev.penstock.api.topic.TopicNames;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Sends records; each is done when it is durable. */
final class Sender implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final TopicNames topics;
    private final Supplier<@Nullable String> traceparent;

    Sender(KafkaProducer<String, byte[]> producer, TopicNames topics, Supplier<@Nullable String> traceparent) {
        this.producer = producer;
        this.topics = topics;
        this.traceparent = traceparent;
    }

    TopicNames topics() {
        return topics;
    }

    @Nullable
    String traceparent() {
        return traceparent.get();
    }

    /** Sends; completes with {@code answer} once durable, or with {@link NotAcknowledged}. */
    <T> CompletableFuture<T> send(ProducerRecord<String, byte[]> record, T answer, String what) {
        CompletableFuture<T> done = new CompletableFuture<>();
        try {
            Future<RecordMetadata> unused = producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    done.complete(answer);
                } else {
                    done.completeExceptionally(notAcknowledged(what, failure));
                }
            });
        } catch (KafkaException e) {
            done.completeExceptionally(notAcknowledged(what, e));
        }
        return done;
    }

    private static NotAcknowledged notAcknowledged(String what, Exception failure) {
        return new NotAcknowledged(
                what + " was not acknowledged by Kafka (" + failure.getMessage()
                        + "). It may have been written all the same: send it again under the same id or key",
                failure);
    }

    @Override
    public void close() {
        producer.close();
    }
}
