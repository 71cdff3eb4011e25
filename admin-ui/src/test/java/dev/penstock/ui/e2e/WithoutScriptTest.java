package dev.penstock.ui.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.penstock.ui.fixture.Installation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything can be done with JavaScript off. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class WithoutScriptTest {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    @TestHTTPResource
    String base;

    @Test
    void theListIsFilteredAndPagedAndLeadsToTheJob() {
        Stage stage = new Stage("plain");
        for (int i = 1; i <= 17; i++) {
            stage.failed(i, 100 - i);
        }
        Page page = chromium.open(base + "jobs", Chromium.Window.USUAL.withoutScript());
        page.locator("#f-type").selectOption("plain");
        page.getByText("Apply").click();
        assertThat(page.locator("tbody tr")).hasCount(17);
        page.getByLabel("15 jobs per page").click();
        assertThat(page.locator("tbody tr")).hasCount(15);
        page.getByText("Older ›").click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.locator("tbody .job a").last().click();
        assertThat(page.locator("h1")).hasText("plain");
        page.locator("#history summary").first().click();
        assertThat(page.locator("#history pre").first()).isVisible();
    }

    @Test
    void theThemeIsChangedAndKept() {
        Page page = chromium.open(base, Chromium.Window.USUAL.withoutScript());
        page.getByText("Switch to dark theme").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.navigate(base + "help");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }
}
