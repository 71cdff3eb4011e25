package dev.penstock.api.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TriggerMappingTest {
    private static final String BODY = "{\"customer\":{\"no\":\"C-1\"},\"rev\":7,\"clerk\":\"ute\"}";

    @Test
    @DisplayName(
            "S1.2, S2.2: an event becomes a job by its mapping: fields from body, headers and key, run by whom it names")
    void maps() throws Exception {
        TriggerMapping mapping = new TriggerMapping(
                "legacy",
                "legacy.event",
                "slow",
                Map.of(
                        "customer", new Source("/customer/no"),
                        "revision", new Source("/rev"),
                        "event", new Source("header:What"),
                        "shard", new Source("key"),
                        "channel", new Source("text:crm"),
                        "place", new Source("/customer/city?")),
                new Source("/clerk"),
                List.of("crm"),
                null);

        JobSpec job = spec(mapping, BODY);

        assertThat(job.type()).isEqualTo("legacy.event");
        assertThat(job.queue()).isEqualTo("slow");
        assertThat(job.payload().text())
                .isEqualTo(
                        "{\"channel\":\"crm\",\"customer\":\"C-1\",\"event\":\"moved\",\"revision\":7,\"shard\":\"k1\"}");
        assertThat(job.runBy()).isEqualTo("ute");
        assertThat(job.tags()).containsExactly("crm");
        assertThat(job.idempotencyKey()).isEqualTo("legacy/customers-0-17");
        assertThat(job.metadata()).containsEntry("trigger", "legacy").containsEntry("event", "customers-0-17");
    }

    @Test
    @DisplayName("S2.11: an event that names nobody makes a job of the system; without fields its body is the payload")
    void wholeBody() throws Exception {
        TriggerMapping mapping = new TriggerMapping(
                "orders", "order.paid", null, Map.of(), new Source("/by?"), List.of(), new Source("header:what"));

        JobSpec job = spec(mapping, BODY);

        assertThat(job.payload().text()).isEqualTo(BODY);
        assertThat(job.namesQueue()).isFalse();
        assertThat(job.runBy()).isNull();
        assertThat(job.origin()).isEqualTo(Origin.SYSTEM);
        assertThat(job.idempotencyKey()).isEqualTo("orders/moved");
    }

    @Test
    @DisplayName("What cannot be mapped says what is missing, and where it came from")
    void unmappable() {
        TriggerMapping mapping = new TriggerMapping(
                "legacy", "legacy.event", null, Map.of("no", new Source("/customer/no")), null, List.of(), null);

        assertThatThrownBy(() -> spec(mapping, "{\"rev\":1}"))
                .isInstanceOf(Unmappable.class)
                .hasMessage("customers-0-17 has no /customer/no");
        assertThatThrownBy(() -> spec(mapping, "customer;C-1"))
                .isInstanceOf(Unmappable.class)
                .hasMessageStartingWith("customers-0-17 is not JSON: ");
        assertThatThrownBy(() -> spec(new TriggerMapping("a", "b", null, Map.of(), null, List.of(), null), "[1]"))
                .isInstanceOf(Unmappable.class)
                .hasMessageContaining("is no JSON object");
        assertThatThrownBy(() -> new Source("customer.no"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write /a/pointer");
    }

    private static JobSpec spec(TriggerMapping mapping, String body) throws Unmappable {
        ForeignEvent event = ForeignEvent.read(
                "customers-0-17", "k1", Map.of("what", "moved"), body.getBytes(StandardCharsets.UTF_8));
        return mapping.job(event).spec(Instant.EPOCH);
    }
}
