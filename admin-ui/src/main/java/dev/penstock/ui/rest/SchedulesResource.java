package dev.penstock.ui.rest;

import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.setting.Setting.Schedule;
import dev.penstock.ui.act.Acts;
import dev.penstock.ui.fact.SettingFact;
import dev.penstock.ui.read.FreshnessQueries;
import dev.penstock.ui.read.SettingQueries;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Recurring schedules. */
@Path("/api/v1/schedules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schedules")
public class SchedulesResource {
    private final SettingQueries settings;
    private final FreshnessQueries freshness;
    private final Acts acts;
    private final CurrentCaller caller;

    @Inject
    public SchedulesResource(SettingQueries settings, FreshnessQueries freshness, Acts acts, CurrentCaller caller) {
        this.settings = settings;
        this.freshness = freshness;
        this.acts = acts;
        this.caller = caller;
    }

    /**
     * A schedule without its name, which is that of the address.
     *
     * @param cron five fields, six with seconds first, or a name such as {@code @hourly}
     * @param zone time zone of the expression; absent: UTC
     * @param paused absent: no
     * @param overlap while its last job runs; absent: SKIP
     * @param catchUp for missed times; absent: LATEST
     * @param startWithin a job not started so long after its fire time is aborted; absent: no deadline
     * @param spec what it submits
     */
    public record ScheduleForm(
            @Nullable String cron,
            @Nullable String zone,
            @Nullable Boolean paused,
            Schedule.@Nullable Overlap overlap,
            Schedule.@Nullable CatchUp catchUp,
            @Nullable Duration startWithin,
            @Nullable JobSpec spec) {
        Schedule named(String name) {
            return new Schedule(
                    name,
                    Objects.requireNonNull(cron),
                    zone == null ? "UTC" : zone,
                    paused != null && paused,
                    overlap == null ? Schedule.Overlap.SKIP : overlap,
                    catchUp == null ? Schedule.CatchUp.LATEST : catchUp,
                    startWithin,
                    Objects.requireNonNull(spec));
        }
    }

    /** A schedule, and how far it has come; {@code firings} is absent if nobody has said so. */
    public record Listed(SettingFact<Setting.Schedule> schedule, Setting.@Nullable Firings firings) {}

    @GET
    @Transactional
    @Operation(summary = "All schedules with their next fire times and last jobs")
    public Answers.Schedules all() {
        List<Listed> all = settings.schedules().stream()
                .map(one -> new Listed(one, settings.firings(one.value().name()).orElse(null)))
                .toList();
        return new Answers.Schedules(freshness.now(), all);
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Declare or change a schedule")
    public Response put(@PathParam("name") String name, @Nullable ScheduleForm form) {
        if (form == null || form.cron() == null || form.spec() == null) {
            throw Trouble.bad(
                    "body",
                    "A schedule needs cron and spec (what it submits, such as {\"type\":\"email.send\"}); zone, paused,"
                            + " overlap, catchUp and startWithin may be absent.");
        }
        try {
            return send(new SettingCommand.PutSchedule(settings.restored(form.named(name))));
        } catch (IllegalArgumentException e) {
            throw Trouble.bad("spec", String.valueOf(e.getMessage()));
        }
    }

    @POST
    @Path("{name}/pause")
    @Operation(summary = "It does not fire until it is resumed")
    public Response pause(@PathParam("name") String name) {
        return send(new SettingCommand.PauseSchedule(name, true));
    }

    @POST
    @Path("{name}/resume")
    @Operation(summary = "It fires again")
    public Response resume(@PathParam("name") String name) {
        return send(new SettingCommand.PauseSchedule(name, false));
    }

    @POST
    @Path("{name}/trigger")
    @Operation(summary = "Fire it now")
    public Response trigger(@PathParam("name") String name) {
        return send(new SettingCommand.TriggerSchedule(name));
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Remove it; jobs it made stay")
    public Response delete(@PathParam("name") String name) {
        return send(new SettingCommand.DeleteSchedule(name));
    }

    private Response send(SettingCommand command) {
        return Results.of(acts.perform(command, caller.who()), null);
    }
}
