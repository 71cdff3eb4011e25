package dev.penstock.ui.view;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.ValueResolvers;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The templates without Quarkus: the same engine, the same tags, any view. */
final class TemplateEngine {
    static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private final Engine engine;

    TemplateEngine() {
        var builder = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addValueResolver(ValueResolvers.rawResolver())
                .addResultMapper(new HtmlEscaper(List.of("text/html")))
                .addLocator(TemplateEngine::locate);
        for (String tag : tags()) {
            builder.addSectionHelper(new UserTagSectionHelper.Factory(tag, "tags/" + tag));
        }
        engine = builder.build();
    }

    String render(String template, Object view) {
        return engine.getTemplate(template).data("view", view).render();
    }

    private static List<String> tags() {
        try (Stream<Path> files = Files.list(TEMPLATES.resolve("tags"))) {
            return files.map(file -> file.getFileName().toString().replace(".html", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.Optional<io.quarkus.qute.TemplateLocator.TemplateLocation> locate(String id) {
        Path file = TEMPLATES.resolve(id + ".html");
        if (!Files.exists(file)) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(new io.quarkus.qute.TemplateLocator.TemplateLocation() {
            @Override
            public java.io.Reader read() {
                try {
                    return new StringReader(Files.readString(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public java.util.Optional<io.quarkus.qute.Variant> getVariant() {
                return java.util.Optional.of(io.quarkus.qute.Variant.forContentType("text/html"));
            }
        });
    }
}
