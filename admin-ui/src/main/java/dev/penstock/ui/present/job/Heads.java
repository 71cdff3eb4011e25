package dev.penstock.ui.present.job;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.JobView;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.OverviewView.Choice;
import java.util.Arrays;
import java.util.List;

/** What all pages of a job begin with: where it is, what it is, its tabs. */
public final class Heads {
    private Heads() {}

    /** The pages of a job (S3.24). */
    public enum Tab {
        DETAILS(english("Details"), ""),
        ATTEMPTS(english("Attempts"), "#attempts"),
        LOG(english("Log"), "/log"),
        DATA(english("Data"), "/data"),
        FAMILY(english("Family"), "/family"),
        HISTORY(english("History"), "/history");

        private final String text;
        private final String path;

        Tab(String text, String path) {
            this.text = text;
            this.path = path;
        }
    }

    /** The head; {@code list} is the address of the list that the reader came from. */
    public static JobView.Head of(JobFact job, List<JobFact> ancestors, Tab current, String list, Reader reader) {
        String href = Links.job(job.id());
        return new JobView.Head(
                list,
                ancestors.stream()
                        .map(one -> new Link(one.type() + " " + JobRows.shortId(one.id()), Links.job(one.id())))
                        .toList(),
                job.type(),
                JobRows.shortId(job.id()),
                job.id().value(),
                href,
                JobRows.chip(job, reader),
                Arrays.stream(Tab.values())
                        .map(tab -> new Choice(say(tab.text), href + tab.path, tab == current, say(tab.text)))
                        .toList());
    }
}
