package dev.penstock.stack.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.topic.Leaders;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Map<String, Object> CLIENT =
            Map.of("bootstrap.servers", TestKafka.shared().bootstrap());

    private final TopicNames topics = new TopicNames(TestKafka.shared().freshPrefix());
    private final Map<String, Integer> versions = new HashMap<>();

    @BeforeEach
    void createTopics() throws Exception {
        try (Admin admin = Admin.create(CLIENT)) {
            Leaders.create(
                    admin,
                    Ledger.topics(topics).stream()
                            .map(name -> new NewTopic(name, Optional.of(2), Optional.empty()))
                            .toList());
        }
    }

    @Test
    void aJobThatIsRetriedAndCompletedAndOneThatFailsCloseTheBooks() {
        submit("{\"type\":\"a\",\"id\":\"c1\"}", "{\"type\":\"a\",\"id\":\"c2\"}", "{\"type\":\"a\",\"id\":\"c3\"}");
        event("r.1", "JobSubmitted", "c1", "\"dispatch\":{}");
        event("r.1", "AttemptStarted", "w1", "\"startedAt\":\"2026-01-01T00:00:00.007Z\"");
        event("r.1", "RetryScheduled", "w2", "");
        event("r.1", "JobDispatched", "w3", "");
        event("r.1", "JobCompleted", "w4", "");
        event("r.2", "JobSubmitted", "c2", "\"dispatch\":{}");
        event("r.2", "JobFailed", "w5", "");
        outcome("r.3", "CommandRefused", "c3");
        send(topics.deadLetter(), "{\"reason\":\"it failed\",\"job\":\"r.2\"}");

        Balance balance = balance();

        assertThat(balance.objections()).isEmpty();
        assertThat(balance.submissions()).isEqualTo(3);
        assertThat(balance.standings().completed()).isEqualTo(1);
        assertThat(balance.standings().failed()).isEqualTo(1);
        assertThat(balance.refused()).isEqualTo(1);
        assertThat(balance.retries()).isEqualTo(1);
        assertThat(balance.pickUp().p50()).isEqualTo(7);
    }

    @Test
    void aSubmissionWithoutATraceDoesNotClose() {
        submit("{\"type\":\"a\",\"id\":\"c1\"}");
        assertThat(balance().objections()).anyMatch(text -> text.contains("1 submissions have left no trace"));
    }

    @Test
    void garbageThatWentToTheDeadLettersIsAccountedFor() {
        long offset = send(topics.submissions(), "not JSON");
        send(
                topics.deadLetter(),
                "{\"reason\":\"not JSON\",\"source\":{\"topic\":\"" + topics.submissions()
                        + "\",\"partition\":0,\"offset\":" + offset + "}}");
        assertThat(balance().objections()).isEmpty();
    }

    @Test
    void aSecondCompletionOfARoundIsADuplicateAndOneOfTheNextRoundIsNot() {
        submit("{\"type\":\"a\",\"id\":\"c1\"}");
        event("r.1", "JobSubmitted", "c1", "\"dispatch\":{}");
        event("r.1", "JobCompleted", "w1", "");
        event("r.1", "JobRequeued", "c9", "");
        event("r.1", "JobCompleted", "w2", "");
        assertThat(balance().faults().duplicates()).isZero();
        event("r.1", "JobCompleted", "w3", "");
        assertThat(balance().faults().duplicates()).isEqualTo(1);
        assertThat(balance().closes()).isFalse();
    }

    @Test
    void aMissingVersionAndAFailedJobWithoutADeadLetterAreFaults() {
        submit("{\"type\":\"a\",\"id\":\"c1\"}");
        event("r.1", "JobSubmitted", "c1", "\"dispatch\":{}");
        versions.merge("r.1", 1, Integer::sum);
        event("r.1", "JobFailed", "w1", "");
        assertThat(balance().faults()).isEqualTo(new Balance.Faults(0, 1, 0, 1));
    }

    @Test
    void whatWasInTheLogBeforeTheMarkIsLeftOut() {
        submit("{\"type\":\"a\",\"id\":\"before\"}");
        try (LogReader reader = new LogReader(CLIENT)) {
            var mark = reader.end(Ledger.topics(topics));
            assertThat(Ledger.balance(CLIENT, topics, mark).submissions()).isZero();
        }
    }

    private Balance balance() {
        return Ledger.balance(CLIENT, topics, Map.of());
    }

    private void submit(String... submissions) {
        Stream.of(submissions).forEach(json -> send(topics.submissions(), json));
    }

    private void event(String job, String event, String command, String data) {
        int version = versions.merge(job, 1, Integer::sum);
        send(
                topics.events(),
                "{\"event\":\"" + event + "\",\"v\":1,\"key\":\"" + job + "\",\"version\":" + version
                        + ",\"command\":\"" + command + "\",\"at\":\"2026-01-01T00:00:00Z\",\"data\":{" + data + "}}");
    }

    private void outcome(String job, String event, String command) {
        send(
                topics.events(),
                "{\"event\":\"" + event + "\",\"v\":1,\"key\":\"" + job + "\",\"version\":0,\"command\":\"" + command
                        + "\",\"at\":\"2026-01-01T00:00:00Z\",\"data\":{\"commandType\":\"Submit\"}}");
    }

    private static long send(String topic, String json) {
        try (var producer = new KafkaProducer<>(CLIENT, new ByteArraySerializer(), new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(topic, 0, null, json.getBytes(StandardCharsets.UTF_8)))
                    .get()
                    .offset();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
