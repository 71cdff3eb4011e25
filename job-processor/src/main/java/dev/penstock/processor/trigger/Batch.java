package dev.penstock.processor.trigger;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.key.Ids;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.trigger.ForeignEvent;
import dev.penstock.api.trigger.TriggerMapping;
import dev.penstock.api.trigger.Unmappable;
import dev.penstock.processor.deadletter.Letters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;

/** Makes a job, or a dead letter, of each record of a poll. */
final class Batch {
    private final TriggerMapping mapping;
    private final JobClient client;
    private final KafkaProducer<String, byte[]> deadLetters;
    private final String deadLetterTopic;
    private final List<CompletableFuture<?>> sent = new ArrayList<>();
    private int dead;

    Batch(TriggerMapping mapping, Kafka kafka, JobClient client, KafkaProducer<String, byte[]> deadLetters) {
        this.mapping = mapping;
        this.client = client;
        this.deadLetters = deadLetters;
        this.deadLetterTopic = kafka.topics().deadLetter();
    }

    /**
     * Sends what the record becomes.
     *
     * @throws KafkaException if Kafka does not take it: the batch must be begun again
     */
    void add(ConsumerRecord<String, byte[]> record) {
        String place = record.topic() + "-" + record.partition() + "-" + record.offset();
        try {
            ForeignEvent event = ForeignEvent.read(place, record.key(), headers(record), record.value());
            sent.add(client.submitAsync(mapping.job(event)));
        } catch (Unmappable e) {
            bury(record, e.sentence());
        } catch (KafkaException e) {
            throw e; // not the record's fault
        } catch (RuntimeException e) {
            // What a submission may not ask for, such as a payload of more than 256 KB; nothing in a record may stop
            // its topic.
            bury(record, place + " makes a job that cannot be submitted: " + e.getMessage());
        }
    }

    /**
     * Waits until all of it is durable.
     *
     * @throws CompletionException if something is not
     */
    void await() {
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    }

    /** How many became jobs. */
    int jobs() {
        return sent.size() - dead;
    }

    /** How many did not. */
    int dead() {
        return dead;
    }

    private void bury(ConsumerRecord<String, byte[]> record, String sentence) {
        DeadLetter letter = Letters.undecodable(
                "The trigger " + mapping.name() + " cannot make a job of this record: " + sentence,
                new DeadLetter.Source(record.topic(), record.partition(), record.offset()),
                record.value(),
                Instant.now());
        String id = Ids.command();
        CompletableFuture<Void> durable = new CompletableFuture<>();
        var unused = deadLetters.send(
                new ProducerRecord<>(deadLetterTopic, null, id, Letters.write(letter), Letters.headers(letter, id)),
                (place, failure) -> {
                    if (failure == null) {
                        durable.complete(null);
                    } else {
                        durable.completeExceptionally(failure);
                    }
                });
        sent.add(durable);
        dead++;
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}
