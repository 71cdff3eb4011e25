package dev.penstock.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.Status;
import dev.penstock.ui.filter.Value.StatusIs;
import dev.penstock.ui.filter.Value.Word;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {
    @Test
    void terms_are_and_commas_are_or_and_a_minus_negates() {
        Filter filter = good("status:failed,queued queue:mail -type:report.daily");

        assertThat(filter.terms())
                .containsExactly(
                        new Filter.Term(
                                false, Key.STATUS, List.of(new StatusIs(Status.FAILED), new StatusIs(Status.QUEUED))),
                        new Filter.Term(false, Key.QUEUE, List.of(new Word("mail", false))),
                        new Filter.Term(true, Key.TYPE, List.of(new Word("report.daily", false))));
    }

    @Test
    void nothing_means_all_jobs() {
        assertThat(good("   ")).isEqualTo(Filter.ALL);
    }

    @Test
    void a_bare_word_is_a_text_and_quotes_take_everything_as_it_stands() {
        assertThat(good("timeout \"status:failed, really\" mail*").terms())
                .containsExactly(
                        new Filter.Term(false, Key.TEXT, List.of(new Word("timeout", false))),
                        new Filter.Term(false, Key.TEXT, List.of(new Word("status:failed, really", false))),
                        new Filter.Term(false, Key.TEXT, List.of(new Word("mail", true))));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Queued, QUEUED",
        "Processing, RUNNING",
        "Failed, FAILED",
        "Pending, QUEUED",
        "Running, RUNNING",
        "Complete, COMPLETED",
        "in-progress, RUNNING",
        "In_Progress, RUNNING",
        "\"In Progress\", RUNNING",
        "Stopping, STOPPING",
        "Stopped, STOPPED",
        "Finished, COMPLETED",
        "Cancelled, ABORTED",
        "Waiting, QUEUED",
        "Completed, COMPLETED",
        "Error, FAILED",
        "Aborted, ABORTED",
        "Created, QUEUED",
        "Expired, EXPIRED",
        "waiting-for-children, WAITING_FOR_CHILDREN",
        "retrying, RETRYING",
        "scheduled, SCHEDULED"
    })
    @DisplayName("Acceptance 5.0: each seed's word for a status is understood")
    void each_seeds_word_for_a_status_is_understood(String word, Status status) {
        String written = word.contains(" ") && !word.startsWith("\"") ? "\"" + word + "\"" : word;
        assertThat(good("status:" + written).terms().getFirst().values()).containsExactly(new StatusIs(status));
    }

    @Test
    void active_is_every_status_that_is_no_end() {
        assertThat(good("status:active").terms().getFirst().values())
                .hasSize(6)
                .doesNotContain(new StatusIs(Status.COMPLETED));
    }

    @Test
    void a_day_lasts_a_day_and_a_duration_counts_back_from_now() {
        Instant now = Instant.parse("2026-03-10T12:00:00Z");

        Value.Times day = (Value.Times) value("created:2026-03-01");
        assertThat(bound(day.from()).start(now)).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(bound(day.to()).end(now)).isEqualTo("2026-03-02T00:00:00Z");

        Value.Times lately = (Value.Times) value("created:-24h");
        assertThat(bound(lately.from()).start(now)).isEqualTo("2026-03-09T12:00:00Z");
        assertThat(lately.to()).isNull();

        Value.Times minute = (Value.Times) value("created:2026-03-01T10:04+02:00");
        assertThat(bound(minute.from()).start(now)).isEqualTo("2026-03-01T08:04:00Z");
        assertThat(bound(minute.to()).end(now)).isEqualTo("2026-03-01T08:05:00Z");
    }

    @ParameterizedTest(name = "{0} is wrong at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "status:broken            | 7  | 6  | is no status",
                "queue:mail colour:red    | 11 | 6  | There is no key \"colour\"",
                "queue:                   | 0  | 6  | A value is missing after \"queue:\"",
                "type:a,,b                | 0  | 7  | A value is missing",
                "error:\"no end           | 6  | 7  | never closed",
                "created:yesterday        | 8  | 9  | is no time",
                "created:2026-02-30       | 8  | 10 | is no time",
                "attempt:many             | 8  | 4  | is no whole number",
                "attempt:..               | 8  | 2  | at least one side",
                "priority:urgent          | 9  | 6  | high, normal or low",
                "queue:\"\"               | 6  | 2  | Every job has a value for queue",
                "mail -                   | 5  | 1  | minus sign",
                "a\"b\"                   | 1  | 1  | quote may only begin",
                "\"a\"b                   | 3  | 1  | blank or a comma"
            })
    void a_mistake_is_named_with_its_position(String text, int position, int length, String sentence) {
        Parsed.Wrong wrong = (Parsed.Wrong) FilterParser.parse(text.strip());

        assertThat(wrong.sentence()).contains(sentence);
        assertThat(wrong.position()).isEqualTo(position);
        assertThat(wrong.length()).isEqualTo(length);
    }

    @Test
    void a_filter_has_a_longest_length_and_a_highest_number_of_values() {
        assertThat(FilterParser.parse("x".repeat(2_001))).isInstanceOf(Parsed.Wrong.class);
        assertThat(FilterParser.parse("a ".repeat(101))).isInstanceOf(Parsed.Wrong.class);
    }

    static Filter good(String text) {
        return switch (FilterParser.parse(text)) {
            case Parsed.Good good -> good.filter();
            case Parsed.Wrong wrong -> throw new AssertionError(text + ": " + wrong);
        };
    }

    private static Value value(String text) {
        return good(text).terms().getFirst().values().getFirst();
    }

    private static Moment bound(Value.@org.jspecify.annotations.Nullable Bound bound) {
        assertThat(bound).isNotNull();
        return bound.moment();
    }
}
