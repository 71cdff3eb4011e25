package dev.penstock.ui.security;

import dev.penstock.api.setting.Setting;
import dev.penstock.ui.filter.AsOf;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.fixture.Rows;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two jobs whose secrets stand in payload, result, checkpoint, metadata, progress, failure, log, dead letters and a schedule. */
final class Secrets {
    /** In every secret, and in nothing else. */
    static final String MARK = "S3cret";

    static final String PASSWORD = "hunter-" + MARK + "-77";
    static final String CARD = "4111-" + MARK + "-78";
    static final String PAYLOAD = "{\"to\":\"ana\",\"password\":\"" + PASSWORD + "\",\"card\":{\"number\":\"" + CARD
            + "\",\"until\":\"03/29\"}}";
    static final String SAID = "bank refused " + CARD + " of ana, password=" + PASSWORD;
    static final String JOB = "covered1.0";
    static final String DONE = "covered2.0";

    /** Has a long log; not of the others' type. */
    static final String MANY = "covered4.0";

    private static @Nullable ReadModel written;

    private Secrets() {}

    /** For all tests that look for them; another run of the application has another read model. */
    static synchronized void writeOnce(ReadModel model) {
        if (!model.equals(written)) {
            write(model);
            written = model;
        }
    }

    /** Writes them wherever the read model has contents or texts of jobs. */
    private static void write(ReadModel model) {
        Rows rows = new Rows(model);
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60);
        String fields = "\"type\":\"cover.card\",\"queue\":\"covers\",\"runBy\":\"user\",\"notifyUser\":\"user\","
                + "\"metadata\":{\"api-token\":\"" + PASSWORD + "\"},\"payload\":" + PAYLOAD;
        rows.job(Histories.queued(JOB, begin, fields)
                .started("cards-1-4f7q0m2z")
                .progress("cards-1-4f7q0m2z", 1, 2, "paying with " + CARD)
                .failed("cards-1-4f7q0m2z", SAID, "Refused: " + SAID + "\n\tat cards.Pay"));
        rows.job(Histories.queued(DONE, begin, fields)
                .started("cards-1-4f7q0m2z")
                .succeeded("cards-1-4f7q0m2z", "{\"token\":\"" + PASSWORD + "\",\"note\":\"paid by " + CARD + "\"}"));
        rows.job(Histories.queued(MANY, begin, "\"type\":\"cover.many\",\"queue\":\"covers\""));
        model.execute(
                "UPDATE job SET checkpoint = payload, reason = ?, metadata = ?::jsonb WHERE type = 'cover.card'",
                SAID,
                "{\"api-token\":\"" + PASSWORD + "\"}");
        rows.line(JOB, "ERROR", SAID).line(JOB, "INFO", "logging in with " + PASSWORD);
        rows.failure("cover-group", begin, 3, 1, "cards-1-4f7q0m2z");
        model.execute(
                "UPDATE failure_group SET message = ?, stack = ?, shape = ?, first_job = ? WHERE fingerprint = ?",
                SAID,
                SAID,
                SAID,
                JOB,
                "cover-group");
        letter(model, 81, "JOB", SAID, JOB, null);
        letter(
                model,
                82,
                "UNREADABLE",
                SAID.substring(0, 4),
                null,
                "{\"type\":\"cover.card\",\"payload\":" + PAYLOAD + "}");
        letter(
                model,
                83,
                "UNREADABLE",
                "no JSON",
                null,
                "{\"type\":\"cover.card\",\"payload\":{\"password\":\"" + PASSWORD);
        rows.setting(new Setting.Schedule(
                "cover-nightly",
                "0 3 * * *",
                "UTC",
                false,
                Setting.Schedule.Overlap.SKIP,
                Setting.Schedule.CatchUp.LATEST,
                null,
                Histories.queued("covered3.0", begin, fields).job().spec()));
    }

    /** Over 500 jobs that say the same; made once. */
    static void crowd(ReadModel model) {
        String copies =
                "INSERT INTO %1$s SELECT copy.* FROM %1$s AS it, generate_series(1, 510) AS n, jsonb_populate_record(it, %2$s)"
                        + " AS copy WHERE it.%3$s = '" + JOB + "' ON CONFLICT DO NOTHING";
        String place = "'log_offset', it.log_offset + 1000000 + n * 10";
        model.execute(
                copies.formatted("job", "jsonb_build_object('id', 'crowd' || n || '.0', 'type', 'cover.crowd')", "id"));
        model.execute(
                copies.formatted("log_line", "jsonb_build_object('job', 'crowd' || n || '.0', " + place + ")", "job"));
    }

    /** Pages as of the moment when the job had said how far it is: folded, because it has failed since. */
    static List<String> pastPaths(String template, Http http) {
        String told =
                http.get("/api/v1/jobs/" + JOB).json().at("/job/history/2/at").asText();
        String at = "at=" + AsOf.print(Instant.parse(told));
        return switch (template) {
            case "/", "/api/v1/overview" -> List.of(template + "?" + at);
            case "/jobs", "/api/v1/jobs" -> List.of(template + "?q=type:cover.card&" + at);
            case "/jobs/{id}/history" -> List.of("/jobs/" + JOB + "/history?" + at);
            default -> List.of();
        };
    }

    private static void letter(ReadModel model, long offset, String kind, String reason, String job, String input) {
        model.execute(
                "INSERT INTO dead_letter VALUES (0, ?, ?, ?, ?, 'cover.card', 'covers', 1, ?, ?, 0, 12, ?, now())",
                offset,
                kind,
                reason,
                job,
                job == null
                        ? "[]"
                        : "[{\"kind\":\"PERMANENT\",\"error\":\"E\",\"message\":\"" + SAID + "\",\"stack\":\"" + SAID
                                + "\"}]",
                input == null ? null : Installation.current().kafka().topics().submissions(),
                input == null ? null : Base64.getEncoder().encodeToString(input.getBytes(StandardCharsets.UTF_8)));
    }
}
