package dev.penstock.processor.sdk;

import static dev.penstock.processor.sdk.LetterOffice.MAIL;
import static dev.penstock.processor.sdk.LetterOffice.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobEnd;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.event.Attempt.AttemptFailed;
import dev.penstock.api.event.Attempt.AttemptHandedBack;
import dev.penstock.api.event.Control.SubjectErased;
import dev.penstock.api.event.Ending.JobAborted;
import dev.penstock.api.event.Ending.JobCompleted;
import dev.penstock.api.event.Ending.JobFailed;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Status;
import dev.penstock.api.key.Keys;
import dev.penstock.api.seal.KafkaSubjectKeys;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.api.worker.JobWorkerBuilder;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Contents of a data subject on their way through everything, and what is left of them when the key is gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private Rig rig;
    private KafkaSubjectKeys keys;
    private JobClient client;
    private JobWorker worker;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        rig = new Rig(folder, TestKafka.shared());
        rig.processor();
        keys = new KafkaSubjectKeys(rig.kafka, LetterOffice.masterKey(folder));
        client = JobClient.builder(rig.kafka)
                .idSecret(rig.keys().ids())
                .actKey(rig.keys().act(Keys.UI))
                .subjectKeys(keys)
                .build();
        worker = builder("knows").subjectKeys(keys).start();
    }

    @AfterAll
    void close() {
        worker.close();
        client.close();
        keys.close();
        rig.close();
    }

    private JobWorkerBuilder builder(String name) {
        return JobWorker.builder(rig.kafka)
                .name(name)
                .actKey(rig.keys().act(Keys.WORKER))
                .handler(LetterOffice.Letter.class, LetterOffice::write)
                .handler(LetterOffice.Stamp.class, (stamp, context) -> "a stamp for " + stamp.to());
    }

    private JobId submit(NewJob job) {
        return Objects.requireNonNull(client.submit(job).job());
    }

    @Test
    @DisplayName("B15: what is sealed is clear to the handler and the client, and stands in no record of any topic")
    void nobody_else_reads_it() throws Exception {
        JobEnd end = client.submitAndAwait(letter("send"), PATIENCE);
        assertThat(end.status()).isEqualTo(Status.COMPLETED);
        assertThat(Objects.requireNonNull(end.result()).text()).contains(MAIL, "your blood test");

        JobId failed = submit(letter("fail"));
        rig.events.await(failed, JobFailed.class);
        assertThat(failure(failed).message()).isEqualTo("no such address: ••••");

        JobEnd family = client.submitAndAwait(letter("family"), PATIENCE);
        assertThat(Objects.requireNonNull(family.result()).text()).isEqualTo("\"a stamp for " + MAIL + "\"");

        JobSpec seen = submitted(failed);
        assertThat(seen.subject()).isEqualTo(keys.pseudonym("default", "customer-17"));
        assertThat(seen.payload().text())
                .contains("\"to\":{\"$sealed\":\"1j.", "\"manner\":\"fail\"", "{\"number\":2,\"text\":{\"$sealed\"");
        Set<String> topics = new TreeSet<>();
        for (ConsumerRecord<String, byte[]> record : Everything.in(rig.kafka)) {
            topics.add(record.topic().substring(rig.kafka.topics().prefix().length()));
            String text =
                    record.key() + (record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8));
            assertThat(text).as(record.topic()).doesNotContain(MAIL, "Dear Ana", "blood test", "customer-17");
        }
        assertThat(topics)
                .contains("submissions", "commands", "events", "work.letters.normal", "dead-letter", "logs", "keys");
    }

    @Test
    void the_same_letter_under_the_same_key_is_one_job() {
        JobId first = submit(letter("send").idempotencyKey("order-1"));
        JobHandle again = client.submit(letter("send").idempotencyKey("order-1"));
        JobHandle other = client.submit(letter("fail").idempotencyKey("order-1"));
        rig.events.await(first, JobCompleted.class);
        assertThat(again.job()).isEqualTo(first);
        EventMessage refused = rig.events.await("refused", e -> e.command().equals(other.command()));
        assertThat(refused.body()).isInstanceOf(Outcome.CommandRefused.class);
        assertThat(rig.events.events())
                .noneMatch(e -> e.command().equals(again.command()) && e.body() instanceof Outcome.CommandRefused);
    }

    @Test
    void a_worker_without_keys_leaves_it_to_one_that_has_them() {
        worker.close();
        JobId job;
        try (JobWorker blind = builder("blind").start()) {
            job = submit(letter("send"));
            EventMessage back = rig.events.await(job, AttemptHandedBack.class);
            assertThat(back.toString()).contains("no keys of subjects", blind.id());
        } finally {
            worker = builder("knows").subjectKeys(keys).start();
        }
        rig.events.await(job, JobCompleted.class);
    }

    @Test
    void what_cannot_be_sealed_is_not_sent() {
        assertThatThrownBy(() ->
                        client.submit(NewJob.of(new LetterOffice.Stamp(MAIL)).subject("customer-17", "address")))
                .hasMessageContaining("has no field address");
        assertThatThrownBy(() -> client.submit(letter("send").unique(JobSpec.OnConflict.IGNORE, "to")))
                .hasMessageContaining("unique by its field to");
        try (JobClient plain = JobClient.at(rig.kafka)) {
            assertThatThrownBy(() -> plain.submit(letter("send"))).hasMessageContaining("no keys of subjects");
        }
    }

    @Test
    @DisplayName("B15: an erased subject's jobs are given up or fail for good, and nobody can open what is left")
    void erased() throws Exception {
        String person = "customer-18";
        JobId done = submit(letter("send").subject(person));
        JobId failed = submit(letter("fail").subject(person));
        JobId waiting = submit(letter("send").subject(person).runIn(Duration.ofHours(1)));
        rig.events.await(done, JobCompleted.class);
        rig.events.await(failed, JobFailed.class);
        String subject = keys.pseudonym("default", person);
        List<String> names = keys.names(subject);
        assertThat(names).hasSize(1);

        for (JobId job : List.of(done, failed, waiting)) {
            client.control().eraseSubject(job, subject);
            rig.events.await(job, SubjectErased.class);
        }
        assertThat(rig.events.await(waiting, JobAborted.class).toString()).contains("Its subject was erased");
        assertThat(keys.erase(subject)).isOne();
        assertThat(keys.erase(subject)).as("again").isZero();
        assertThat(keys.find(subject, names.getFirst().substring(23))).isNull();

        client.retry(failed);
        Rig.await(
                "it fails again",
                () -> rig.events.of(failed).stream()
                                .filter(AttemptFailed.class::isInstance)
                                .count()
                        == 2);
        assertThat(failure(failed).message()).contains("their subject was erased");
        assertThat(failure(failed).kind()).isEqualTo(Failure.Kind.PERMANENT);

        assertThat(keys.awaitCleaned(subject, Duration.ofMinutes(3)))
                .as("gone from the brokers' log")
                .isTrue();
        assertThat(Everything.of(rig.kafka, rig.kafka.topics().keys()))
                .noneMatch(record -> names.contains(record.key()) && record.value() != null);

        JobEnd anew = client.submitAndAwait(letter("send").subject(person), PATIENCE);
        assertThat(Objects.requireNonNull(anew.result()).text()).contains(MAIL);
        assertThat(keys.names(subject)).hasSize(1).doesNotContainAnyElementsOf(names);
    }

    @Test
    void a_key_that_this_version_cannot_read_is_not_taken_for_erased() throws Exception {
        String subject = keys.pseudonym("default", "customer-19");
        try (KafkaProducer<String, byte[]> producer = rig.kafka.producer(Map.of())) {
            byte[] later = "{\"v\":99".getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(rig.kafka.topics().keys(), subject + "/later", later))
                    .get();
        }
        assertThatThrownBy(() -> keys.find(subject, "later"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("written by a newer one");
    }

    private JobSpec submitted(JobId job) {
        return ((JobSubmitted) rig.events.await(job, JobSubmitted.class).body()).spec();
    }

    private Failure failure(JobId job) {
        return rig.events.of(job).stream()
                .filter(AttemptFailed.class::isInstance)
                .map(event -> ((AttemptFailed) event).failure())
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
