package dev.penstock.ui.page.submit;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.act.ActResult;
import dev.penstock.ui.act.Acts;
import dev.penstock.ui.fact.SettingFact;
import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.read.SettingQueries;
import dev.penstock.ui.view.submit.NewJobView;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A job by hand: the form is made from the JSON Schema that its type's worker has declared. */
@Path("/new")
@Produces(MediaType.TEXT_HTML)
public class NewJobPage {
    private static final String FIELD = "p-";

    private final Shells shells;
    private final SettingQueries settings;
    private final Acts acts;

    @Inject
    public NewJobPage(Shells shells, SettingQueries settings, Acts acts) {
        this.shells = shells;
        this.settings = settings;
        this.acts = acts;
    }

    @GET
    @Operation(hidden = true)
    public Response form(@QueryParam("type") @DefaultValue("") String type) {
        return shown(type, Map.of(), "", 200);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response submit(MultivaluedMap<String, String> form) {
        String name = Objects.requireNonNullElse(form.getFirst("type"), "");
        Map<String, String> typed = new HashMap<>();
        form.forEach((field, values) -> typed.put(field, values.getFirst()));
        Optional<Setting.Type> type = type(name);
        if (type.isEmpty()) {
            return shown("", typed, say("There is no job type \"{1}\": choose one.", name), 400);
        }
        try {
            Json payload = schema(type.get()).payload(payload(typed));
            NewJob job = NewJob.of(name, payload)
                    .runBy(shells.who().actor().name())
                    .priority(Priority.valueOf(typed.getOrDefault("priority", Priority.NORMAL.name())));
            String key = form.getFirst("key");
            Acts.Submitted submitted =
                    acts.submit(job.spec(Instant.now()), null, key == null || key.isBlank() ? null : "form " + key);
            return answer(submitted, name, typed);
        } catch (IllegalArgumentException e) {
            return shown(name, typed, String.valueOf(e.getMessage()), 400);
        }
    }

    private Response answer(Acts.Submitted submitted, String type, Map<String, String> typed) {
        ActResult result = submitted.result();
        int refused = Back.refusal(result);
        if (refused != 0 || submitted.job() == null) {
            return shown(type, typed, result.sentence(), refused == 0 ? 503 : refused);
        }
        String target = result instanceof ActResult.Waiting ? "/jobs" : Links.job(submitted.job());
        return Back.with(Back.flash(result, say("Submitted as {1}.", submitted.job())), target);
    }

    private Response shown(String name, Map<String, String> typed, String problem, int code) {
        Optional<Setting.Type> type = type(name);
        List<String> names = settings.types().stream()
                .map(fact -> fact.value().name())
                .sorted()
                .toList();
        NewJobView view = new NewJobView(
                shells.shell(say("New job · Jobs"), Section.JOBS, ""),
                names,
                type.map(Setting.Type::name).orElse(""),
                type.map(Setting.Type::description).orElse(""),
                type.map(known -> schema(known).fields(payload(typed))).orElse(List.of()),
                typed.getOrDefault("priority", Priority.NORMAL.name()),
                problem);
        return Response.status(code).entity(Pages.newJob(view)).build();
    }

    private Optional<Setting.Type> type(String name) {
        return settings.types().stream()
                .map(SettingFact::value)
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    /** The newest version's. */
    private static SchemaForm schema(Setting.Type type) {
        return new SchemaForm(type.schemas().entrySet().stream()
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse(Json.EMPTY));
    }

    /** The payload's fields stand apart from the form's own. */
    private static Map<String, String> payload(Map<String, String> typed) {
        Map<String, String> payload = new HashMap<>();
        typed.forEach((field, value) -> {
            if (field.startsWith(FIELD)) {
                payload.put(field.substring(FIELD.length()), value);
            }
        });
        return payload;
    }
}
