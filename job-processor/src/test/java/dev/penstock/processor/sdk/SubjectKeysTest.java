package dev.penstock.processor.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.client.Batch;
import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.seal.KafkaSubjectKeys;
import dev.penstock.api.seal.MasterKey;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several programs that seal for the same people. */
class SubjectKeysTest {
    private static final int SUBJECTS = 20;

    @Test
    void programs_that_meet_a_subject_at_once_seal_with_one_key(@TempDir Path folder) throws Exception {
        try (Rig rig = new Rig(folder, TestKafka.shared())) {
            rig.processor();
            MasterKey master = LetterOffice.masterKey(folder);
            try (KafkaSubjectKeys one = new KafkaSubjectKeys(rig.kafka, master);
                    KafkaSubjectKeys other = new KafkaSubjectKeys(rig.kafka, master)) {
                for (int i = 0; i < SUBJECTS; i++) {
                    String subject = one.pseudonym("default", "customer-" + i);
                    Set<String> sealedWith = ConcurrentHashMap.newKeySet();
                    CountDownLatch go = new CountDownLatch(1);
                    var both = IntStream.range(0, 2)
                            .mapToObj(n -> Thread.ofPlatform().start(() -> {
                                try {
                                    go.await();
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                                sealedWith.add(
                                        (n == 0 ? one : other).current(subject).id());
                            }))
                            .toList();
                    go.countDown();
                    for (Thread thread : both) {
                        thread.join();
                    }
                    assertThat(sealedWith).as(subject).hasSize(1);
                }
            }
        }
    }

    @Test
    void a_batch_with_a_job_that_cannot_be_sealed_sends_nothing(@TempDir Path folder) throws Exception {
        try (Rig rig = new Rig(folder, TestKafka.shared())) {
            rig.processor();
            try (JobClient client = JobClient.at(rig.kafka)) {
                Batch batch = client.batch("letters")
                        .add(NewJob.of(new LetterOffice.Stamp("ana@example.org")))
                        .add(NewJob.of(new LetterOffice.Stamp("ben@example.org"))
                                .subject("customer-17", "to"));
                assertThatThrownBy(batch::submit).hasMessageContaining("no keys of subjects");
            }
            assertThat(Everything.of(rig.kafka, rig.kafka.topics().submissions()))
                    .isEmpty();
        }
    }
}
