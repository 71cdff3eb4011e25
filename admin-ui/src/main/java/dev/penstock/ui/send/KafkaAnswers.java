package dev.penstock.ui.send;

import dev.penstock.api.topic.Kafka;
import dev.penstock.ui.config.KafkaAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Whether acts and submissions can be sent: the broker answers, and both doors are there. */
@ApplicationScoped
public class KafkaAnswers {
    private static final int PATIENCE_SECONDS = 2;

    private final KafkaAddress address;
    private @Nullable Admin admin;

    @Inject
    public KafkaAnswers(KafkaAddress address) {
        this.address = address;
    }

    /** What is wrong and what to do; null if nothing is. Takes two seconds at most. */
    public synchronized @Nullable String objection() {
        try {
            Kafka kafka = address.kafka();
            List<String> doors =
                    List.of(kafka.topics().submissions(), kafka.topics().commands());
            admin(kafka).describeTopics(doors).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof UnknownTopicOrPartitionException
                    ? "Kafka answers, but the topics are not there: a processor makes them when it first starts"
                            + " (./penstock processor). Is penstock.topic-prefix right?"
                    : away(e.getCause());
        } catch (TimeoutException e) {
            return away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "The check was interrupted.";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private Admin admin(Kafka kafka) {
        if (admin == null) {
            Map<String, Object> properties = kafka.client(Map.of(
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1_000,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1_000));
            admin = Admin.create(properties);
        }
        return admin;
    }

    private static String away(@Nullable Throwable e) {
        return "Kafka does not answer (" + (e == null || e.getMessage() == null ? "no answer in time" : e.getMessage())
                + "). Jobs cannot be submitted or acted on here until it does. Is the broker up, and is"
                + " penstock.kafka.bootstrap right?";
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
