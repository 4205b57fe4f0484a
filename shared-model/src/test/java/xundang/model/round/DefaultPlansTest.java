package xundang.model.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import xundang.model.asset.CategoryCatalog;
import xundang.model.json.ModelJson;
import xundang.model.template.TemplateCatalog;

/** The plans that a new ledger begins with. */
class DefaultPlansTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @Test
    void everyDefaultPlanPassesItsOwnCheck() {
        assertThat(DefaultPlans.startingOn(DAY))
                .isNotEmpty()
                .allSatisfy(plan -> assertThat(
                                PlanCheck.check(plan.body(), TemplateCatalog.bundled(), CategoryCatalog.bundled()))
                        .as(plan.key())
                        .isEmpty());
    }

    @Test
    void everyDefaultPlanNamesItsSource() {
        assertThat(DefaultPlans.startingOn(DAY))
                .allSatisfy(plan -> assertThat(plan.body().source()).isIn("002", "003", "004", "D"));
    }

    @Test
    void aPlanIsTheSameAfterItsTripThroughARecord() {
        assertThat(DefaultPlans.startingOn(DAY)).allSatisfy(plan -> {
            String json = ModelJson.mapper().writeValueAsString(plan.body());
            assertThat(ModelJson.mapper().readValue(json, PlanBody.class)).isEqualTo(plan.body());
        });
    }
}
