package dev.penstock.api.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import dev.penstock.api.mask.Mask;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is sealed opens in its own place, and nowhere else. */
class SealingTest {
    private static final JobId JOB = new JobId("r1.0");
    private static final String SUBJECT = "subject-of-every-job-1";
    private static final Json PAYLOAD = new Json(
            "{\"to\":\"ana@example.org\",\"amount\":1.10,\"lines\":[{\"n\":1,\"text\":\"Dear Ana\"},{\"n\":2,\"text\":null}],\"plain\":true}");

    /** Keys in memory. */
    private static final class Known implements SubjectKeys {
        private final Map<String, DataKey> keys = new HashMap<>();

        @Override
        public String pseudonym(String tenant, String person) {
            return SUBJECT;
        }

        @Override
        public DataKey current(String subject) {
            return keys.computeIfAbsent("k1", id -> key(subject, id));
        }

        @Override
        public @Nullable DataKey find(String subject, String key) {
            return keys.get(key);
        }

        @Override
        public void close() {}
    }

    private static DataKey key(String subject, String id) {
        return new DataKey(subject, id, "a key that stands in a test only".getBytes(StandardCharsets.UTF_8));
    }

    private final Known keys = new Known();
    private final Sealing sealing = new Sealing(keys);

    private Json sealed(JobId job, String... fields) {
        JobSpec spec = NewJob.of("email.send", PAYLOAD).spec(Instant.EPOCH);
        JobSpec sealed = sealing.seal(spec, new Wish("customer-17", List.of(fields)), "default", job);
        assertThat(sealed.subject()).isEqualTo(SUBJECT);
        return sealed.payload();
    }

    @Test
    void fields_are_sealed_and_opened_as_they_were() {
        Json some = sealed(JOB, "to", "lines.text");
        assertThat(some.text())
                .startsWith("{\"to\":{\"$sealed\":\"1j." + SUBJECT + ".k1.")
                .contains(
                        "\"amount\":1.10",
                        "{\"n\":1,\"text\":{\"$sealed\"",
                        "{\"n\":2,\"text\":{\"$sealed\"",
                        "\"plain\":true")
                .doesNotContain("ana@", "Dear");
        assertThat(sealing.open(JOB, "payload", some)).isEqualTo(PAYLOAD);
        Json all = sealed(JOB);
        assertThat(all.text()).doesNotContain("1.10", "true", "\"n\"");
        assertThat(sealing.open(JOB, "payload", all)).isEqualTo(PAYLOAD);
    }

    @Test
    void the_same_payload_of_the_same_job_is_sealed_to_the_same_text() {
        assertThat(sealed(JOB, "to")).isEqualTo(sealed(JOB, "to")).isNotEqualTo(sealed(new JobId("r1.1"), "to"));
    }

    @Test
    void what_was_moved_changed_or_copied_does_not_open() {
        Json mine = sealed(JOB, "to");
        assertThatThrownBy(() -> sealing.open(new JobId("r1.1"), "payload", mine))
                .hasMessageContaining("copied");
        assertThatThrownBy(() -> sealing.open(JOB, "result", mine)).isInstanceOf(KeyGone.class);
        Json moved = new Json(mine.text().replace("\"to\"", "\"cc\""));
        assertThatThrownBy(() -> sealing.open(JOB, "payload", moved)).hasMessageContaining("payload.cc");
        Json changed = new Json(mine.text().replaceFirst("k1\\.....", "k1.AAAA"));
        assertThatThrownBy(() -> sealing.open(JOB, "payload", changed)).isInstanceOf(KeyGone.class);
        Json newer = new Json(mine.text().replace("\"1j.", "\"2j."));
        assertThatThrownBy(() -> sealing.open(JOB, "payload", newer)).hasMessageContaining("this version");
    }

    @Test
    void a_child_is_sealed_for_its_family() {
        JobSpec spec = NewJob.of("email.send", PAYLOAD).spec(Instant.EPOCH);
        Json child = sealing.sealChild(spec, new Wish("customer-17", List.of()), "default", JOB)
                .payload();
        assertThat(sealing.open(new JobId("r1.child"), "payload", child)).isEqualTo(PAYLOAD);
        assertThatThrownBy(() -> sealing.open(new JobId("r2.child"), "payload", child))
                .isInstanceOf(KeyGone.class);
    }

    @Test
    void without_its_key_it_stays_closed() {
        Json mine = sealed(JOB, "to");
        keys.keys.clear();
        assertThatThrownBy(() -> sealing.open(JOB, "payload", mine))
                .hasMessage("The sealed contents of job r1.0 cannot be opened: their subject was erased."
                        + " There is nothing to retry");
    }

    /** Written by the first version; whatever comes later must open it. Never changed. */
    @Test
    void what_version_1_sealed_is_opened() {
        keys.current(SUBJECT);
        Json recorded = new Json(
                "{\"to\":{\"$sealed\":\"1j.subject-of-every-job-1.k1.g6wuSDZeIB0LjUxZ16F0v-5_lEqytenCDYSq9I9ohkvuy9X7QhJm-JUQ8d_O\"}}");
        assertThat(sealing.open(JOB, "payload", recorded).text()).isEqualTo("{\"to\":\"ana@example.org\"}");
    }

    @Test
    void what_the_handler_says_has_the_sealed_values_covered_and_its_result_is_sealed() {
        Contents contents = new Contents(order(sealed(JOB, "to", "lines.text")), sealing);
        assertThat(contents.payload()).isEqualTo(PAYLOAD);
        assertThat(contents.said("Dear Ana <ana@example.org> owes 1.10")).isEqualTo("•••• <••••> owes 1.10");
        Json result = contents.closed("result", new Json("{\"a\":1}"));
        assertThat(result.text()).startsWith("{\"$sealed\":\"1j.");
        assertThat(contents.opened("result", result).text()).isEqualTo("{\"a\":1}");
    }

    @Test
    void a_job_with_nothing_sealed_passes_as_it_is() {
        Contents contents = new Contents(order(PAYLOAD), null);
        assertThat(contents.payload()).isSameAs(PAYLOAD);
        assertThat(contents.closed("result", PAYLOAD)).isSameAs(PAYLOAD);
        assertThat(contents.said("Dear Ana")).isSameAs("Dear Ana");
    }

    @Test
    void those_who_look_see_that_it_is_sealed_and_may_leave_it_as_it_is() {
        Json mine = sealed(JOB, "to");
        Json shown = Mask.NONE.contents(mine);
        assertThat(shown.text()).contains("\"to\":\"•••• sealed\"", "\"plain\":true");
        Json edited = new Json(shown.text().replace("true", "false"));
        assertThat(Mask.NONE.restored(edited, mine).text())
                .isEqualTo(mine.text().replace("true", "false"));
    }

    private static WorkOrder order(Json payload) {
        return new WorkOrder(
                JOB,
                "email.send",
                1,
                payload,
                "mail",
                Priority.NORMAL,
                1,
                1,
                0,
                "t",
                false,
                null,
                null,
                Instant.EPOCH,
                "default",
                null,
                null,
                null,
                null);
    }
}
