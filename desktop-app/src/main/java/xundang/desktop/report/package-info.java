/** 打印: submitted inspections as 巡检反馈表 on paper (PDF). */
@NullMarked
package xundang.desktop.report;

import org.jspecify.annotations.NullMarked;
