package dev.penstock.ui.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.penstock.ui.fixture.Installation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class LiveTest {
    private static final int REFRESHES = 10;
    private static final int LOADS = 30;

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @TestHTTPResource
    String base;

    @Test
    void whatChangesAppearsByItself() {
        Stage stage = new Stage("livechange").queued(1, 30);
        Page page = chromium.open(base + stage.list());
        assertThat(page.locator("tbody tr")).hasCount(1);
        live(page);
        stage.failed(2, 60).changed();
        assertThat(page.locator("tbody tr")).hasCount(2);
    }

    @Test
    void newRowsWaitBehindALinkSoThatNothingMovesUnderThePointer() {
        Stage stage = new Stage("livenew").queued(1, 30);
        Page page = chromium.open(base + stage.list());
        live(page);
        stage.queued(2, 5).changed();
        assertThat(page.getByText("1 new · show")).isVisible();
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.getByText("1 new · show").click();
        assertThat(page.locator("tbody tr")).hasCount(2);
    }

    @Test
    void openDetailsFocusAndScrollSurviveRefreshes() {
        Stage stage = new Stage("livejob").failed(1, 40);
        Page page = chromium.open(base + "jobs/" + stage.id(1));
        live(page);
        Locator history = page.locator("#history details").first();
        history.locator("summary").click();
        history.locator("summary").focus();
        Object scrolled = page.evaluate("scrollY");
        page.evaluate("document.querySelector('#history').marked = true");
        for (int i = 0; i < REFRESHES; i++) {
            page.waitForResponse(response -> response.url().contains("/jobs/" + stage.id(1)), stage::changed);
        }
        assertThat(history).hasAttribute("open", "");
        assertThat(history.locator("summary")).isFocused();
        assertThat(page.evaluate("scrollY")).isEqualTo(scrolled);
        assertThat(page.evaluate("document.querySelector('#history').marked")).isEqualTo(true);
    }

    @Test
    void ticksSurviveRefreshesAndHoldTheLiveOnesBack() {
        Stage stage = new Stage("liveticks").failed(1, 40).failed(2, 30).failed(3, 20);
        Page page = chromium.open(base + stage.list());
        live(page);
        page.getByLabel("Select liveticks " + stage.id(2).substring(stage.id(2).length() - 8))
                .check();
        assertThat(page.locator(".live-switch")).hasText("Paused");
        assertThat(page.getByText("Retry selected 1")).isEnabled();
        stage.queued(4, 1).changed();
        for (int i = 0; i < REFRESHES; i++) {
            page.waitForResponse(
                    response -> response.url().contains("liveticks"),
                    () -> page.evaluate("document.body.dispatchEvent(new CustomEvent('penstock:refresh'))"));
        }
        assertThat(page.locator("tbody tr[aria-selected=true]")).hasCount(1);
        assertThat(page.getByText("Retry selected 1")).isEnabled();
        page.getByLabel("Select liveticks " + stage.id(2).substring(stage.id(2).length() - 8))
                .uncheck();
        live(page);
    }

    @Test
    void everyColdLoadGoesLive() {
        Stage stage = new Stage("livecold").queued(1, 30);
        Page page = chromium.open(base);
        for (int i = 0; i < LOADS; i++) {
            page.navigate(base + stage.list() + "&size=15");
            live(page);
        }
    }

    @Test
    void theStreamComesBackByItselfAndTheSwitchIsRemembered() {
        Page page = chromium.open(base);
        live(page);
        page.context().setOffline(true);
        page.evaluate("document.querySelector('job-live').source.close()");
        page.context().setOffline(false);
        page.reload();
        live(page);
        page.keyboard().press("r");
        assertThat(page.locator(".live-switch")).hasText("Live off");
        page.reload();
        assertThat(page.locator(".live-switch")).hasText("Live off");
        assertThat(page.locator(".live-switch")).hasAttribute("aria-pressed", "false");
    }

    private static void live(Page page) {
        assertThat(page.locator(".live-switch")).hasText("Live");
    }
}
