package xundang.model.template;

/**
 * One thing that is wrong with a template file.
 *
 * @param file name of the file
 * @param where the item, attribute or section; empty for the file as a whole
 * @param detail the offending text or value
 */
public record TemplateFault(String file, String where, Problem problem, String detail) {
    /** What can be wrong. */
    public enum Problem {
        UNREADABLE("无法读取"),
        WRONG_FORMAT("文件格式版本不支持，可能由更新版本的程序制作"),
        MISSING_PROPERTY("缺少必填内容"),
        MISSING_LABEL("缺少中文或英文名称"),
        DUPLICATE_ID("编号重复"),
        DUPLICATE_OPTION("选项重复"),
        UNKNOWN_ATTRIBUTE("用到未声明的属性"),
        NOT_IN_CATALOGUE("台账没有这个属性"),
        AGAINST_CATALOGUE("取值不符合台账对该属性的规定"),
        UNKNOWN_ITEM("引用不存在的检查项"),
        UNKNOWN_TEMPLATE("引用不存在的模板或章节"),
        AGAINST_INCLUDED("与引用的模板不一致"),
        UNKNOWN_CATEGORY("台账没有这个类别"),
        NEVER_HOLDS("条件永远不成立"),
        UNKNOWN_PARTITION("引用未声明的分项"),
        UNKNOWN_OPTION("引用不存在的选项"),
        BAD_EXPRESSION("限值表达式有误"),
        INVERTED_RANGE("下限大于上限"),
        OVERLAPPING_RANGES("注意范围切入正常范围"),
        LIMITS_DO_NOT_FIT("限值与填写方式不符");

        private final String text;

        Problem(String text) {
            this.text = text;
        }
    }

    /** One line in Chinese for the person who writes templates. */
    public String message() {
        String place = where.isEmpty() ? file : file + " " + where;
        return detail.isEmpty() ? place + "：" + problem.text : place + "：" + problem.text + "（" + detail + "）";
    }
}
