package dev.penstock.ui.read;

import dev.penstock.api.mask.Mask;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.fact.SettingFact;
import dev.penstock.ui.read.cover.Covers;
import dev.penstock.ui.read.stored.StoredSetting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Settings in force: queues, job types with their policies (S0.25), templates (S0.26). */
@ApplicationScoped
@Transactional
public class SettingQueries {
    private final Covers covers;

    @Inject
    public SettingQueries(Covers covers) {
        this.covers = covers;
    }

    public List<SettingFact<Setting.Type>> types() {
        return all("type", Setting.Type.class);
    }

    public List<SettingFact<Setting.Queue>> queues() {
        return all("queue", Setting.Queue.class);
    }

    public List<SettingFact<Setting.Template>> templates() {
        return all("template", Setting.Template.class);
    }

    /** All of them; what they submit may have contents that are covered. */
    public List<SettingFact<Setting.Schedule>> schedules() {
        return StoredSetting.<StoredSetting>list("kind = ?1 order by name", "schedule").stream()
                .map(schedule -> schedule.fact(Setting.Schedule.class, covers.ofMessages()))
                .toList();
    }

    /**
     * What somebody asks for who saw it covered: what they left covered stays as it is.
     *
     * @throws IllegalArgumentException with a sentence, if a covered value was moved
     */
    public Setting.Schedule restored(Setting.Schedule asked) {
        return StoredSetting.<StoredSetting>findByIdOptional(new StoredSetting.Key("schedule", asked.name()))
                .map(stored -> (Setting.Schedule) stored.restored(asked, covers.ofMessages()))
                .orElse(asked);
    }

    /** As it is, nothing covered: for those who change it, not to be shown. */
    public Optional<SettingFact<Setting.Schedule>> schedule(String name) {
        return one("schedule", name, Setting.Schedule.class);
    }

    /** How far a schedule has come; empty if no processor has said so. */
    public Optional<Setting.Firings> firings(String name) {
        return one("firings", name, Setting.Firings.class).map(SettingFact::value);
    }

    public Optional<SettingFact<Setting.Type>> type(String name) {
        return one("type", name, Setting.Type.class);
    }

    public Optional<SettingFact<Setting.Queue>> queue(String name) {
        return one("queue", name, Setting.Queue.class);
    }

    public Optional<SettingFact<Setting.Template>> template(String name) {
        return one("template", name, Setting.Template.class);
    }

    private static <S extends Setting> List<SettingFact<S>> all(String kind, Class<S> type) {
        return StoredSetting.<StoredSetting>list("kind = ?1 order by name", kind).stream()
                .map(setting -> setting.fact(type, Mask.NONE))
                .toList();
    }

    private static <S extends Setting> Optional<SettingFact<S>> one(String kind, String name, Class<S> type) {
        return StoredSetting.<StoredSetting>findByIdOptional(new StoredSetting.Key(kind, name))
                .map(setting -> setting.fact(type, Mask.NONE));
    }
}
