package dev.penstock.processor.cron;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A cron expression by the clock on the wall: it knows no time zone, so no hour is missing or comes twice. */
final class Expression {
    static final String FORM =
            "A cron expression has five fields (minute hour day-of-month month day-of-week), six with"
                    + " seconds first, or is one of @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually";

    private static final int LONGEST = 200;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Map<String, String> NICKNAMES = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");

    /** UNIX cron with seconds: where both days are restricted, either will do. */
    private static final CronDefinition FIELDS = CronDefinitionBuilder.defineCron()
            .withSeconds()
            .withStrictRange()
            .and()
            .withMinutes()
            .withStrictRange()
            .and()
            .withHours()
            .withStrictRange()
            .and()
            .withDayOfMonth()
            .supportsL()
            .withStrictRange()
            .and()
            .withMonth()
            .withStrictRange()
            .and()
            .withDayOfWeek()
            .withValidRange(0, 7)
            .withMondayDoWValue(1)
            .withIntMapping(7, 0)
            .supportsHash()
            .withStrictRange()
            .and()
            .instance();

    private final ExecutionTime times;
    private final boolean everyHour;

    private Expression(ExecutionTime times, boolean everyHour) {
        this.times = times;
        this.everyHour = everyHour;
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong */
    static Expression of(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "The cron expression has " + trimmed.length() + " characters, at most " + LONGEST + ".");
        }
        String plain = NICKNAMES.getOrDefault(trimmed, trimmed);
        List<String> fields = BLANKS.splitAsStream(plain).toList();
        if (fields.size() < 5 || fields.size() > 6) {
            throw new IllegalArgumentException("\"" + text + "\" is no cron expression. " + FORM + ".");
        }
        boolean seconds = fields.size() == 6;
        try {
            Cron cron =
                    new CronParser(FIELDS).parse(seconds ? plain : "0 " + plain).validate();
            String hour = fields.get(seconds ? 2 : 1);
            return new Expression(ExecutionTime.forCron(cron), hour.startsWith("*"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no cron expression: " + e.getMessage() + ". " + FORM + ".", e);
        }
    }

    /** Whether it fires in every hour, or every few hours: a beat that goes on when clocks are changed. */
    boolean isEveryHour() {
        return everyHour;
    }

    /** The first time after that one; null if there is none. */
    @Nullable
    LocalDateTime next(LocalDateTime after) {
        return times.nextExecution(after.atZone(ZoneOffset.UTC))
                .map(at -> at.toLocalDateTime())
                .orElse(null);
    }
}
