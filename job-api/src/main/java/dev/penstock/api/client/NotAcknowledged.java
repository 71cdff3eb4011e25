package dev.penstock.api.client;

import org.apache.kafka.common.KafkaException;

/**
 * Kafka did not acknowledge in time or at all. What was sent may have been written all the same, so send it again under
 * the same id or idempotency key.
 */
public final class NotAcknowledged extends KafkaException {
    private static final long serialVersionUID = 1;

    public NotAcknowledged(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
