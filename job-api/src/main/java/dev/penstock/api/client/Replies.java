package dev.penstock.api.client;

import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.TopicFollower;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The answers to this client's awaited submissions: its own partition of {@code jobs.signals}, read from the moment before
 * the first of them. Reading {@code jobs.events} instead would cost every client a whole partition (failure scenario C6).
 */
final class Replies implements AutoCloseable {
    private final Kafka kafka;
    private final String client;
    private final Map<String, CompletableFuture<Signal.Answer>> expected = new ConcurrentHashMap<>();
    private @Nullable TopicFollower signals;

    Replies(Kafka kafka, String client) {
        this.kafka = kafka;
        this.client = client;
    }

    /** Expects the answer to a submit that is about to be sent. */
    void expect(String command) {
        listen();
        expected.put(command, new CompletableFuture<>());
    }

    /** The answer; null if it was never expected, or has been taken. */
    @Nullable
    CompletableFuture<Signal.Answer> answer(String command) {
        return expected.get(command);
    }

    void forget(String command) {
        expected.remove(command);
    }

    private synchronized void listen() {
        if (signals == null) {
            signals = TopicFollower.ofKey(kafka, kafka.topics().signals(), client, false, this::read)
                    .readToEnd();
        }
    }

    private void read(ConsumerRecord<String, byte @Nullable []> record) {
        byte[] value = record.value();
        if (!client.equals(record.key()) || value == null) {
            return;
        }
        try {
            if (Wire.read(value, Signal.class) instanceof Signal.Answer answer) {
                CompletableFuture<Signal.Answer> waiting = expected.get(answer.command());
                if (waiting != null) {
                    waiting.complete(answer);
                }
            }
        } catch (UndecodableException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        if (signals != null) {
            signals.close();
        }
    }
}
