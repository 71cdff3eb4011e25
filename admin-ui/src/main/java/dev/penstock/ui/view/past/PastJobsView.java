package dev.penstock.ui.view.past;

import dev.penstock.ui.view.JobsView;
import dev.penstock.ui.view.OverviewView;
import dev.penstock.ui.view.Shell;
import java.util.List;

/**
 * The list of jobs as it was: without anything that could be done to them.
 *
 * @param shell the frame
 * @param asOf the banner
 * @param statuses chips that choose a status
 * @param filter what is asked for
 * @param dropped chips that take one part of the filter away
 * @param hidden chips that show what is hidden at first
 * @param table this page of jobs
 * @param matches "12 jobs", "50+ jobs"
 * @param scanned how far back this page has looked; empty if to the end
 * @param pager the pages before and after, and how many a page holds
 * @param api address of the same as JSON
 */
public record PastJobsView(
        Shell shell,
        AsOfView asOf,
        List<JobsView.StatusFilter> statuses,
        Filter filter,
        List<JobsView.Drop> dropped,
        List<OverviewView.Choice> hidden,
        JobsView.Table table,
        String matches,
        String scanned,
        JobsView.Pager pager,
        String api) {

    /**
     * What the form shows.
     *
     * @param text the whole filter in its language
     * @param problem what is wrong with it; empty if nothing
     * @param caret blanks and a caret that point at it, with a line break
     * @param at the moment, which stays as it is
     */
    public record Filter(String text, String problem, String caret, String at) {}
}
