package dev.penstock.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.stack.bench.figure.Figure;
import dev.penstock.stack.history.Latencies;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchResultTest {
    @Test
    void what_was_measured_stands_under_its_fixed_name() throws Exception {
        Latencies pickUp = new Latencies();
        pickUp.add(3);
        pickUp.add(7);
        JsonNode json = json(result(8_123.4, pickUp.summary()));

        assertThat(json.get("endToEndJobsPerSecond").asLong()).isEqualTo(8_123);
        assertThat(json.get("pickupP50Ms").asDouble()).isEqualTo(3);
        assertThat(json.get("pickupP99Ms").asDouble()).isEqualTo(7);
        assertThat(json.get("duplicatesAccepted").asLong()).isZero();
    }

    @Test
    void what_was_not_measured_is_null_and_not_left_out() throws Exception {
        JsonNode json = json(result(null, new Latencies().summary()));

        assertThat(json.properties())
                .filteredOn(figure -> figure.getValue().isNull())
                .extracting(Map.Entry::getKey)
                .contains(
                        "endToEndJobsPerSecond",
                        "submitJobsPerSecond",
                        "pickupP50Ms",
                        "pickupP99Ms",
                        "eventToVisibleP50Ms",
                        "eventToVisibleP99Ms",
                        "recoverySeconds");
    }

    @Test
    void a_further_figure_stands_under_its_own_name_in_both() throws Exception {
        BenchResult result = result(null, new Latencies().summary());

        assertThat(json(result).get("workerKilledWorstSeconds").asDouble()).isEqualTo(7.25);
        assertThat(result.markdown()).contains("| kill -9 of a worker | worst 7.3 s |");
    }

    @Test
    void the_table_adds_up_what_a_job_costs() {
        assertThat(result(8_000.0, new Latencies().summary()).markdown())
                .contains("| broker | 60 |", "| processor | 70 |", "| together | 130 |", "| together | 900 |");
    }

    private static BenchResult result(Double rate, Latencies.Summary pickUp) {
        Latencies.Summary none = new Latencies().summary();
        return new BenchResult(
                "a machine",
                rate,
                null,
                pickUp,
                none,
                none,
                0,
                null,
                Map.of("broker", 1L << 28),
                Map.of("jobs.events", 900.0),
                Map.of("broker", 60.0, "processor", 70.0),
                Map.of(),
                null,
                List.of(new Figure("workerKilledWorstSeconds", 7.25, "kill -9 of a worker", "worst 7.3 s")));
    }

    private static JsonNode json(BenchResult result) throws Exception {
        return new ObjectMapper().readTree(result.json());
    }
}
