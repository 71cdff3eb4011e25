package dev.penstock.ui.rest;

import dev.penstock.api.job.Backoff;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.act.SettingActs;
import dev.penstock.ui.config.Connections;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.SettingQueries;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Settings: policies of job types (S0.25), templates (S0.26), queues; connections to look at. */
@Path("/api/v1/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settings")
public class SettingsResource {
    private final SettingQueries settings;
    private final SettingActs acts;
    private final Connections connections;
    private final FreshnessQueries freshness;
    private final CurrentCaller caller;

    @Inject
    public SettingsResource(
            SettingQueries settings,
            SettingActs acts,
            Connections connections,
            FreshnessQueries freshness,
            CurrentCaller caller) {
        this.settings = settings;
        this.acts = acts;
        this.connections = connections;
        this.freshness = freshness;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(summary = "All settings in force, and the connections of this program with secrets masked")
    public Answers.Settings all() {
        return new Answers.Settings(
                freshness.now(), settings.types(), settings.queues(), settings.templates(), connections.all());
    }

    /**
     * A changed policy.
     *
     * @param version of the policy that was seen; another one refuses the change
     * @param maxAttempts attempts of a round
     * @param backoff waits between them
     * @param timeout longest running time of an attempt; absent: none
     * @param onExhausted after the last attempt: FAILED or ABORTED; absent, here and below: as it is
     * @param onLeaseLost after a lost lease: RETRY or FAIL
     * @param onChildFailed after a failed child: FAIL, CONTINUE or IGNORE
     * @param deleteAfter how long a completed or aborted job is kept
     * @param artifactRetention how long files are kept
     * @param reason kept in the history
     */
    public record PolicyForm(
            @Nullable Integer version,
            @Nullable Integer maxAttempts,
            @Nullable Backoff backoff,
            @Nullable Duration timeout,
            JobPolicy.@Nullable OnExhausted onExhausted,
            JobPolicy.@Nullable OnLeaseLost onLeaseLost,
            JobPolicy.@Nullable OnChildFailed onChildFailed,
            @Nullable Duration deleteAfter,
            @Nullable Duration artifactRetention,
            @Nullable String reason) {
        SettingActs.PolicyChange.Ends ends() {
            return new SettingActs.PolicyChange.Ends(
                    onExhausted, onLeaseLost, onChildFailed, deleteAfter, artifactRetention);
        }
    }

    @PUT
    @Path("types/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Change the policy of a job type: attempts, waits, time-out, what becomes of its jobs; in force from the next attempt")
    public Response policy(@PathParam("name") String name, @Nullable PolicyForm form) {
        if (form == null || form.version() == null || form.maxAttempts() == null || form.backoff() == null) {
            throw Trouble.bad(
                    "body",
                    "A policy needs version (the one you saw), maxAttempts and backoff"
                            + " {first, factor, max, jitter}; timeout, onExhausted, onLeaseLost, onChildFailed, deleteAfter,"
                            + " artifactRetention and reason may be absent.");
        }
        try {
            SettingActs.PolicyChange change =
                    new SettingActs.PolicyChange(form.maxAttempts(), form.backoff(), form.timeout(), form.ends());
            return Results.of(
                    acts.changePolicy(name, change, form.version(), caller.who().because(form.reason())), null);
        } catch (IllegalArgumentException e) {
            throw Trouble.bad("body", String.valueOf(e.getMessage()));
        }
    }

    /** A changed text; {@code reason} is kept in the history. */
    public record TemplateForm(
            @Nullable String subject,
            @Nullable String body,
            @Nullable String reason) {}

    @PUT
    @Path("templates/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change an e-mail's text; used by the next e-mail")
    public Response template(@PathParam("name") String name, @Nullable TemplateForm form) {
        if (form == null || form.subject() == null || form.body() == null) {
            throw Trouble.bad("body", "A template needs subject and body.");
        }
        return Results.of(
                acts.changeTemplate(
                        new Setting.Template(name, form.subject(), form.body()),
                        null,
                        caller.who().because(form.reason())),
                null);
    }
}
