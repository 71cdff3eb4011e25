package dev.penstock.api.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Json;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.wire.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypeDeclarationTest {
    enum Tone {
        WARM,
        COLD
    }

    record Line(String sku, int count, @Nullable Line next) {}

    @JobType(
            name = "order.confirm",
            version = 3,
            queue = "mail",
            description = "confirms an order",
            policy =
                    @JobType.Policy(
                            version = 4,
                            maxAttempts = 3,
                            timeout = "30s",
                            backoff = "500ms",
                            restartable = false))
    record Confirm(
            String to,
            Tone tone,
            List<Line> lines,
            Map<String, Double> prices,
            @Nullable Instant due,
            LocalDate day,
            boolean gift) {}

    @Test
    void a_record_declares_its_type_with_policy_and_schema() {
        TypeDeclaration<Confirm> type = TypeDeclaration.of(Confirm.class);
        JobPolicy policy = type.policy();
        assertThat(policy.version()).isEqualTo(4);
        assertThat(policy.maxAttempts()).isEqualTo(3);
        assertThat(policy.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(policy.backoff().first()).isEqualTo(Duration.ofMillis(500));
        assertThat(policy.capabilities().restartable()).isFalse();
        assertThat(policy.deleteAfter()).isEqualTo(JobPolicy.DEFAULT.deleteAfter());
        Setting.Type setting = type.setting();
        assertThat(setting.key()).isEqualTo("type/order.confirm");
        assertThat(setting.schemas()).containsOnlyKeys(3);
    }

    @Test
    void undeclared_values_are_the_defaults_of_the_policy() {
        @JobType(name = "plain")
        record Plain() {}
        JobPolicy policy = TypeDeclaration.of(Plain.class).policy();
        assertThat(policy.with(0, policy.maxAttempts(), policy.backoff(), policy.timeout()))
                .isEqualTo(JobPolicy.DEFAULT);
    }

    @Test
    void the_schema_says_what_must_be_there() {
        assertThat(RecordSchema.of(Confirm.class).text())
                .isEqualTo("{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"title\":\"Confirm\","
                        + "\"type\":\"object\",\"properties\":{\"to\":{\"type\":\"string\"},"
                        + "\"tone\":{\"type\":\"string\",\"enum\":[\"WARM\",\"COLD\"]},"
                        + "\"lines\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Line\"}},"
                        + "\"prices\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"number\"}},"
                        + "\"due\":{\"type\":\"string\",\"format\":\"date-time\"},"
                        + "\"day\":{\"type\":\"string\",\"format\":\"date\"},\"gift\":{\"type\":\"boolean\"}},"
                        + "\"required\":[\"to\",\"tone\",\"lines\",\"prices\",\"day\",\"gift\"],"
                        + "\"$defs\":{\"Line\":{\"type\":\"object\",\"properties\":{\"sku\":{\"type\":\"string\"},"
                        + "\"count\":{\"type\":\"integer\"},\"next\":{\"$ref\":\"#/$defs/Line\"}},"
                        + "\"required\":[\"sku\",\"count\"]}}}");
    }

    @Test
    void a_payload_is_read_into_its_record_or_says_what_is_wrong() throws Exception {
        TypeDeclaration<Line> type = new TypeDeclaration<>(Line.class, "line", 1, "q", "", JobPolicy.DEFAULT);
        assertThat(type.read(new Json("{\"sku\":\"a\",\"count\":2,\"colour\":\"red\"}")))
                .isEqualTo(new Line("a", 2, null));
        assertThatThrownBy(() -> type.read(new Json("{\"sku\":\"a\",\"count\":\"many\"}")))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("field count");
    }

    @Test
    void durations_are_written_as_people_do() {
        assertThat(Durations.parse("24h")).isEqualTo(Duration.ofHours(24));
        assertThat(Durations.parse("30d")).isEqualTo(Duration.ofDays(30));
        assertThat(Durations.parse("5m")).isEqualTo(Duration.ofMinutes(5));
        assertThat(Durations.parse("PT1M30S")).isEqualTo(Duration.ofSeconds(90));
        assertThatThrownBy(() -> Durations.parse("soon")).hasMessageContaining("not \"soon\"");
    }
}
