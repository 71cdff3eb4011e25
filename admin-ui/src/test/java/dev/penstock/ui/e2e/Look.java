package dev.penstock.ui.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** How somebody looks at a page. */
record Look(int width, ColorScheme scheme) {
    static final Chromium.Window PHONE = new Chromium.Window(Chromium.NARROW, ColorScheme.LIGHT, true);

    /** What reaches over the right edge, unless a region of its own scrolls it. */
    private static final String TOO_WIDE = """
            () => {
              const edge = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= edge) return [];
              return [...document.querySelectorAll("body *")]
                .filter(e => e.getBoundingClientRect().right > edge + 1)
                .map(e => e.tagName + "." + e.className + " " + Math.round(e.getBoundingClientRect().right))
                .slice(0, 8);
            }""";

    /** A page is loaded by a phone, and changes in place after that: each look differs from the one before in one thing. */
    static final List<Look> ALL = List.of(
            new Look(Chromium.NARROW, ColorScheme.LIGHT),
            new Look(Chromium.NARROW, ColorScheme.DARK),
            new Look(Chromium.WIDE, ColorScheme.DARK),
            new Look(Chromium.WIDE, ColorScheme.LIGHT));

    void at(Page page) {
        page.setViewportSize(width, Chromium.HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    /** Another colour scheme moves nothing, so that only colours can be wrong in it. */
    List<String> rules() {
        return scheme == ColorScheme.DARK ? Axe.COLOURS : Axe.ALL;
    }

    static void all(Page page, Axe axe, String screen, SoftAssertions all) {
        for (Look look : Look.ALL) {
            look.at(page);
            all.assertThat(axe.broken(look.rules())).as("%s, %s", screen, look).isEqualTo(List.of());
            fits(page, screen, look.width(), all);
        }
    }

    static void fits(Page page, String screen, int width, SoftAssertions all) {
        picture(page, screen, width);
        all.assertThat(page.evaluate(TOO_WIDE)).as("%s at %d px", screen, width).isEqualTo(List.of());
    }

    /** With {@code -Dpictures=FOLDER}, to be looked at; with {@code -Dscreens=REGEX} only some. */
    private static void picture(Page page, String screen, int width) {
        String folder = System.getProperty("pictures");
        if (folder != null) {
            boolean dark = (boolean) page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
            String name = screen.replaceAll("[^A-Za-z0-9.]+", "-") + "-" + (dark ? "dark" : "light") + "-" + width;
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }
}
