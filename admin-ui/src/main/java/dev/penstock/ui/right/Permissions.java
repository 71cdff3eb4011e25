package dev.penstock.ui.right;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.lifecycle.Verb;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says who may do what. An address without a rule is refused to everybody, and a test asks for each address
 * of this program whether it has one.
 */
public final class Permissions {
    /** The first that matches holds. */
    private static final List<Rule> RULES = Stream.of(
                    open(
                            "GET",
                            "/assets/*",
                            "/q/health",
                            "/q/health/*",
                            "/sign-in",
                            "/sign-in/openid",
                            "/set-up",
                            "/password/*",
                            "/refused"),
                    open("POST", "/sign-in", "/sign-in/language", "/set-up", "/password/*"),
                    // Workers bring the token of their dispatch.
                    open("PUT", "/internal/artifacts/*/*/*"),
                    needs(Permission.MINE, "GET", "/mine", "/mine/*/*", "/mine/*/files/*", "/api/v1/mine", "/account"),
                    needs(Permission.MINE, "POST", "/mine/*/*", "/settings/look", "/sign-out", "/account"),
                    needs(
                            Permission.MINE,
                            "GET",
                            "/live",
                            "/help",
                            "/help/keys",
                            "/notifications/mine",
                            "/api/v1/notifications/mine"),
                    needs(Permission.MINE, "GET", "/api/v1/account"),
                    needs(Permission.ADMINISTER, "GET", "/users", "/tokens", "/api/v1/users", "/api/v1/tokens"),
                    needs(Permission.ADMINISTER, "POST", "/users", "/users/*/*", "/tokens", "/tokens/*/revoke"),
                    needs(Permission.ADMINISTER, "POST", "/settings/types/*", "/settings/templates/*"),
                    needs(Permission.ADMINISTER, "PUT", "/api/v1/settings/*/*"),
                    needs(Permission.REVEAL, "POST", "/jobs/*/reveal", "/api/v1/jobs/*/reveal"),
                    needs(Permission.REVEAL, "POST", "/jobs/*/recording", "/api/v1/jobs/*/recording"),
                    needs(Permission.ADMINISTER, "POST", "/jobs/*/expire-lease"),
                    needs(Permission.ADMINISTER, "POST", "/api/v1/jobs/*/expire-lease"),
                    needs(Permission.ADMINISTER, "POST", "/workers/*/quiet", "/api/v1/workers/*/quiet"),
                    needs(Permission.QUERY, "GET", "/sql", "/api/v1/sql"),
                    needs(Permission.QUERY, "POST", "/sql", "/sql/queries", "/sql/queries/*/delete"),
                    needs(Permission.QUERY, "POST", "/api/v1/sql", "/api/v1/sql/queries"),
                    needs(Permission.QUERY, "DELETE", "/api/v1/sql/queries/*"),
                    needs(Permission.SUBMIT, "GET", "/new"),
                    needs(Permission.SUBMIT, "POST", "/new"),
                    needs(Permission.SUBMIT, "POST", "/api/v1/jobs", "/api/v1/triggers/*"),
                    needs(Permission.ACT, "POST", "/jobs/acts", "/jobs/*/*", "/burst"),
                    needs(Permission.ACT, "POST", "/queues/*/*", "/schedules/*", "/schedules/*/*"),
                    needs(Permission.ACT, "POST", "/api/v1/jobs/*/*", "/api/v1/queues/*/*", "/api/v1/schedules/*/*"),
                    needs(Permission.ACT, "PUT", "/api/v1/queues/*", "/api/v1/schedules/*"),
                    needs(Permission.ACT, "DELETE", "/api/v1/jobs/*", "/api/v1/schedules/*"),
                    // As they were too, with ?at=: that folds histories, and is for those who look at everything.
                    needs(Permission.READ, "GET", "/", "/jobs", "/jobs/*", "/jobs/*/*", "/logs"),
                    needs(
                            Permission.READ,
                            "GET",
                            "/queues",
                            "/queues/*",
                            "/schedules",
                            "/stats",
                            "/workers",
                            "/workers/*"),
                    needs(Permission.READ, "GET", "/settings", "/settings/templates"),
                    // The demo's own pages, to which jobs of users lead.
                    needs(Permission.MINE, "GET", "/demo/items", "/demo/items/*", "/demo/studio/*"),
                    needs(Permission.MINE, "GET", "/demo/items/*/files/*"),
                    needs(Permission.READ, "GET", "/q/metrics", "/q/metrics/*", "/q/openapi"),
                    needs(Permission.READ, "GET", "/api/v1/jobs", "/api/v1/jobs/*", "/api/v1/jobs/*/files/*"),
                    needs(Permission.READ, "GET", "/api/v1/overview"),
                    needs(Permission.READ, "GET", "/api/v1/queues", "/api/v1/queues/*/line", "/api/v1/workers"),
                    needs(Permission.READ, "GET", "/api/v1/workers/*"),
                    needs(Permission.READ, "GET", "/api/v1/locks", "/api/v1/schedules", "/api/v1/settings"),
                    needs(Permission.ACT, "POST", "/operations", "/operations/*/*", "/failures/*/*"),
                    needs(Permission.ACT, "POST", "/api/v1/failures/*/*"),
                    needs(
                            Permission.READ,
                            "GET",
                            "/operations",
                            "/operations/*",
                            "/failures",
                            "/failures/*",
                            "/failures/*/*"),
                    needs(Permission.READ, "GET", "/api/v1/operations", "/api/v1/operations/*", "/api/v1/acts"),
                    needs(Permission.READ, "GET", "/api/v1/failures", "/api/v1/failures/*"),
                    needs(Permission.ADMINISTER, "POST", "/notifications/**"),
                    needs(Permission.READ, "GET", "/notifications", "/api/v1/notifications"),
                    // Dead letters show whole records of everybody.
                    needs(Permission.ADMINISTER, "GET", "/pipeline", "/pipeline/letters/*"),
                    needs(Permission.ADMINISTER, "GET", "/api/v1/pipeline", "/api/v1/pipeline/letters/*"),
                    needs(Permission.ADMINISTER, "POST", "/pipeline/letters/*/resend"),
                    needs(Permission.READ, "GET", "/api/v1/jobs/*/*", "/api/v1/jobs/*/history/*"),
                    needs(Permission.READ, "GET", "/api/v1/statistics/*"),
                    needs(Permission.READ, "GET", "/api/v1/filter/*", "/api/v1/views"),
                    needs(Permission.READ, "GET", "/batches", "/batches/*", "/api/v1/batches", "/api/v1/batches/*"),
                    needs(Permission.READ, "POST", "/views", "/views/*/*", "/settings/columns", "/api/v1/views"),
                    needs(Permission.READ, "PUT", "/api/v1/views/*/default"),
                    needs(Permission.READ, "DELETE", "/api/v1/views/*"),
                    needs(Permission.READ, "GET", "/api/v1/logs", "/api/v1/statistics"))
            .flatMap(List::stream)
            .toList();

