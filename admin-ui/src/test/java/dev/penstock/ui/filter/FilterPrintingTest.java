package dev.penstock.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.Origin;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Status;
import dev.penstock.ui.filter.Value.Bound;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilterPrintingTest {
    private static final String LETTERS = "abz09._-*\"\\,: <>@/é日(";

    @Test
    void what_is_printed_parses_to_the_same_filter() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Filter filter = filter(random);
            String text = filter.print();
            assertThat(FilterParser.parse(text))
                    .as("seed %d, printed: %s", seed, text)
                    .isEqualTo(new Parsed.Good(filter));
        }
    }

    @Test
    void any_text_is_a_filter_or_a_mistake_inside_it() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = key(random) + word(random) + (random.nextBoolean() ? " " + key(random) + word(random) : "");
            switch (FilterParser.parse(text)) {
                case Parsed.Good good ->
                    assertThat(FilterParser.parse(good.filter().print()))
                            .as("seed %d, text: %s", seed, text)
                            .isEqualTo(good);
                case Parsed.Wrong wrong -> {
                    assertThat(wrong.position()).as("seed %d, %s", seed, text).isBetween(0, text.length());
                    assertThat(wrong.sentence()).isNotBlank();
                }
            }
        }
    }

    @Test
    void it_prints_what_a_person_would_write() {
        String text =
                "status:failed queue:mail created:-24h -type:report.daily error:\"550 mailbox\" attempt:3 email.*";
        assertThat(FilterParserTest.good(text).print()).isEqualTo(text);
        assertThat(FilterParserTest.good("status:pending created:>=-24h").print())
                .isEqualTo("status:queued created:-24h");
    }

    private static String key(Random random) {
        return random.nextBoolean() ? "" : pick(Key.values(), random).word() + ":";
    }

    private static Filter filter(Random random) {
        return new Filter(
                Stream.generate(() -> term(random)).limit(random.nextInt(5)).toList());
    }

    private static Filter.Term term(Random random) {
        Key key = pick(Key.values(), random);
        List<Value> values = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            values.add(value(key, random));
        }
        return new Filter.Term(random.nextBoolean(), key, values);
    }

    private static Value value(Key key, Random random) {
        return switch (key.kind()) {
            case STATUS -> new Value.StatusIs(pick(Status.values(), random));
            case YES_OR_NO -> new Value.YesOrNo(random.nextBoolean());
            case ORIGIN -> new Value.OriginIs(pick(Origin.values(), random));
            case PRIORITY -> new Value.PriorityIs(pick(Priority.values(), random));
            case WORD -> new Value.Word("w" + word(random), random.nextBoolean());
            case OPTIONAL_WORD -> new Value.Word(word(random), random.nextBoolean());
            case NUMBER -> numbers(random);
            case TIME -> times(random);
        };
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private static Value numbers(Random random) {
        long from = random.nextInt(1_000);
        return switch (random.nextInt(3)) {
            case 0 -> new Value.Numbers(from, null);
            case 1 -> new Value.Numbers(null, from);
            default -> new Value.Numbers(from, from + random.nextInt(2));
        };
    }

    private static Value times(Random random) {
        Moment moment = moment(random);
        return switch (random.nextInt(3)) {
            case 0 -> new Value.Times(new Bound(moment, random.nextBoolean()), null);
            case 1 -> new Value.Times(null, new Bound(moment, random.nextBoolean()));
            default -> new Value.Times(new Bound(moment, true), new Bound(moment(random), true));
        };
    }

    private static Moment moment(Random random) {
        Instant instant = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L));
        return switch (random.nextInt(4)) {
            case 0 -> new Moment.Ago(random.nextInt(1_000), pick(Moment.Unit.values(), random));
            case 1 -> new Moment.Day(LocalDate.ofEpochDay(random.nextInt(40_000)));
            case 2 -> new Moment.At(instant.truncatedTo(ChronoUnit.MINUTES), ChronoUnit.MINUTES);
            default ->
                random.nextBoolean()
                        ? new Moment.At(instant, ChronoUnit.SECONDS)
                        : new Moment.At(instant.plusMillis(random.nextInt(1_000)), ChronoUnit.MILLIS);
        };
    }

    private static <T> T pick(T[] from, Random random) {
        return from[random.nextInt(from.length)];
    }
}
