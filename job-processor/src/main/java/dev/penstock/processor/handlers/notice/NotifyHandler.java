package dev.penstock.processor.handlers.notice;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.file.Inside;
import dev.penstock.processor.handlers.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Puts a notice into a user's tray, named by the job: a second run replaces it by itself, and nobody is told twice. */
public final class NotifyHandler implements JobHandler<Notify> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 2_000;

    private final Path trays;

    public NotifyHandler(Path trays) {
        this.trays = trays;
    }

    /** What the job leaves behind. */
    public record Told(String user, String file) {}

    @Override
    public Told run(Notify notice, JobContext context) throws IOException {
        if (notice.title().isBlank()
                || notice.title().length() > LONGEST_TITLE
                || notice.text().length() > LONGEST_TEXT) {
            throw new PermanentFailure(
                    "A notice has a title of 1 to " + LONGEST_TITLE + " characters and a text of at most "
                            + LONGEST_TEXT + "; this one has " + notice.title().length() + " and "
                            + notice.text().length() + ": shorten it and submit a new job.");
        }
        Path tray = Inside.of(trays, notice.user());
        Path file = Inside.of(tray, context.idempotencyKey() + ".json");
        Map<String, String> content = new TreeMap<>(Map.of(
                "title",
                notice.title(),
                "text",
                notice.text(),
                "at",
                context.createdAt().toString()));
        WholeFile.write(file, JSON.writeValueAsString(content));
        context.log("Told " + notice.user() + ": " + notice.title());
        return new Told(notice.user(), context.idempotencyKey() + ".json");
    }
}
