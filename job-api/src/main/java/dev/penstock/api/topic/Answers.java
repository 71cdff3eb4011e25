package dev.penstock.api.topic;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** The admin client's answers, awaited: failures as sentences, no checked exceptions. */
final class Answers {
    private static final long SECONDS = 60;
    private static final int TRIES = 50;
    private static final long PAUSE_MILLIS = 100;

    private Answers() {}

    static <T> T of(KafkaFuture<T> answer) {
        T value = await(answer, null);
        if (value == null) {
            throw new KafkaException("The cluster answered nothing");
        }
        return value;
    }

    static void done(KafkaFuture<Void> answer) {
        await(answer, null);
    }

    /** Awaits; a failure of the tolerated kind is as good as success. */
    static void done(KafkaFuture<Void> answer, Class<? extends Exception> tolerated) {
        await(answer, tolerated);
    }

    /** Those of the named answers that say: no such topic. */
    static Set<String> missing(Map<String, KafkaFuture<TopicDescription>> answers) {
        Set<String> missing = new TreeSet<>();
        answers.forEach((name, answer) -> {
            if (await(answer, UnknownTopicOrPartitionException.class) == null) {
                missing.add(name);
            }
        });
        return missing;
    }

    /** A topic that was made a moment ago is not known to every broker yet: asks until all are. */
    static Map<String, TopicDescription> described(Admin admin, Collection<String> names) {
        for (int i = 0; i < TRIES; i++) {
            if (missing(admin.describeTopics(names).topicNameValues()).isEmpty()) {
                break;
            }
            pause();
        }
        return of(admin.describeTopics(names).allTopicNames());
    }

    /** Asks again as long as the broker that is asked has not heard of the topic yet. */
    static <T> T known(Supplier<KafkaFuture<T>> question) {
        for (int i = 0; i < TRIES; i++) {
            T answer = await(question.get(), UnknownTopicOrPartitionException.class);
            if (answer != null) {
                return answer;
            }
            pause();
        }
        return of(question.get());
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while waiting for the cluster", e);
        }
    }

    private static <T> @Nullable T await(KafkaFuture<T> answer, @Nullable Class<? extends Exception> tolerated) {
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (tolerated != null && tolerated.isInstance(e.getCause())) {
                return null;
            }
            throw new KafkaException("The cluster refused: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("The cluster did not answer within " + SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while waiting for the cluster", e);
        }
    }
}
