package dev.penstock.ui.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Outage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PostgreSQL goes away under the running pages and comes back: they say so, and go on without a restart of anything. */
@QuarkusTest
@TestProfile(OutageTest.Alone.class)
@QuarkusTestResource(value = Outage.class, restrictToAnnotatedClass = true)
class OutageTest {
    /** A start of its own. */
    public static final class Alone implements QuarkusTestProfile {}

    private static final LocatorAssertions.IsVisibleOptions PATIENT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @TestHTTPResource("/")
    URI base;

    @Test
    void pagesSayThatPostgresIsAwayAndComeBackByThemselves() {
        Http http = new Http(base);
        Page page = chromium.open(base.toString());
        Locator heading = page.locator("h1");
        assertThat(heading).hasText("Background Jobs");

        Outage.server().stop();
        Http.Answer away = http.get("/jobs");
        assertThat(away.code()).isEqualTo(503);
        assertThat(away.header("Content-Type")).startsWith("text/html");
        assertThat(away.body()).contains("PostgreSQL does not answer", "class=\"rail\"");
        assertThat(http.get("/api/v1/jobs").header("Content-Type")).startsWith("application/problem+json");
        page.reload();
        assertThat(page.getByText("PostgreSQL does not answer")).isVisible();

        Outage.server().restart();
        // The very first questions: no connection of before the outage is used for them.
        for (int i = 0; i < 10; i++) {
            assertThat(http.get("/jobs").code()).as("question %d", i).isEqualTo(200);
        }
        assertThat(page.getByText("Background Jobs").first()).isVisible(PATIENT);
        assertThat(page.getByText("PostgreSQL does not answer")).hasCount(0);

        // Nobody asks while it is away, so nobody notices that the connections in the pool are dead.
        Outage.server().stop();
        Outage.server().restart();
        assertThat(http.get("/jobs").code()).isEqualTo(200);
    }
}
