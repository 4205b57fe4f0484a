package xundang.model.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xundang.model.account.Role;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;

/**
 * The fields of an inspection plan (巡检计划), record type {@code plan}: which objects, which form, how often, from when to when.
 *
 * <p>A slot is named by plan, object and time, so an edit that moves no slot (name, people, window, end) keeps what was done and missed. To change
 * the rhythm, end the plan and begin another one; otherwise its past is counted anew.
 *
 * @param name as people know it
 * @param templateId the form that is filled in
 * @param category objects of this category; absent for a plan of one object
 * @param grade objects of this inspection grade only (A, B, C); an object without a grade counts as C [D]
 * @param siteId objects of this site only; also the scope of the record
 * @param assetId this one object only
 * @param series ordinary plans of one series replace each other on an object, the most particular one counts; absent is the form's id
 * @param rhythm how often
 * @param startsOn its first day
 * @param endsOn its last day; absent while it is open
 * @param season part of each year in which it holds; absent for the whole year
 * @param purpose why it exists
 * @param priority breaks the order of {@link PlanChoice}: a higher one counts first; ordinarily 0
 * @param roles whose work it is; empty for inspectors
 * @param persons people it is given to; empty for all of the role
 * @param visit answers that an inspection must have given to count, e.g. {@code cleaning} = {@code true}
 * @param source where the rhythm comes from: {@code 002}, {@code 003}, or {@code D} for a proposal of this program
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PlanBody(
        @JsonProperty("name") String name,
        @JsonProperty("template_id") String templateId,
        @JsonProperty("category") @Nullable String category,
        @JsonProperty("grade") @Nullable String grade,
        @JsonProperty("site_id") @Nullable String siteId,
        @JsonProperty("asset_id") @Nullable AssetId assetId,
        @JsonProperty("series") @Nullable String series,
        @JsonProperty("rhythm") Rhythm rhythm,
        @JsonProperty("starts_on") LocalDate startsOn,
        @JsonProperty("ends_on") @Nullable LocalDate endsOn,
        @JsonProperty("season") @Nullable Season season,
        @JsonProperty("purpose") Purpose purpose,
        @JsonProperty("priority") int priority,

        @JsonProperty("roles") @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Role> roles,

        @JsonProperty("persons") @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<UserId> persons,

        @JsonProperty("visit") @JsonSetter(nulls = Nulls.AS_EMPTY)
        Map<String, String> visit,

        @JsonProperty("source") @Nullable String source) {

    /** What plans must have in common to replace each other. */
    public String seriesOrForm() {
        return series == null ? templateId : series;
    }

    /** Whether the plan's work is that person's. */
    public boolean isFor(Role role, UserId person) {
        boolean ofRole = roles.isEmpty() ? role == Role.INSPECTOR : roles.contains(role);
        return persons.isEmpty() ? ofRole : persons.contains(person);
    }

    /** The same plan on another first day. */
    public PlanBody startingOn(LocalDate day) {
        return new PlanBody(
                name,
                templateId,
                category,
                grade,
                siteId,
                assetId,
                series,
                rhythm,
                day,
                endsOn,
                season,
                purpose,
                priority,
                roles,
                persons,
                visit,
                source);
    }
}
