package dev.penstock.ui.page.frame;

import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.tongue.Catalogue;
import dev.penstock.ui.tongue.Language;
import dev.penstock.ui.tongue.Tongue;
import dev.penstock.ui.tongue.Wording;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Lets the pages speak the reader's language: the one that somebody who is signed in has chosen, else the one that this browser's
 * cookie keeps, else the first that the browser accepts. The API always answers in English, as its clients expect.
 */
@ApplicationScoped
public class Languages {
    private static final int BEFORE_EVERYTHING = 2_000;
    private static final int AFTER_THE_GATE = 800;
    private static final String KEY = "penstock.language";

    /** Before any template is parsed. */
    void engine(@Observes EngineBuilder builder) {
        Tongue.learn(catalogues(), Languages::readers);
        builder.addNamespaceResolver(
                NamespaceResolver.builder("in").resolve(Languages::resolve).build());
        builder.addParserHook(parser -> parser.addContentFilter(Wording::inAllLanguages));
    }

    /** What the files say. */
    public static Map<Language, Catalogue> catalogues() {
        Map<Language, Catalogue> catalogues = new EnumMap<>(Language.class);
        Language.translated().forEach(language -> catalogues.put(language, Catalogue.of(file(language))));
        return catalogues;
    }

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    if (!isForPrograms(routing)) {
                        context().ifPresent(context -> context.putLocal(KEY, asked(routing)));
                    }
                    routing.next();
                },
                BEFORE_EVERYTHING);
        filters.register(
                routing -> {
                    Language chosen = CurrentCaller.of(routing).language();
                    if (chosen != null && !isForPrograms(routing)) {
                        context().ifPresent(context -> context.putLocal(KEY, chosen));
                    }
                    routing.next();
                },
                AFTER_THE_GATE);
    }

    /** Within templates: {@code in:german} is whether the reader reads German, {@code in:tag} the language's tag. */
    public static CompletionStage<Object> resolve(EvalContext context) {
        if (context.getName().equals("say")) {
            return context.evaluate(context.getParams().getFirst()).thenApply(text -> Tongue.say((String) text));
        }
        Language language = Tongue.language();
        Object value = context.getName().equals("tag")
                ? language.tag()
                : language.name().toLowerCase(Locale.ROOT).equals(context.getName());
        return CompletableFuture.completedStage(value);
    }

    private static boolean isForPrograms(RoutingContext routing) {
        return routing.normalizedPath().startsWith("/api/");
    }

    private static Language asked(RoutingContext routing) {
        Cookie cookie = routing.request().getCookie(Cookies.LANGUAGE);
        return (cookie == null ? Optional.<Language>empty() : Language.of(cookie.getValue()))
                .orElseGet(() -> Language.accepted(
                        Objects.requireNonNullElse(routing.request().getHeader("Accept-Language"), "en")));
    }

    /** A request has a context of its own, which follows it from thread to thread; a timer has none and speaks English. */
    private static Language readers() {
        return context().map(context -> (Language) context.getLocal(KEY)).orElse(Language.ENGLISH);
    }

    private static Optional<Context> context() {
        Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context) ? Optional.of(context) : Optional.empty();
    }

    private static String file(Language language) {
        String name = "languages/" + language.tag() + ".po";
        try (InputStream in = Objects.requireNonNull(
                Languages.class.getClassLoader().getResourceAsStream(name), "There is no " + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
