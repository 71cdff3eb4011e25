package dev.penstock.ui.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.penstock.ui.fixture.Installation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What script adds above the list of jobs, and to charts. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class ListHeadTest {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    @TestHTTPResource
    String base;

    @Test
    void aFilterIsWrittenWithTheKeyboardOutOfSuggestions() {
        new Stage("headtype").queued(1, 30).failed(2, 20);
        Page page = chromium.open(base + "jobs?q=");
        Locator field = page.locator("#f-q");
        field.fill("");
        field.pressSequentially("typ");
        assertThat(page.locator("[role=option]").first()).containsText("type:");
        assertThat(field).hasAttribute("aria-expanded", "true");
        page.keyboard().press("ArrowDown");
        assertThat(field).hasAttribute("aria-activedescendant", "f-options-0");
        page.keyboard().press("Enter");
        field.pressSequentially("headt");
        assertThat(page.locator("[role=option]").first()).containsText("headtype");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        assertThat(field).hasValue("type:headtype ");
        assertThat(field).isFocused();
        field.pressSequentially("st");
        assertThat(page.locator("[role=option]").first()).containsText("status:");
        page.keyboard().press("Escape");
        assertThat(page.locator("[role=listbox]")).isHidden();
        assertThat(field).hasValue("type:headtype st");
    }

    @Test
    void drawingOverTheBarsNarrowsTheList() {
        Stage stage = new Stage("headbars");
        for (int i = 1; i <= 6; i++) {
            stage.queued(i, 600 - 100 * i);
        }
        Page page = chromium.open(base + stage.list());
        assertThat(page.locator("tbody tr")).hasCount(6);
        BoundingBox bars = page.locator(".times svg").boundingBox();
        double y = bars.y + bars.height / 2;
        page.mouse().move(bars.x + 2, y);
        page.mouse().down();
        page.mouse().move(bars.x + bars.width * 0.3, y);
        page.mouse().move(bars.x + bars.width * 0.5, y);
        page.mouse().up();
        page.waitForURL(Pattern.compile(".*created.*"));
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(page.locator("#f-q").inputValue()).startsWith("type:headbars created:");
    }

    @Test
    void chartsOfAPageShareTheStepUnderThePointer() {
        Page page = chromium.open(base + "stats");
        Locator step = page.locator("#creations .chart a").nth(30);
        step.hover();
        String from = step.getAttribute("data-from");
        for (String figure : List.of("creations", "waiting", "depth")) {
            Locator here = page.locator("#" + figure + " .chart [data-here]");
            assertThat(here).hasCount(1);
            assertThat(here).hasAttribute("data-from", from);
        }
        assertThat(page.locator("#depth .here")).containsText(Pattern.compile("queued \\d+ · running \\d+$"));
        page.locator("h1").hover();
        assertThat(page.locator(".chart [data-here]")).hasCount(0);
        assertThat(page.locator("#depth .here")).hasText("");
    }

    @Test
    void theKeyboardAloneWorksTheList() {
        Stage stage = new Stage("headkeys").failed(1, 40).failed(2, 30).running(3, 20);
        Page page = chromium.open(base + stage.list());
        page.keyboard().press("?");
        assertThat(page.locator("dialog[open] h1")).hasText("Keys");
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-help]")).not().hasCount(0);
        page.keyboard().press("j");
        assertThat(page.locator("#job-" + stage.id(3).replace(".", "\\.") + " .job a"))
                .isFocused();
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("Shift+X");
        assertThat(page.locator("tbody tr[aria-selected=true]")).hasCount(3);
        page.keyboard().press(".");
        assertThat(page.locator(".row-menu[open]")).hasCount(1);
        page.keyboard().press("a");
        page.keyboard().press("g");
        page.keyboard().press("w");
        page.waitForURL(Pattern.compile(".*/workers"));
    }
}
