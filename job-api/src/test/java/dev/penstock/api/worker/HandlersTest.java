package dev.penstock.api.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.payload.TypeDeclaration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HandlersTest {
    @JobType(name = "email.send", version = 2)
    record SendEmail(String to) {}

    private final Handlers handlers = new Handlers(List.of(entry()), null);

    @Test
    @DisplayName(
            "A10: a payload of a later schema than the handler's is not for it, and the sentence says how far it goes")
    void a_newer_schema_has_no_handler_here() {
        assertThat(handlers.find(order(1))).isNotNull();
        assertThat(handlers.find(order(2))).isNotNull();
        assertThat(handlers.find(order(3))).isNull();
        assertThat(handlers.whyNone(order(3))).isEqualTo("no handler for email.send v3, only up to v2");
    }

    @Test
    @DisplayName("B15: sealed contents are for a worker that has keys, whatever it knows")
    void sealed_contents_have_no_handler_without_keys() {
        WorkOrder sealed = order(1, new Json("{\"to\":{\"$sealed\":\"1j.…\"}}"));
        assertThat(handlers.find(sealed)).isNull();
        assertThat(handlers.whyNone(sealed)).isEqualTo("no keys of subjects for email.send, whose contents are sealed");
    }

    @Test
    void two_handlers_for_a_type_are_a_mistake() {
        assertThatThrownBy(() -> new Handlers(List.of(entry(), entry()), null))
                .hasMessageContaining("Two handlers for the job type email.send");
    }

    private static Handlers.Entry<SendEmail> entry() {
        return new Handlers.Entry<>(TypeDeclaration.of(SendEmail.class), (mail, context) -> null);
    }

    private static WorkOrder order(int schemaVersion) {
        return order(schemaVersion, Json.EMPTY);
    }

    private static WorkOrder order(int schemaVersion, Json payload) {
        return new WorkOrder(
                new JobId("r.0"),
                "email.send",
                schemaVersion,
                payload,
                "mail",
                Priority.NORMAL,
                1,
                1,
                0,
                "token",
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
