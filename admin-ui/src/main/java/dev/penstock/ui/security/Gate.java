package dev.penstock.ui.security;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.right.Permissions;
import dev.penstock.ui.right.Rule;
import dev.penstock.ui.tongue.Language;
import dev.penstock.ui.tongue.Tongue;
import dev.penstock.ui.trouble.Diagnosis;
import dev.penstock.ui.trouble.Trouble.Said;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Asks of every request who it is and whether {@link Permissions} lets them. What has no rule there is let in for nobody: a new
 * route is closed until somebody says whose it is.
 */
@ApplicationScoped
public class Gate {
    /** Under which the rest of the request finds who asks. */
    static final String CALLER = "penstock.caller";

    /** Under which {@link RefusedPage} finds what to say. */
    static final String SAID = "penstock.refused";

    static final String PAGE = "/refused";

    private static final int AFTER_THE_GUARD = 900;
    private static final int SEE_OTHER = 303;
    private static final int UNAUTHORIZED = 401;

    private final Identities identities;
    private final Refusals refusals;

    @Inject
    public Gate(Identities identities, Refusals refusals) {
        this.identities = identities;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_GUARD);
    }

    private void check(RoutingContext context) {
        Identities.Brought brought = Identities.brought(context.request());
        if (brought.nothing()) {
            decide(context, Caller.NOBODY);
            return;
        }
        context.vertx().executeBlocking(() -> identities.of(brought), false).onComplete(who -> {
            if (who.succeeded()) {
                decide(context, who.result());
            } else if (rule(context).filter(rule -> rule.needs() == null).isPresent()) {
                decide(context, Caller.NOBODY);
            } else {
                refusals.answer(context, Diagnosis.of(Objects.requireNonNull(who.cause())));
            }
        });
    }

    private void decide(RoutingContext context, Caller caller) {
        Optional<Rule> rule = rule(context);
        if (rule.isPresent()
                && (rule.get().needs() == null || caller.may(rule.get().needs()))) {
            context.put(CALLER, caller);
            context.next();
        } else if (!caller.isKnown()) {
            signIn(context);
        } else if (rule.isEmpty()) {
            refuse(context, told(context, caller, () -> nothing(context)));
        } else if (path(context).equals("/") && caller.may(Permission.MINE)) {
            context.response()
                    .setStatusCode(SEE_OTHER)
                    .putHeader("Location", "/mine")
                    .end();
        } else {
            refuse(
                    context,
                    told(context, caller, () -> Said.of(403, say("Not allowed"), sentence(caller, rule.get()))));
        }
    }

    /** Programs are told at once; people by a page of the site, whose address nobody can ask for themselves. */
    private void refuse(RoutingContext context, Said said) {
        if (Refusals.isForPrograms(context) || context.get(SAID) != null) {
            refusals.answer(context, said);
            return;
        }
        if (!context.request().method().equals(HttpMethod.GET)) {
            // The body was not read: the connection cannot be used again.
            context.response().putHeader("Connection", "close");
        }
        context.put(SAID, said);
        context.reroute(HttpMethod.GET, PAGE);
    }

    /** In the language of the account: behind this gate only the request has it. */
    private static Said told(RoutingContext context, Caller caller, Supplier<Said> said) {
        Language chosen = caller.language();
        return chosen == null || Refusals.isForPrograms(context) ? said.get() : Tongue.as(chosen, said);
    }

    private static Said nothing(RoutingContext context) {
        String path = path(context);
        boolean otherMethod = Stream.of("GET", "POST", "PUT", "DELETE")
                .anyMatch(method -> Permissions.of(method, path).isPresent());
        return otherMethod
                ? Said.of(405, "Method Not Allowed", say("This address does not take that method."))
                : Said.of(404, say("Not found"), say("There is nothing at this address."));
    }

    private static String sentence(Caller caller, Rule rule) {
        String needed = Objects.requireNonNull(rule.needs()).phrase();
        return say(
                "This address is for those who may {1}; {2} may not. An administrator can give you another role.",
                needed, caller.standing());
    }

    private void signIn(RoutingContext context) {
        if (Refusals.isForPrograms(context)) {
            context.response().putHeader("WWW-Authenticate", "Bearer realm=\"penstock\"");
            refusals.answer(
                    context,
                    Said.of(
                            UNAUTHORIZED,
                            say("Who are you?"),
                            "Say who asks: Authorization: Bearer <token>. Administrators make tokens under /tokens."));
            return;
        }
        boolean look = context.request().method().name().equals("GET");
        String back = look ? "?back=" + URLEncoder.encode(context.request().uri(), StandardCharsets.UTF_8) : "";
        if (context.request().getHeader("HX-Request") != null) {
            // A part of a page that somebody was signed out of: the browser shall show the form, not put it into the
            // page.
            context.response()
                    .setStatusCode(UNAUTHORIZED)
                    .putHeader("HX-Redirect", "/sign-in")
                    .end();
            return;
        }
        context.response()
                .setStatusCode(SEE_OTHER)
                .putHeader("Location", "/sign-in" + back)
                .end();
    }

    private static Optional<Rule> rule(RoutingContext context) {
        return Permissions.of(context.request().method().name(), path(context));
    }

    /** As the routes see it. A semicolon begins what they do not see: such a path matches no rule. */
    private static String path(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.contains(";")) {
            return "";
        }
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
