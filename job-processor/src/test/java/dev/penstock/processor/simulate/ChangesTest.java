package dev.penstock.processor.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.simulate.change.Changes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {
    @Test
    void an_unknown_key_is_refused_with_those_there_are() {
        for (String wrong :
                List.of("max-retries=3", "queue.mail.speed=2", "queue.mail=2", "email.send.timeout=1s", "x")) {
            assertThatThrownBy(() -> Changes.parse(List.of(wrong)))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong)
                    .hasMessageContaining("max-attempts, backoff, priority")
                    .hasMessageContaining("queue.NAME.workers");
        }
    }

    @Test
    void a_value_that_means_nothing_is_refused_with_its_form() {
        refused("max-attempts=0", "a number from 1 to 100000");
        refused("max-attempts=many", "a number from 1 to 100000");
        refused("queue.mail.paused=yes", "true or false");
        refused("email.send.priority=urgent", "high, normal or low");
        refused("backoff=soon", "FIRST[,FACTOR[,LONGEST[,JITTER]]]");
        refused("backoff=1s,0.5", "FIRST[,FACTOR[,LONGEST[,JITTER]]]");
    }

    private static void refused(String set, String form) {
        assertThatThrownBy(() -> Changes.parse(List.of(set)))
                .hasMessageContaining(set)
                .hasMessageContaining(form);
    }

    @Test
    void names_that_the_log_does_not_have_are_refused_with_those_it_has() {
        Past past = new Past(1_000, 1).type("email.send", 5);
        assertThatThrownBy(() -> Changes.parse(List.of("queue.mails.workers=2")).check(past.recording()))
                .hasMessageContaining("names no queue of this log; there are: q.");
        assertThatThrownBy(() ->
                        Changes.parse(List.of("email.sent.max-attempts=2")).check(past.recording()))
                .hasMessageContaining("names no job type of this log; there are: email.send.");
        Changes.parse(List.of("email.send.max-attempts=2", "queue.q.workers=2")).check(past.recording());
    }

    @Test
    void what_is_said_of_one_type_goes_before_what_is_said_of_all() {
        Changes changes = Changes.parse(List.of("a.b.max-attempts=7", "max-attempts=2", "backoff=10s,3"));
        assertThat(policy(changes, "a.b").maxAttempts()).isEqualTo(7);
        assertThat(policy(changes, "c").maxAttempts()).isEqualTo(2);
        assertThat(policy(changes, "a.b").backoff().first()).isEqualTo(Duration.ofSeconds(10));
        assertThat(policy(changes, "a.b").backoff().factor()).isEqualTo(3);
        assertThat(policy(changes, "a.b").backoff().max()).isEqualTo(Duration.ofHours(1));
    }

    private static JobPolicy policy(Changes changes, String type) {
        Setting was = new Setting.Type(type, "", "q", JobPolicy.DEFAULT, Map.of());
        return ((Setting.Type) changes.on(was)).policy();
    }
}
