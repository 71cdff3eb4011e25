package dev.penstock.ui.read.stored;

import dev.penstock.api.setting.Setting;
import dev.penstock.ui.fact.SettingFact;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A setting in force. */
@Entity
@Immutable
@IdClass(StoredSetting.Key.class)
@Table(name = "setting")
public class StoredSetting extends PanacheEntityBase {
    /** Kind, such as {@code queue}, and name within it. */
    public record Key(String kind, String name) implements Serializable {}

    @Id
    @Column(name = "kind")
    String kind;

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "value")
    String value;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    @Nullable
    String changedBy;

    @Column(name = "reason")
    @Nullable
    String reason;

    /** As a setting of that kind. */
    public <S extends Setting> SettingFact<S> fact(Class<S> type) {
        return new SettingFact<>(type.cast(Columns.json(value, Setting.class)), changedAt, changedBy, reason);
    }
}
