package dev.penstock.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reads the colours out of the style sheets and measures what people have to read, in both themes. */
class ContrastTest {
    private static final double READABLE = 4.5;
    private static final List<String> GROUNDS = List.of("canvas", "surface", "raised", "sunken", "hover");
    private static final Pattern PAIR =
            Pattern.compile("--([a-z0-9-]+): light-dark\\((oklch\\([^;]+\\)), (oklch\\([^;]+\\))\\);");
    private static final Pattern NUMBERS = Pattern.compile(
            "oklch\\(([\\d.]+) (?:calc\\(var\\(--c\\) \\* ([\\d.]+)\\)|(var\\(--c\\))|([\\d.]+)) (?:(var\\(--h\\))|([\\d.]+)).*\\)");

    private final String tokens = read("tokens.css");
    private final String status = read("status.css");

    @Test
    void textIsReadableOnEveryGround() {
        List<String> poor = new ArrayList<>();
        for (boolean dark : new boolean[] {false, true}) {
            for (String ink : List.of("ink", "ink-2", "ink-3", "accent", "accent-strong")) {
                for (String ground : GROUNDS) {
                    check(poor, ink, token(tokens, ink, dark, 0, 0), ground, token(tokens, ground, dark, 0, 0), dark);
                }
            }
            check(
                    poor,
                    "on-accent",
                    token(tokens, "on-accent", dark, 0, 0),
                    "accent-strong",
                    token(tokens, "accent-strong", dark, 0, 0),
                    dark);
            check(
                    poor,
                    "accent-strong",
                    token(tokens, "accent-strong", dark, 0, 0),
                    "accent-soft",
                    token(tokens, "accent-soft", dark, 0, 0),
                    dark);
        }
        assertThat(poor).isEmpty();
    }

    @Test
    void everyStatusIsReadableOnEveryGroundAndOnItsOwnFill() {
        List<String> poor = new ArrayList<>();
        for (boolean dark : new boolean[] {false, true}) {
            for (Hue hue : Hue.values()) {
                Matcher angle = Pattern.compile(
                                "\\[data-hue=\"" + hue.word() + "\"] \\{\\s+--h: ([\\d.]+);\\s+--c: ([\\d.]+);")
                        .matcher(status);
                assertThat(angle.find())
                        .as("status.css has an angle for " + hue)
                        .isTrue();
                double h = Double.parseDouble(angle.group(1));
                double c = Double.parseDouble(angle.group(2));
                Oklch tone = token(status, "tone", dark, c, h);
                Oklch fill = token(status, "tone-fill", dark, c, h);
                check(poor, hue.word(), tone, "its fill", fill, dark);
                check(poor, "ink", token(tokens, "ink", dark, 0, 0), hue.word() + " fill", fill, dark);
                for (String ground : GROUNDS) {
                    check(poor, hue.word(), tone, ground, token(tokens, ground, dark, 0, 0), dark);
                }
            }
        }
        assertThat(poor).isEmpty();
    }

    @Test
    void everyStatusHasItsOwnIconAndWord() {
        assertThat(StatusStyle.values()).extracting(StatusStyle::icon).doesNotHaveDuplicates();
        assertThat(StatusStyle.values()).extracting(StatusStyle::word).doesNotHaveDuplicates();
        assertThat(StatusStyle.values()).extracting(StatusStyle::glyph).doesNotHaveDuplicates();
    }

    private static void check(List<String> poor, String what, Oklch ink, String on, Oklch ground, boolean dark) {
        double contrast = ink.contrast(ground);
        if (contrast < READABLE) {
            poor.add("%s on %s, %s: %.2f".formatted(what, on, dark ? "dark" : "light", contrast));
        }
    }

    private static Oklch token(String css, String name, boolean dark, double c, double h) {
        Matcher pair = PAIR.matcher(css);
        while (pair.find()) {
            if (pair.group(1).equals(name)) {
                Matcher n = NUMBERS.matcher(pair.group(dark ? 3 : 2));
                assertThat(n.matches()).as(pair.group()).isTrue();
                double chroma = n.group(2) != null
                        ? c * Double.parseDouble(n.group(2))
                        : n.group(3) != null ? c : Double.parseDouble(n.group(4));
                return new Oklch(
                        Double.parseDouble(n.group(1)),
                        chroma,
                        n.group(5) != null ? h : Double.parseDouble(n.group(6)));
            }
        }
        throw new AssertionError("The style sheets have no colour --" + name);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of("src/main/web/styles", file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
