package dev.penstock.api.link;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.key.Ids;
import dev.penstock.api.topic.Headers;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.Wire;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * What a worker writes: reports and declarations to {@code jobs.commands}, log lines to {@code jobs.logs}. One idempotent
 * producer, so the reports of one job arrive in the order in which they were sent. Thread-safe.
 */
public final class Reports implements AutoCloseable {
    private final Kafka kafka;
    private final KafkaProducer<String, byte[]> producer;

    public Reports(Kafka kafka) {
        this.kafka = kafka;
        this.producer = kafka.producer(Map.of(
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.BATCH_SIZE_CONFIG,
                64 << 10,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4"));
    }

    /** Reports about a dispatch, with its token; done when durable. Fails when Kafka did not take it in two minutes. */
    public CompletableFuture<Void> report(String worker, WorkOrder order, Report report) {
        return report(Ids.command(), worker, order, report);
    }

    /** The same under an id of the caller's own, which the answer will name. */
    public CompletableFuture<Void> report(String command, String worker, WorkOrder order, Report report) {
        return command(CommandMessage.of(command, Actor.worker(worker), report)
                .withTenant(order.tenant())
                .withTrace(order.traceparent())
                .withToken(order.token()));
    }

    /** Sends any command; done when durable. */
    public CompletableFuture<Void> command(CommandMessage message) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(kafka.topics().commands(), message.body().route(), CommandCodec.encode(message));
        Headers.internal(record.headers(), message.id(), message.traceparent());
        return send(record);
    }

    /** Writes a line of an attempt; done when durable. */
    public CompletableFuture<Void> log(JobId job, LogLine line) {
        return send(new ProducerRecord<>(kafka.topics().logs(), job.value(), Wire.write(line)));
    }

    private CompletableFuture<Void> send(ProducerRecord<String, byte[]> record) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            Future<RecordMetadata> unused = producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(failure);
                }
            });
        } catch (KafkaException e) {
            done.completeExceptionally(e);
        }
        return done;
    }

    @Override
    public void close() {
        producer.close();
    }
}
