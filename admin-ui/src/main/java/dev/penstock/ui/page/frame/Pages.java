package dev.penstock.ui.page.frame;

import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.BulkView;
import dev.penstock.ui.view.EditView;
import dev.penstock.ui.view.JobView;
import dev.penstock.ui.view.JobsView;
import dev.penstock.ui.view.LogsView;
import dev.penstock.ui.view.OverviewView;
import dev.penstock.ui.view.PlainView;
import dev.penstock.ui.view.Shell;
import dev.penstock.ui.view.account.AccountView;
import dev.penstock.ui.view.account.DoorView;
import dev.penstock.ui.view.account.TokensView;
import dev.penstock.ui.view.account.UsersView;
import dev.penstock.ui.view.batch.BatchesView;
import dev.penstock.ui.view.demo.ItemsView;
import dev.penstock.ui.view.failure.FailureView;
import dev.penstock.ui.view.failure.FailuresView;
import dev.penstock.ui.view.flow.QueuesView;
import dev.penstock.ui.view.flow.SchedulesView;
import dev.penstock.ui.view.flow.StatsView;
import dev.penstock.ui.view.flow.WorkersView;
import dev.penstock.ui.view.job.AttemptsView;
import dev.penstock.ui.view.job.FamilyView;
import dev.penstock.ui.view.job.HistoryView;
import dev.penstock.ui.view.job.JobDataView;
import dev.penstock.ui.view.job.JobLogView;
import dev.penstock.ui.view.mine.MineView;
import dev.penstock.ui.view.notification.NoticesView;
import dev.penstock.ui.view.operation.OperationsView;
import dev.penstock.ui.view.past.PastJobsView;
import dev.penstock.ui.view.past.PastOverviewView;
import dev.penstock.ui.view.pipeline.PipelineView;
import dev.penstock.ui.view.query.SqlView;
import dev.penstock.ui.view.setting.SettingsView;
import dev.penstock.ui.view.setting.TemplatesView;
import dev.penstock.ui.view.submit.NewJobView;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, checked against their views when the program is built. */
@CheckedTemplate(basePath = "pages")
public final class Pages {
    private Pages() {}

    public static native TemplateInstance overview(OverviewView view);

    public static native TemplateInstance jobs(JobsView view);

    public static native TemplateInstance jobspast(PastJobsView view);

    public static native TemplateInstance overviewpast(PastOverviewView view);

    public static native TemplateInstance job(JobView view);

    public static native TemplateInstance joblog(JobLogView view);

    public static native TemplateInstance jobdata(JobDataView view);

    public static native TemplateInstance jobfamily(FamilyView view);

    public static native TemplateInstance jobattempts(AttemptsView view);

    public static native TemplateInstance jobhistory(HistoryView view);

    public static native TemplateInstance confirm(PlainView.Confirm view);

    public static native TemplateInstance edit(EditView view);

    public static native TemplateInstance queues(QueuesView view);

    public static native TemplateInstance line(QueuesView.Line view);

    public static native TemplateInstance stats(StatsView view);

    public static native TemplateInstance failures(FailuresView view);

    public static native TemplateInstance failure(FailureView view);

    public static native TemplateInstance pipeline(PipelineView view);

    public static native TemplateInstance letter(PipelineView.One view);

    public static native TemplateInstance schedules(SchedulesView view);

    public static native TemplateInstance sql(SqlView view);

    public static native TemplateInstance workers(WorkersView view);

    public static native TemplateInstance worker(WorkersView.One view);

    public static native TemplateInstance bulk(BulkView.Question view);

    public static native TemplateInstance answer(BulkView.Answer view);

    public static native TemplateInstance logs(LogsView view);

    public static native TemplateInstance settings(SettingsView view);

    public static native TemplateInstance emails(TemplatesView view);

    public static native TemplateInstance operations(OperationsView.All view);

    public static native TemplateInstance operation(OperationsView.One view);

    public static native TemplateInstance myNotices(NoticesView.Mine view);

    public static native TemplateInstance notifications(NoticesView view);

    public static native TemplateInstance newJob(NewJobView view);

    public static native TemplateInstance items(ItemsView.Search view);

    public static native TemplateInstance item(ItemsView.One view);

    public static native TemplateInstance help(PlainView.Help view);

    public static native TemplateInstance keys(PlainView.Help view);

    public static native TemplateInstance problem(PlainView.Problem view);

    public static native TemplateInstance refused(Shell.Assets assets, Trouble.Said said);

    public static native TemplateInstance batches(BatchesView view);

    public static native TemplateInstance batch(BatchesView.One view);

    public static native TemplateInstance mine(MineView view);

    public static native TemplateInstance tokens(TokensView view);

    public static native TemplateInstance door(DoorView view);

    public static native TemplateInstance leaving(DoorView.Leaving view);

    public static native TemplateInstance users(UsersView view);

    public static native TemplateInstance account(AccountView view);
}
