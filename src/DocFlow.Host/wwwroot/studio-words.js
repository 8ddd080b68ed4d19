// The package carries no Chinese of its own words (only MudBlazor's): the frame puts them into Chinese as they appear.
// What people wrote is left alone: canvas, editors and code are not looked at, and elsewhere only whole phrases of the package match.
(() => {
  const words = {
    // Lists
    "Workflow definitions Editor": "流程列表", "Workflow definitions": "流程列表", "Workflow instances": "流程实例", "Workflow instance": "流程实例",
    "Bulk actions": "批量操作", "Actions": "操作", "Create workflow": "新建流程", "New workflow": "新建流程", "Import": "导入", "Export": "导出",
    "Search": "搜索", "Search on Id, Name, Description, Definition Id": "按编号、名称、说明搜索", "Search on Id, Definition Id, Definition Version Id, Correlation Id": "按实例、流程、版本、关联编号搜索",
    "Definition ID": "流程编号", "Name": "名称", "Latest version": "最新版本", "Published version": "已发布版本", "Description": "说明", "Rows Per Page": "每页行数", "Rows per page:": "每页行数：",
    "No workflow definitions found": "没有流程", "No workflow instances found": "没有流程实例", "No data available.": "没有数据。", "Loading...": "正在读取…", "Loading": "正在读取",
    "Edit": "编辑", "Delete": "删除", "Publish": "发布", "Unpublish": "取消发布", "Retract": "取消发布", "Duplicate": "复制", "Run": "运行", "Run Workflow": "运行流程", "Run workflow": "运行流程",
    "Cancel running workflow instances": "取消运行中的实例", "Cancel": "取消", "Save": "保存", "Save As": "另存为", "Close": "关闭", "Yes": "是", "No": "否", "OK": "确定", "Ok": "确定", "Add": "添加", "Apply": "应用", "Refresh": "刷新", "Refresh (Ctrl + R)": "刷新（Ctrl + R）", "View": "查看", "Clear": "清除", "Copy": "复制", "Open": "打开", "None": "无", "Unknown": "未知", "Default": "默认", "Always": "总是", "Never": "从不", "Inherit": "继承", "Include": "记录", "Exclude": "不记录", "Configuration": "按配置", "Export selected": "导出所选",
    "Definition": "流程", "Version": "版本", "Status": "状态", "Sub status": "子状态", "Sub Status": "子状态", "Has Incidents": "有异常", "Incidents": "异常", "Correlation ID": "关联编号", "Created": "创建时间", "Updated": "更新时间", "Finished": "已完成", "Last Executed": "最近执行", "Date Filters": "时间筛选", "Timestamp": "时间", "Workflow": "流程", "Workflows": "流程", "Instances": "实例", "ID": "编号", "Id": "编号", "Instance ID": "实例编号", "Workflow ID": "流程编号", "View instance": "查看实例", "View instances": "查看实例", "View definition": "查看流程", "Edit Workflow Definition": "编辑流程", "Edit workflow definition": "编辑流程", "Is Before": "早于", "Is After": "晚于", "Is on or Before": "不晚于", "Is on or After": "不早于", "Is Not": "不是", "Is": "是",
    "Running": "运行中", "Suspended": "等待办理", "Faulted": "出错", "Cancelled": "已取消", "Canceled": "已取消", "Executing": "正在执行", "Pending": "待执行", "Completed": "已完成", "Started": "已开始", "Resumed": "已继续", "Interrupted": "已中断",
    "Poll every ": "刷新间隔 ", "Pause Polling": "暂停刷新", "Enable Polling": "恢复刷新",
    // Confirmations
    "Delete workflow?": "删除流程？", "Are you sure you want to delete this workflow?": "确定删除这个流程吗？", "Delete selected workflows?": "删除所选流程？", "Are you sure you want to delete the selected workflows?": "确定删除所选的流程吗？",
    "Publish selected workflows?": "发布所选流程？", "Are you sure you want to publish the selected workflows?": "确定发布所选的流程吗？", "Unpublish selected workflows?": "取消发布所选流程？", "Are you sure you want to unpublish the selected workflows?": "确定取消发布所选的流程吗？",
    "Delete workflow instance?": "删除流程实例？", "Are you sure you want to delete this workflow instance?": "确定删除这个流程实例吗？", "Delete selected workflow instances?": "删除所选实例？", "Are you sure you want to delete the selected workflow instances?": "确定删除所选的流程实例吗？",
    "Cancel workflow instance?": "取消流程实例？", "Are you sure you want to cancel this workflow instance?": "确定取消这个流程实例吗？", "Cancel selected workflow instances?": "取消所选实例？", "Are you sure you want to cancel the selected workflow instances?": "确定取消所选的流程实例吗？", "Cancel running workflow instances?": "取消运行中的实例？", "Are you sure you want to cancel all running workflow instances of this workflow definition?": "确定取消这个流程所有运行中的实例吗？",
    "Delete this version?": "删除这个版本？", "Are you sure you want to delete this version?": "确定删除这个版本吗？", "Delete selected versions": "删除所选版本", "Are you sure you want to delete the selected versions?": "确定删除所选的版本吗？", "Delete selected input?": "删除所选输入？", "Delete selected output?": "删除所选输出？", "Delete selected variable?": "删除所选变量？", "Are you sure you want to delete the selected input?": "确定删除所选的输入吗？", "Are you sure you want to delete the selected output?": "确定删除所选的输出吗？", "Are you sure you want to delete the selected variable?": "确定删除所选的变量吗？",
    "The read-only workflows will not be affected.": "只读的流程不受影响。", "Workflow instances are being cancelled.": "正在取消流程实例。", "Include referencing workflows": "包括引用它们的流程", "Workflows that reference the selected workflow(s) will be included in the export.": "引用所选流程的流程会一并导出。",
    // Editor
    "Activities": "活动", "Activity": "活动", "Code View": "代码", "Designer view": "设计图", "Auto-save": "自动保存", "Workflow saved": "流程已保存", "Workflow published": "流程已发布", "Workflow unpublished": "流程已取消发布", "Workflow retracted": "流程已取消发布", "Workflow was already published": "流程早已发布", "Workflow published with Not Found activities": "流程已发布，其中有找不到的活动", "Successfully started workflow": "流程已开始运行", "The workflow cannot be started": "流程不能开始运行", "Successfully imported 1 workflow definition.": "已导入 1 个流程。", "No workflows were imported.": "没有导入流程。", "No workflows found to import.": "文件里没有可导入的流程。",
    "Publish workflow": "发布流程", "When you publish": "发布时", "Auto-update referencing workflows": "自动更新引用它的流程", "Unpublish the current workflow": "取消发布当前流程", "Export the current workflow as a JSON file": "把当前流程导出为 JSON 文件", "Export this version as a JSON file.": "把这个版本导出为 JSON 文件。", "Import a JSON file containing workflow data to override the current workflow's contents.": "导入 JSON 文件，覆盖当前流程的内容。", "Upload JSON and/or ZIP files containing workflow data to import.": "上传含有流程的 JSON 或 ZIP 文件。", "Export JSON": "导出 JSON", "Import JSON": "导入 JSON", "Upload Files": "上传文件",
    "Properties": "属性", "Variables": "变量", "Input": "输入", "Output": "输出", "Inputs": "输入", "Outputs": "输出", "Input/Output": "输入输出", "Version history": "版本记录", "Version History": "版本记录", "Metadata": "基本信息", "Settings": "设置", "Info": "信息", "Information": "信息", "Name*": "名称*", "The name of the workflow.": "流程的名称。", "A brief description of the workflow.": "流程的简要说明。", "Activation strategy": "启动方式", "Activation Strategy": "启动方式", "Incident handling strategy": "异常处理方式", "Incident Strategy": "异常处理方式", "Log Persistence Strategy": "日志记录方式", "Select the log persistence strategy to use for activity properties of this workflow.": "选择这个流程的活动属性怎样记入日志。", "Commit Strategy": "保存时机", "Default Strategy": "默认方式", "Default Configuration": "默认配置", "Usable as activity": "可用作活动", "Allow this workflow to be used as an activity.": "允许其他流程把这个流程当作活动使用。", "A custom activity category to assign this workflow-as-an-activity to.": "作为活动时所属的类别。", "Category": "类别", "Outcomes": "出口", "Enter a list of possible outcomes for this workflow.": "列出这个流程可能的出口。",
    "Always allow the creation of a new workflow instance.": "总是允许开始新的实例。", "Common": "常规", "Test": "试运行", "Display text": "显示名称", "Display Text": "显示名称", "The text to display in the designer.": "在设计图上显示的文字。", "The name of the activity. Named activities can be referenced by other activities.": "活动的名称，其他活动可以按名称引用它。", "A description of this activity to be displayed in the designer.": "在设计图上显示的说明。", "Show description": "显示说明", "Whether to show the description in the designer.": "是否在设计图上显示说明。", "Can start workflow": "可以启动流程", "Trigger workflow": "触发流程", "When checked, this activity can trigger this workflow.": "选中后，这个活动可以触发流程。", "Start of workflow": "流程起点", "When checked, this activity is the start of this workflow.": "选中后，流程从这个活动开始。", "Run Asynchronously": "异步执行", "Merge Mode": "汇合方式", "Node ID": "节点编号", "Type": "类型",
    "This activity does not have any input properties.": "这个活动没有输入属性。", "This activity does not have any output properties.": "这个活动没有输出属性。", "This activity does not have any common properties.": "这个活动没有常规属性。", "This activity does not have a commit strategy.": "这个活动没有保存时机的设置。", "Nothing selected": "没有选中活动", "Resilience": "重试", "Resilience Strategy": "重试方式",
    "There are currently no inputs defined.": "还没有定义输入。", "There are currently no outputs defined.": "还没有定义输出。", "There are currently no variables defined.": "还没有定义变量。", "Add variable": "添加变量", "Add input": "添加输入", "Add output": "添加输出", "Create variable": "新建变量", "Create input": "新建输入", "Create output": "新建输出", "Edit variable": "修改变量", "Edit input": "修改输入", "Edit output": "修改输出", "The name of the variable.": "变量的名称。", "Value": "值", "Default Value": "默认值", "Default value": "默认值", "Storage": "存放位置", "Is array": "是数组", "This variable is an array": "这个变量是数组", "Display name": "显示名称", "Variable": "变量", "Literal": "字面值", "Object": "对象", "Test Value": "试运行值",
    "Please enter a name for the variable.": "请填写变量名称。", "Please enter a name for the input.": "请填写输入名称。", "Please enter a name for the output.": "请填写输出名称。", "Please enter a name for the workflow.": "请填写流程名称。", "A workflow with this name already exists.": "已有同名的流程。", "The name of the new workflow.": "新流程的名称。", "The new name of the workflow.": "流程的新名称。", "A variable with this name already exists in the current scope.": "已有同名的变量。", "An input with this name already exists.": "已有同名的输入。", "Rollback to this version": "恢复到这个版本", "Use this version": "使用这个版本", "Published": "已发布", "Draft": "草稿", "Read Only": "只读", "You are running in read-only mode. Workflow operations are disabled": "现在是只读，不能改动流程", "Unable to make changes as the workflow or application is currently in read-only mode": "流程现在是只读，不能改动",
    "Zoom to fit": "适合窗口", "Zoom to fit the screen": "适合窗口", "Auto layout": "自动排列", "Center": "居中", "Edit JSON": "编辑 JSON", "View JSON": "查看 JSON", "View content": "查看内容", "Auto apply changes to editor.": "自动应用到设计图。", "Apply changes to editor.": "应用到设计图。", "Reload from editor": "从设计图重新读取", "Expand All": "全部展开", "Collapse All": "全部收起", "No activities": "没有活动", "No variables": "没有变量", "No inputs": "没有输入", "No outputs": "没有输出", "No incidents": "没有异常", "Select an activity": "选择活动", "Workflow type": "流程类型", "State machine": "状态机", "Flexible graph-based workflows.": "步骤之间可以任意连线。", "Ordered step-by-step workflows.": "步骤一个接一个。", "State and transition driven workflows.": "由状态和转换组成。", "Readonly": "只读", "Log": "日志", "Flowchart": "流程图", "Sequence": "顺序", "State Machine": "状态机", "Root": "根活动", "About": "关于", "This setting is required.": "这一项必填。", "Add case": "添加分支", "Condition": "条件", "Expression": "表达式", "Match": "匹配", "Mode": "方式",
    "A brief description of this input.": "输入的简要说明。", "A brief description of this output.": "输出的简要说明。", "A custom category by which to group this input.": "输入归入哪一类。", "A custom category by which to group this output.": "输出归入哪一类。", "The technical name of the input.": "表达式里使用的名称。", "The technical name of the output.": "表达式里使用的名称。", "The user-friendly name of this input.": "界面上显示的名称。", "The user-friendly name of this output.": "界面上显示的名称。", "This input is an array": "这个输入是数组", "This output is an array": "这个输出是数组", "UI Hint": "填写方式", "A JSON editor": "JSON 编辑器", "JSON editor": "JSON 编辑器", "A code editor": "代码编辑器", "Code editor": "代码编辑器", "A dropdown list": "下拉列表", "Dropdown": "下拉列表", "A list of checkboxes": "多选列表", "Checklist": "多选列表", "Checkbox": "复选框", "A list of radio buttons": "单选列表", "Radio list": "单选列表", "A single line of text input": "单行文字", "Single line": "单行文字", "Multi line": "多行文字", "Multiple lines of text input": "多行文字", "Multi text": "多项文字", "An input for multiple words, like a tagging input": "可填写多项文字", "A variable picker": "选择变量", "Variable picker": "选择变量", "A workflow definition picker": "选择流程", "Workflow definition picker": "选择流程", "A workflow output definition picker": "选择输出", "Output picker": "选择输出", "An outcome picker": "选择出口", "Outcome picker": "选择出口", "A checkbox": "复选框", "The ID of the variable.": "变量的编号。", "Variable ID": "变量编号", "Check this option if the variable holds an array of the selected type.": "变量存放的是一组这种类型的值时选中。", "A default value.": "没有赋值时的值。", "The test value of the variable.": "试运行时变量的值。", "Set Variable Test Value": "设置变量的试运行值", "Clears the test value of the variable.": "清除变量的试运行值。", "Clear Test Value": "清除试运行值", "Select the Start button to run the activity.": "请按“开始”试运行这个活动。", "Start": "开始", "Starting point": "起点", "Merge": "合并", "Race": "取先到的", "Stream": "逐个放行", "Cascade": "随先到的放行", "Converge": "等待全部", "When checked, the workflow will be executed asynchronously.": "选中时，流程在后台运行。", "The commit strategy to use that controls when the workflow state should be committed.": "流程的状态在什么时候保存。", "Enter the expression that will be used to determine the log persistence strategy for this property.": "用表达式决定这个属性是否记入日志。", "Enter the expression that will be used to determine the resilience strategy for this activity.": "用表达式决定这个活动出错时怎样重试。", "Strategy": "方式", "Converter": "转换", "Converter settings": "转换设置", "Converter settings must be a valid JSON object.": "转换设置应为有效的 JSON 对象。", "The configured converter is unavailable.": "所选的转换现在不能用。", "Enter a JSON object.": "请填写 JSON 对象。", "Enter a valid integer.": "请填写整数。", "Enter a valid number.": "请填写数字。", "Not usable as activity.": "不能用作活动。", "Required": "必填", "Resilient": "出错时重试", "This activity cannot be rendered because no designer is registered for its type.": "这种活动没有设计图，不能在这里显示。", "Unknown Activity": "未知活动", "Unavailable activity definition": "活动不能用", "No description is available.": "没有说明。", "Changes applied": "已应用改动", "No changes to apply": "没有要应用的改动", "Apply to all matches": "全部符合条件的实例", "Click to open a new workflow tab": "在新标签页打开流程", "Close workflow": "关闭流程", "Open designer": "打开设计图", "Vertical layout": "上下排列", "Horizontal layout": "左右排列", "Use horizontal Sequence layout": "改为左右排列", "Use vertical Sequence layout": "改为上下排列", "Move selected activity earlier": "把所选活动前移", "Move selected activity later": "把所选活动后移", "Visual designer": "设计图", "Add outcomes": "添加出口", "Add activity": "添加活动", "or drop an activity here": "或把活动拖到这里", "Edit properties": "修改属性", "View properties": "查看属性", "View description": "查看说明", "Duplicate keys are not allowed.": "键不能重复。", "Case": "情况", "True": "是", "False": "否", "Cannot update activity because the designer is read-only.": "现在是只读，不能改动活动。", "Failed to deserialize workflow definition.": "不能读取这个流程文件。", "Failed to import workflow definition:": "没有导入流程：", "Original workflow definition not found.": "没有找到原来的流程。", "Invalid schema": "不是流程文件", "Untitled": "未命名", "Server version:": "服务器版本：", "Client version:": "设计器版本：", "Could not generate a unique name.": "没有取到不重复的名称。", "The server responded with a Bad Request status code. That's all I know.": "服务器没有接受这次操作。",
    // Viewer
    "Journal": "执行日志", "Activity Executions": "活动执行", "Executions": "执行记录", "Details": "详情", "Workflow State": "流程状态", "State": "状态", "Payload": "附加数据", "Exception": "错误", "Execution Details": "执行详情", "Definition version": "流程版本", "Definition version ID": "流程版本编号", "Version ID": "版本编号", "Structured Logs": "结构化日志", "Open filtered logs": "查看日志", "Parent": "上级", "Timestamps": "时间", "Duration": "用时", "Event": "事件", "Message": "内容", "Time": "时间", "Properties:": "属性：", "Call stack": "调用链", "Activity Call Stack": "活动调用链", "Select an activity execution to view its call stack.": "选中一次执行，查看它的调用链。", "No call stack entries found for the selected activity.": "没有调用链。", "No execution selected.": "没有选中执行记录。", "No outcomes were recorded.": "没有记录出口。", "No output was recorded.": "没有记录输出。", "No state was recorded.": "没有记录状态。", "No status was recorded.": "没有记录。", "Input Properties": "输入属性", "Output Properties": "输出属性", "Retry Attempts": "重试记录", "Has Retries": "有重试", "Sub-Workflow Inputs": "子流程输入", "Sub-Workflow Outputs": "子流程输出", "Activity Instance ID": "活动实例编号", "Outcome": "出口", "Not executed": "没有执行", "Show incidents": "只看异常", "Show all": "全部显示", "Showing incidents": "正在只看异常", "Showing all events": "正在显示全部", "Show events scoped to current container": "只看当前层的事件", "Show accumulated time": "显示累计用时", "Show relative time": "显示相对用时", "Navigate to activity that caused the incident": "转到出错的活动", "Alter this instance": "修改这个实例", "Metrics": "用时", "Timing": "用时", "Copied": "已复制", "Workflow instance deleted": "流程实例已删除", "Activity Type": "活动类型",
    "Input/output": "输入输出", "Retries": "重试", "Retry Details": "重试详情", "Internal State": "内部状态", "No outcomes associated with this execution.": "这次执行没有出口。", "No output associated with this execution.": "这次执行没有输出。", "No state associated with this execution.": "这次执行没有状态。", "No information associated with this retry attempt.": "这次重试没有记录。", "Unable to load call stack.": "没有读到调用链。", "Copy Pretty": "复制（已排版）", "Pretty": "排版", "Raw": "原文", "Tabular": "表格", "Preview": "预览", "Visualizer": "查看方式", "Temporary Edit": "临时修改", "Successfully imported one instance": "已导入 1 个实例", "Error": "错误", "Alter": "修改", "One workflow is not found": "没有找到 1 个流程", "One workflow consuming a published workflow has been updated": "已更新 1 个引用它的流程", "Failed to list workflow instances due to a timeout.": "读取流程实例超时，请再试。", "Failed to list workflow instances due to a cancellation.": "没有读完流程实例，请再试。", "Operator": "条件", "Use dark theme": "深色", "Use light theme": "浅色", "Sorry, there's nothing at this address.": "这个地址没有内容。", "Not found": "没有找到",
    // Pieces of other controls
    "Settings menu": "设置", "More": "更多", "Toggle navigation": "展开或收起", "Keyboard shortcut: slash": "按 / 搜索", "Markdown supported": "支持 Markdown", "Add entry": "添加一项", "Key": "键", "Move earlier": "前移", "Move later": "后移", "No content to display.": "没有内容。", "Unauthorized": "没有权限",
  };

  // Whole sentences with something in the middle.
  const sentences = [
    [/^Failed to import 1 workflow definition: (.+)$/, "1 个流程没有导入：$1"], [/^Failed to import (\d+) workflow definitions\. Errors: (.+)$/, "$1 个流程没有导入：$2"], [/^Successfully imported (\d+) instances$/, "已导入 $1 个实例"], [/^Workflow (\d+)$/, "流程$1"],
    [/^Delete version (\d+)$/, "删除第 $1 版"], [/^(\d+) workflows are already published$/, "$1 个流程早已发布"], [/^(\d+) workflows are already unpublished$/, "$1 个流程早已取消发布"], [/^(\d+) workflows are not found$/, "没有找到 $1 个流程"], [/^(\d+) workflows consuming published workflows have been updated$/, "已更新 $1 个引用它们的流程"], [/^(\d+) consuming workflow\(s\) updated$/, "已更新 $1 个引用它的流程"],
    [/^(.+) successfully saved\.$/, "$1 已保存。"], [/^Workflow instance with ID (.+) not found\.?$/, "没有编号为 $1 的流程实例。"],
    [/^(\d+) workflow definitions? imported\.?$/, "已导入 $1 个流程。"], [/^(\d+) workflows? imported successfully\.?$/, "已导入 $1 个流程。"], [/^Successfully imported (\d+) workflow definitions\.$/, "已导入 $1 个流程。"],
    [/^Version (\d+)$/, "第 $1 版"], [/^Poll every (.+)$/, "每 $1 刷新"], [/^Server version: (.+)$/, "服务器版本：$1"], [/^Client version: (.+)$/, "设计器版本：$1"],
    [/^Choose (.+)$/, "选择 $1"], [/^Copy (.+)$/, "复制 $1"], [/^(.+) copied$/, "已复制 $1"],
    [/^One workflow is published$/, "已发布 1 个流程"], [/^One workflow is unpublished$/, "已取消发布 1 个流程"], [/^One workflow is already published$/, "1 个流程早已发布"], [/^One workflow is already unpublished$/, "1 个流程早已取消发布"],
    [/^(\d+) workflows are published$/, "已发布 $1 个流程"], [/^(\d+) workflows are unpublished$/, "已取消发布 $1 个流程"],
  ];
  // What the package itself writes beside an exit on the canvas; the exits of our own activities have Chinese names.
  const exits = {
    "Done": "完成", "Default": "其他", "True": "是", "False": "否", "Pass": "通过", "Failed to connect": "连接失败", "Timeout": "超时", "Unmatched status code": "其他状态码",
    "Request too large": "请求过大", "File too large": "文件过大", "Invalid file extension": "扩展名不符", "Invalid file MIME type": "内容类型不符",
  };
  const ends = [["Started", "开始"], ["Completed", "完成"], ["Faulted", "出错"], ["Canceled", "取消"], ["Cancelled", "取消"], ["Suspended", "等待"], ["Resumed", "继续"]];
  const code = ".monaco-editor, pre, code, textarea, script, style, #opening";
  const left = `.x6-graph, .x6-graph-svg, .react-flow__renderer, ${code}`;
  const attributes = ["placeholder", "title", "aria-label"];

  function put(text) {
    const phrase = text.trim();
    if (!phrase || phrase.length > 200) return text;
    const found = Object.hasOwn(words, phrase) ? words[phrase] : sentences.reduce((made, [from, to]) => made ?? (from.test(phrase) ? phrase.replace(from, to) : null), null);
    return found === null ? text : text.replace(phrase, () => found);
  }

  // "拟稿 - Completed" in the journal.
  function putEnding(text) {
    for (const [from, to] of ends) if (text.endsWith(` - ${from}`)) return `${text.slice(0, -from.length)}${to}`;
    return text;
  }

  function translateExit(node) {
    const made = Object.hasOwn(exits, node.data) ? exits[node.data] : node.data;
    if (made !== node.data) node.data = made;
  }

  function translateText(node) {
    if (!node.parentElement) return;
    if (node.parentElement.closest(".x6-port-label")) return translateExit(node);
    if (node.parentElement.closest(left)) return;
    const made = putEnding(put(node.data));
    if (made !== node.data) node.data = made;
  }

  function translateElement(element) {
    if (element.closest(left)) return;
    for (const name of attributes) {
      const text = element.getAttribute(name);
      if (text === null) continue;
      const made = put(text);
      if (made !== text) element.setAttribute(name, made);
    }
  }

  function translateAll(root) {
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE || root.matches(code)) return;
    translateElement(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.nodeType === Node.TEXT_NODE) translateText(walker.currentNode);
      else translateElement(walker.currentNode);
    }
  }

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translateAll);
      else if (change.type === "characterData") translateText(change.target);
      else translateElement(change.target);
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes });
})();
