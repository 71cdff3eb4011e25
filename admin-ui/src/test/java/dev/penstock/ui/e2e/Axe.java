package dev.penstock.ui.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * axe-core within a page. {@link AxeBuilder} reads its half megabyte into the page and opens another page for each run; here it is
 * read once for each page that is loaded, and then runs as often as somebody likes.
 */
final class Axe {
    /** All that axe has switched on. */
    static final List<String> ALL = List.of();

    /** What a change of the colour scheme can break. */
    static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String SOURCE = source();

    private static final String RUN = """
            async rules => {
              const options = { resultTypes: ["violations"] };
              if (rules.length) options.runOnly = { type: "rule", values: rules };
              const found = await axe.run(document, options);
              return found.violations.map(rule =>
                `${rule.id}: ${rule.nodes.map(node => `${node.html} ${node.failureSummary}`).join("; ")}`);
            }""";

    private final Page page;

    private Axe(Page page) {
        this.page = page;
    }

    /** In every page that this tab loads from now on. */
    static Axe in(Page page) {
        page.addInitScript(SOURCE);
        return new Axe(page);
    }

    /** What of these rules the page breaks, as it is shown now: a sentence for each. */
    List<?> broken(List<String> rules) {
        return (List<?>) page.evaluate(RUN, rules);
    }

    private static String source() {
        try (InputStream script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
