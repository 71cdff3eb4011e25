package dev.penstock.ui.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.penstock.stack.process.Await;
import dev.penstock.ui.fixture.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * Makes the pictures in {@code docs/screens} from a demo that has run for some minutes. No test: run by name, as
 * {@code docs/screens/renew} does.
 */
class DocScreens extends DemoStack {
    private static final Path SCREENS = Path.of("../docs/screens");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PHONE_HEIGHT = 780;

    @Test
    void theScreensOfTheDocs() {
        await(() -> count("status:completed") > 400 && count("status:failed") > 8);
        await(() ->
                count("type:media.publish status:completed") > 0 && count("type:media.transcode status:active") > 0);
        shoot("overview", "", 1_500);
        dark("overview-dark", "", 1_500);
        phone("overview-phone", "");
        shoot("jobs", "jobs", 900);
        shoot("job", "jobs/" + first("type:email.send status:failed attempt:>2"), 1_500);
        shoot("family", "jobs/" + first("type:media.publish status:completed") + "/family?view=graph", 700);
        shoot("history", "jobs/" + first("type:email.send status:failed attempt:>2") + "/history", 900);
        shoot("failures", "failures", 1_180);
        shoot("pipeline", "pipeline", 1_180);
        shoot("workers", "workers", 900);
        schedule("nightly-report", "30 2 * * *", "Europe/Vienna");
        schedule("hourly-sync", "@hourly", "UTC");
        shoot("schedules", "schedules", 900);
        shoot("statistics", "stats?window=15m", 1_180);
        shoot("logs", "logs", 900);
        shoot("settings", "settings?type=email.send", 1_180);
        shoot("templates", "settings/templates?template=licence-key", 860);
        shoot("help", "help", 1_180);
        forPeople();
        acts();
        aLine();
    }

    private static void schedule(String name, String cron, String zone) {
        Http.Answer answer = http.put("/api/v1/schedules/" + name, """
                {"cron":"%s","zone":"%s","spec":{"type":"system.refactor-data","origin":"SYSTEM"}}
                """.formatted(cron, zone));
        assertThat(answer.code()).as(answer.body()).isBetween(200, 202);
        http.post("/api/v1/schedules/" + name + "/trigger", "");
    }

    /** What users and administrators see besides the jobs. */
    private void forPeople() {
        shoot("mine", "mine?user=ana", 900);
        dark("mine-dark", "mine?user=ana", 900);
        phone("mine-phone", "mine?user=ana");
        shoot("new", "new?type=email.send", 900);
        shoot("users", "users", 700);
        shoot("tokens", "tokens", 700);
        shoot("account", "account", 700);
        shoot("items", "demo/items", 700);
        shoot("batches", "batches", 900);
        shoot("log", "jobs/" + first("type:media.publish status:completed") + "/log", 900);
        shoot("data", "jobs/" + first("type:media.publish status:completed") + "/data", 900);
    }

    /** A bulk act before it begins and behind its end, and what was told meanwhile. */
    private void acts() {
        Page page = chromium.open(base + "jobs?q=" + encoded("type:email.send status:failed"));
        page.locator("#all-acts summary").click();
        page.locator("#all-acts button[value=retry]").click();
        page.waitForURL("**/operations/*");
        String operation = page.url().substring(base.length());
        page.setViewportSize(Chromium.WIDE, 700);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve("operation-question.png")));
        page.locator("form[action$='/start'] button.button-main").click();
        await(() -> http.get("/api/v1/" + operation)
                .json()
                .at("/operation/state")
                .asText()
                .equals("DONE"));
        shoot("operation", operation, 900);
        dark("operation-dark", operation, 900);
        shoot("operations", "operations", 900);
        shoot("notifications", "notifications", 1_100);
        dark("jobs-dark", "jobs", 900);
    }

    /** A queue at rest, with jobs in all of its lanes. */
    private void aLine() {
        http.post("/api/v1/queues/notifications/pause", "");
        for (String priority : new String[] {"HIGH", "NORMAL", "LOW"}) {
            for (int i = 0; i < 4; i++) {
                http.post("/api/v1/jobs", """
                        {"type":"email.send","priority":"%s","runBy":"ana","payload":{"template":"licence-key",
                         "to":"reader-%d@example.com","values":{"product":"Penstock","order":"7","key":"K-1"}}}
                        """.formatted(priority, i));
            }
        }
        await(() -> count("status:queued queue:notifications priority:low") >= 4);
        shoot("queues", "queues", 1_180);
        shoot("line", "queues/notifications", 1_180);
        http.post("/api/v1/queues/notifications/resume", "");
    }

    private void shoot(String name, String address, int height) {
        picture(name, address, new Chromium.Window(Chromium.WIDE, ColorScheme.LIGHT, true), height);
    }

    private void dark(String name, String address, int height) {
        picture(name, address, new Chromium.Window(Chromium.WIDE, ColorScheme.DARK, true), height);
    }

    private void phone(String name, String address) {
        picture(name, address, new Chromium.Window(Chromium.NARROW, ColorScheme.LIGHT, true), PHONE_HEIGHT);
    }

    private void picture(String name, String address, Chromium.Window window, int height) {
        Page page = chromium.open(base, window);
        page.setViewportSize(window.width(), height);
        page.navigate(base + address);
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")));
    }

    private static String first(String filter) {
        await(() -> count(filter) > 0);
        return http.get("/api/v1/jobs?q=" + encoded(filter))
                .json()
                .at("/jobs/0/id")
                .asText();
    }

    private static long count(String filter) {
        return http.get("/api/v1/jobs?q=" + encoded(filter))
                .json()
                .at("/matches/count")
                .asLong();
    }

    private static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Await.until(PATIENCE, condition)).isTrue();
    }
}
