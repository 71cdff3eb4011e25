package dev.penstock.ui.page.failure;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.fact.failure.FailureList;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.failure.FailureViews;
import dev.penstock.ui.read.WorkerQueries;
import dev.penstock.ui.read.failure.FailureQueries;
import dev.penstock.ui.read.failure.WantedFailures;
import dev.penstock.ui.read.failure.WantedFailures.Order;
import dev.penstock.ui.read.failure.WantedFailures.Span;
import dev.penstock.ui.view.OverviewView.Choice;
import dev.penstock.ui.view.failure.FailuresView;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What fails, by cause: the same failure 500 times is one line. */
@Path("/failures")
@Produces(MediaType.TEXT_HTML)
public class FailuresPage {
    private final Shells shells;
    private final FailureQueries failures;
    private final WorkerQueries workers;

    @Inject
    public FailuresPage(Shells shells, FailureQueries failures, WorkerQueries workers) {
        this.shells = shells;
        this.failures = failures;
        this.workers = workers;
    }

    @GET
    @Transactional
    @Operation(hidden = true)
    public TemplateInstance all(
            @QueryParam("span") @DefaultValue("") String span,
            @QueryParam("sort") @DefaultValue("") String sort,
            @QueryParam("show") @DefaultValue("") String show) {
        Reader reader = shells.reader();
        WantedFailures wanted = new WantedFailures(
                Span.named(span).orElse(Span.DAY), Order.named(sort).orElse(Order.COUNT), show.equals("all"));
        FailureList found = failures.list(wanted);
        int live = workers.live().size();
        return Pages.failures(new FailuresView(
                shells.shell(
                        say("{1} · Failures", counted(found.found(), "{1} group", "{1} groups")),
                        Section.FAILED,
                        "jobs"),
                spans(wanted),
                orders(wanted),
                List.of(
                        choice(say("Open"), wanted, new WantedFailures(wanted.span(), wanted.order(), false)),
                        choice(say("All"), wanted, new WantedFailures(wanted.span(), wanted.order(), true))),
                say(
                        "{1} in {2}",
                        counted(found.jobs(), "{1} failed job", "{1} failed jobs"),
                        counted(found.found(), "{1} group", "{1} groups")),
                wanted.span().spoken(),
                found.groups().stream()
                        .map(group -> FailureViews.group(group, wanted.span().spoken(), live, reader))
                        .toList(),
                found.found() > FailureList.SHOWN ? say("The first {1} are shown.", FailureList.SHOWN) : "",
                "/api/v1" + address(wanted)));
    }

    private static List<Choice> spans(WantedFailures wanted) {
        return Arrays.stream(Span.values())
                .map(span -> new Choice(
                        span.key(),
                        address(new WantedFailures(span, wanted.order(), wanted.all())),
                        span == wanted.span(),
                        span.spoken()))
                .toList();
    }

    private static List<Choice> orders(WantedFailures wanted) {
        return Arrays.stream(Order.values())
                .map(order -> choice(
                        switch (order) {
                            case COUNT -> say("Most often");
                            case LAST -> say("Last seen");
                            case FIRST -> say("First seen");
                            case JOBS -> say("Failed jobs");
                        },
                        wanted,
                        new WantedFailures(wanted.span(), order, wanted.all())))
                .toList();
    }

    private static Choice choice(String text, WantedFailures now, WantedFailures then) {
        return new Choice(text, address(then), then.equals(now), text);
    }

    private static String address(WantedFailures wanted) {
        return "/failures?span=" + wanted.span().key() + "&sort="
                + wanted.order().key() + (wanted.all() ? "&show=all" : "");
    }
}
