package dev.penstock.ui.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.penstock.ui.fixture.Installation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking back from the list and from the first page, and coming back, with script and without. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class PastTest {
    private static final Pattern LASTING = Pattern.compile(".*[?&]at=20\\d\\d-\\d\\d-\\d\\dT[\\d:.]+Z.*");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @TestHTTPResource
    String base;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theListIsLookedBackAtSteppedThroughAndLeft(boolean script) {
        Stage stage = new Stage("bygones" + script);
        stage.queued(1, 30).failed(2, 320).failed(3, 400);
        Page page = open(stage.list(), script);
        assertThat(page.locator("tbody tr")).hasCount(3);
        page.locator("#look-back summary").click();
        page.getByText("5 min ago").click();
        page.waitForURL(LASTING);
        Locator banner = page.locator("#as-of");
        assertThat(banner).containsText("what you see is the past");
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("main button[data-act], main [name=act], main input[type=checkbox]"))
                .hasCount(0);
        assertThat(page.locator("job-live")).hasCount(0);
        // The same page again: a link to it may be passed on.
        String address = page.url();
        page.reload();
        assertThat(page.locator("tbody tr")).hasCount(2);

        page.locator("#as-of nav a", new Page.LocatorOptions().setHasText("−1 h"))
                .click();
        assertThat(page.locator("tbody tr")).hasCount(0);
        assertThat(page.locator(".empty")).containsText("No job is found here as of then");
        page.locator("#as-of nav a", new Page.LocatorOptions().setHasText("+1 h"))
                .click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.url()).isEqualTo(address);

        page.locator("tbody .job a").first().click();
        assertThat(page.locator("#past")).isVisible();
        assertThat(banner).isVisible();
        page.goBack();
        page.getByText("Back to now").click();
        assertThat(banner).hasCount(0);
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(page.locator("main tbody input[type=checkbox]").first()).isVisible();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFirstPageIsLookedBackAtByAMomentThatIsTyped(boolean script) {
        new Stage("bygonesran" + script).running(1, 300);
        Page page = open("", script);
        page.locator("#look-back summary").click();
        // Browsers leave out seconds that are none.
        String minute = Instant.now()
                .minusSeconds(160)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .substring(0, 16);
        String then = minute + ":07Z";
        page.locator("#look-back-at").fill(then.substring(0, then.length() - 1));
        page.getByText("Look back", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL(LASTING);
        assertThat(page.locator("#as-of")).hasAttribute("data-at", then);
        assertThat(page.locator("[id='queue-bygonesran" + script + "'] td").nth(1))
                .hasText("1");
        assertThat(page.locator("[id='held-bygonesran" + script + "1.0']")).containsText(Stage.WORKER);
        page.locator("#as-of-at").fill(minute);
        page.getByText("Look back (UTC)").click();
        assertThat(page.locator("#as-of")).hasAttribute("data-at", minute + ":00Z");
        page.getByText("Back to now").click();
        assertThat(page.locator("#as-of")).hasCount(0);
    }

    @Test
    void spansOfThePastStandStill() {
        new Stage("bygonesstill").running(1, 200);
        Page page = open("jobs?q=type:bygonesstill&at=-100s", true);
        String took = page.locator("td[data-label=Took]").textContent();
        String created = page.locator("td[data-label=Created]").textContent();
        // Long enough for a clock that ticks.
        page.waitForFunction("start => Date.now() - start > 2500", page.evaluate("Date.now()"));
        assertThat(page.locator("td[data-label=Took]")).hasText(took);
        assertThat(page.locator("td[data-label=Created]")).hasText(created);
    }

    private Page open(String address, boolean script) {
        return chromium.open(base + address, script ? Chromium.Window.USUAL : Chromium.Window.USUAL.withoutScript());
    }
}
