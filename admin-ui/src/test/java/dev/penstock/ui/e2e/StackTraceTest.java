package dev.penstock.ui.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.penstock.ui.fixture.Installation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class StackTraceTest {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    @TestHTTPResource
    String base;

    @BeforeAll
    static void play() {
        new Stage("traces").failed(1, 33);
    }

    @Test
    @DisplayName("S0.15: the whole stack trace opens on hover, stays while the pointer is on it, and Esc closes it")
    void onHover() {
        Page page = chromium.open(base);
        exception(page).hover();
        assertThat(trace(page)).isVisible();
        trace(page).hover();
        page.waitForTimeout(600);
        assertThat(trace(page)).isVisible();
        page.keyboard().press("Escape");
        assertThat(trace(page)).isHidden();
        exception(page).hover();
        assertThat(trace(page)).isVisible();
        page.locator("h1").hover();
        assertThat(trace(page)).isHidden();
    }

    @Test
    @DisplayName("S0.15: the whole stack trace opens on focus, and closes when the focus goes on")
    void onFocus() {
        Page page = chromium.open(base);
        row(page).locator(".job a").focus();
        page.keyboard().press("Tab");
        assertThat(exception(page)).isFocused();
        assertThat(trace(page)).isVisible();
        page.keyboard().press("Escape");
        assertThat(trace(page)).isHidden();
        assertThat(exception(page)).isFocused();
    }

    @Test
    @DisplayName("S0.15: the whole stack trace opens by its button, with script and without")
    void byItsButton() {
        for (Chromium.Window window :
                new Chromium.Window[] {Chromium.Window.USUAL, Chromium.Window.USUAL.withoutScript()}) {
            Page page = chromium.open(base, window);
            exception(page).click();
            assertThat(trace(page)).isVisible();
        }
    }

    private static Locator row(Page page) {
        return page.locator("tr[id='failed-traces1.0']");
    }

    private static Locator exception(Page page) {
        return row(page).locator("job-stack > button");
    }

    private static Locator trace(Page page) {
        return row(page).locator("pre");
    }
}
