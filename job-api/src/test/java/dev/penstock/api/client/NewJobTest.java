package dev.penstock.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import dev.penstock.api.payload.JobType;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NewJobTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @JobType(name = "email.send", version = 2, queue = "mail")
    record SendEmail(String to) {}

    record Undeclared(String to) {}

    @Test
    void a_payload_record_names_type_version_and_queue() {
        JobSpec spec = NewJob.of(new SendEmail("ana@example.org"))
                .priority(Priority.HIGH)
                .tags("a", "b")
                .metadata("order", "17")
                .runBy("ana")
                .spec(NOW, null);
        assertThat(spec.type()).isEqualTo("email.send");
        assertThat(spec.schemaVersion()).isEqualTo(2);
        assertThat(spec.queue()).isEqualTo("mail");
        assertThat(spec.payload()).isEqualTo(new Json("{\"to\":\"ana@example.org\"}"));
        assertThat(spec.tags()).containsExactly("a", "b");
        assertThatThrownBy(() -> NewJob.of(new Undeclared("x"))).hasMessageContaining("@JobType(name");
    }

    @Test
    void a_start_time_in_the_past_is_now_and_one_too_far_ahead_is_refused() {
        assertThat(runAt(NOW.minusSeconds(61))).isNull();
        assertThat(runAt(NOW.minusSeconds(30))).isEqualTo(NOW.minusSeconds(30));
        assertThat(runAt(NOW.plusSeconds(3600))).isEqualTo(NOW.plusSeconds(3600));
        assertThatThrownBy(() -> runAt(Instant.parse("9999-01-01T00:00:00Z")))
                .hasMessageContaining("is more than 366 days ahead");
        assertThatThrownBy(() -> runAt(NOW.plus(Duration.ofDays(367))))
                .hasMessageContaining("Cannot submit email.send");
    }

    private static @org.jspecify.annotations.Nullable Instant runAt(Instant at) {
        return NewJob.of(new SendEmail("x")).runAt(at).spec(NOW, null).runAt();
    }

    @Test
    void what_cannot_be_accepted_is_refused_before_it_is_sent() {
        assertThatThrownBy(() -> NewJob.of("t", new Json("\"" + "x".repeat(256 * 1024) + "\""))
                        .spec(NOW, null))
                .hasMessageContaining(
                        "its payload has 262146 bytes, at most 262144 are allowed. Put the data into a store");
        assertThatThrownBy(() -> NewJob.of("t", new Json("\"" + "é".repeat(128 * 1024) + "\""))
                        .spec(NOW, null))
                .hasMessageContaining("262146 bytes");
        assertThatThrownBy(() ->
                        NewJob.of(new SendEmail("x")).queue("no such/queue").spec(NOW, null))
                .hasMessageContaining("this one is \"no such/queue\"");
        assertThatThrownBy(() -> NewJob.of("nope!", Json.EMPTY).spec(NOW, null)).hasMessageContaining("a job type is");
        assertThatThrownBy(() -> NewJob.of(new SendEmail("x"))
                        .metadata("k", "v".repeat(40_000))
                        .spec(NOW, null))
                .hasMessageContaining("tags, metadata and links");
    }
}