    private Permissions() {}

    /** All rules, in order. */
    public static List<Rule> rules() {
        return RULES;
    }

    /** What is said of an address; empty: nothing, so nobody may. */
    public static Optional<Rule> of(String method, String path) {
        return RULES.stream().filter(rule -> rule.matches(method, path)).findFirst();
    }

    /** Whether somebody may ask for an address. */
    public static boolean allows(Caller caller, String method, String path) {
        return of(method, path)
                .map(rule -> rule.needs() == null || caller.may(rule.needs()))
                .orElse(false);
    }

    /**
     * Why somebody may not do something to a job; null: they may (S2.25, S4.10, S4.12, S1.14).
     *
     * @param job null: it is not known, and the processor will say so
     */
    public static @Nullable String objection(Caller caller, Verb verb, @Nullable Belonging job) {
        if (caller.may(Permission.ADMINISTER)) {
            return null;
        }
        if (verb == Verb.EXPIRE_LEASE || verb == Verb.ERASE_SUBJECT) {
            return say("Only administrators {1} a job; this is {2}.", say(verb.phrase()), caller.standing());
        }
        if (verb == Verb.DELETE && job != null && job.system()) {
            return say("Only administrators delete jobs that the system generated.");
        }
        if (caller.may(Permission.ACT)) {
            return null;
        }
        if (caller.may(Permission.MINE) && (verb == Verb.STOP || verb == Verb.DELETE)) {
            boolean own = job != null && caller.name().equals(job.runBy());
            return own ? null : say("You can {1} your own jobs only.", say(verb.phrase()));
        }
        return say(
                "To {1} a job one must be an operator or an administrator; this is {2}.",
                say(verb.phrase()), caller.standing());
    }

    /** Why somebody may not do what needs a permission, for the button that is off; empty: they may. */
    public static String objection(Caller caller, Permission needed) {
        if (caller.may(needed)) {
            return "";
        }
        String roles = Arrays.stream(Role.values())
                .filter(role -> role.may().contains(needed))
                .map(Role::one)
                .reduce((some, another) -> say("{1} or {2}", some, another))
                .orElse("");
        return say("To {1} one must be {2}; this is {3}.", needed.phrase(), roles, caller.standing());
    }

    private static List<Rule> open(String methods, String... paths) {
        return rules(null, methods, paths);
    }

    private static List<Rule> needs(Permission permission, String methods, String... paths) {
        return rules(permission, methods, paths);
    }

    private static List<Rule> rules(@Nullable Permission needs, String methods, String... paths) {
        return Stream.of(paths)
                .map(path -> new Rule(Set.of(methods.split(",", -1)), path, needs))
                .toList();
    }
}
