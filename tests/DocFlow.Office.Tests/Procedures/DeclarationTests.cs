using DocFlow.Office.Procedures;

namespace DocFlow.Office.Tests.Procedures;

/// <summary>What a declaration may say, and each mistake in it with its place and reason (docs/procedures.md).</summary>
public sealed class DeclarationTests
{
    private const string D = "customProperties.docflow.";
    private const string P = "$.customProperties.docflow";

    [Fact]
    public void A_whole_declaration_is_read()
    {
        var (procedure, problems) = Declaration.Whole();

        Assert.Empty(problems);
        Assert.Equal(("borrow-room", "会议室借用", "内务", "云借", "subject"), (procedure!.Id, procedure.Title, procedure.Group, procedure.NumberCode, procedure.TitleField));
        Assert.Equal([FieldType.Text, FieldType.Date, FieldType.Number, FieldType.Choice, FieldType.Person, FieldType.Unit, FieldType.LongText, FieldType.File, FieldType.Table, FieldType.LongText], procedure.Fields.Select(field => field.Type));
        Assert.Equal(["title", "field:people", "step:审核.opinion", "document:number"], procedure.Register!.Columns.Select(column => column.From));
        Assert.Equal(new ProcedureMatrix("units", "room"), procedure.Matrix);
        Assert.True(procedure.HasForm);
    }

    [Fact]
    public void A_definition_without_a_declaration_is_no_procedure() =>
        Assert.Equal((null, 0), Declaration.Whole(json => Declaration.Set(json, "customProperties", null)) is var read ? (read.Procedure, read.Problems.Count) : default);

    [Theory]
    [InlineData("customProperties.docflow", "[]", P, "应是一个 JSON 对象")]
    [InlineData(D + "titel", "\"x\"", P + ".titel", "不认识的属性“titel”")]
    [InlineData(D + "title", null, P + ".title", "必须填写")]
    [InlineData(D + "title", "\"\"", P + ".title", "应是不空的文字")]
    [InlineData(D + "title", "\"一二三四五六七八九十一二三四五六七八九十一\"", P + ".title", "有21个字符，超过上限20")]
    [InlineData(D + "group", "7", P + ".group", "应是不空的文字")]
    [InlineData(D + "procedure", "\"other\"", P + ".procedure", "与 definitionId“borrow-room”不同")]
    [InlineData(D + "starters", "\"全体\"", P + ".starters", "应是一个 JSON 数组")]
    [InlineData(D + "starters.0", "\"综合科\"", P + ".starters[0]", "请写成“单位/岗位”")]
    [InlineData(D + "readers.0", "3", P + ".readers[0]", "应是不空的文字")]
    [InlineData(D + "sheet", "1", P + ".sheet", "应是不空的文字")]
    [InlineData(D + "number", "\"云借\"", P + ".number", "应是一个 JSON 对象")]
    [InlineData(D + "number.code", null, P + ".number.code", "必须填写")]
    [InlineData(D + "number.year", "2026", P + ".number.year", "不认识的属性“year”")]
    [InlineData(D + "titleField", null, P + ".titleField", "须写明哪个字段作事项的标题")]
    [InlineData(D + "titleField", "\"day\"", P + ".titleField", "须是登记表单中必填的单行文字字段")]
    [InlineData(D + "titleField", "\"nobody\"", P + ".titleField", "不能作标题")]
    [InlineData(D + "fields", "{}", P + ".fields", "应是一个 JSON 数组")]
    [InlineData(D + "fields.0", "\"subject\"", P + ".fields[0]", "应是一个 JSON 对象")]
    [InlineData(D + "fields.1.key", null, P + ".fields[1].key", "必须填写")]
    [InlineData(D + "fields.1.key", "\"日期\"", P + ".fields[1].key", "须以英文字母开头")]
    [InlineData(D + "fields.1.key", "\"subject\"", P + ".fields[1].key", "字段“subject”重复")]
    [InlineData(D + "fields.0.label", null, P + ".fields[0].label", "必须填写")]
    [InlineData(D + "fields.0.type", null, P + ".fields[0].type", "必须填写")]
    [InlineData(D + "fields.0.type", "\"money\"", P + ".fields[0].type", "没有字段类型“money”")]
    [InlineData(D + "fields.0.type", "\"3\"", P + ".fields[0].type", "没有字段类型“3”")]
    [InlineData(D + "fields.0.required", "\"yes\"", P + ".fields[0].required", "应是 true 或 false")]
    [InlineData(D + "fields.0.maxLength", "0", P + ".fields[0].maxLength", "应是1至20000的整数")]
    [InlineData(D + "fields.1.maxLength", "5", P + ".fields[1].maxLength", "只有文字字段可以写“maxLength”")]
    [InlineData(D + "fields.0.pattern", "\"(\"", P + ".fields[0].pattern", "不是可用的正则表达式")]
    [InlineData(D + "fields.0.pattern", "\"(?=a)a\"", P + ".fields[0].pattern", "不支持回溯引用和环视")]
    [InlineData(D + "fields.6.pattern", "\"a\"", P + ".fields[6].pattern", "只有单行文字字段可以写“pattern”")]
    [InlineData(D + "fields.2.min", "300", P + ".fields[2].min", "最小值300大于最大值200")]
    [InlineData(D + "fields.2.max", "\"many\"", P + ".fields[2].max", "应是数字")]
    [InlineData(D + "fields.1.min", "\"2026-13-01\"", P + ".fields[1].min", "应是日期，写成 yyyy-MM-dd")]
    [InlineData(D + "fields.0.min", "1", P + ".fields[0].min", "只有数字、日期和时间字段可以写“min”")]
    [InlineData(D + "fields.2.decimals", "9", P + ".fields[2].decimals", "应是0至4的整数")]
    [InlineData(D + "fields.0.decimals", "2", P + ".fields[0].decimals", "只有数字字段可以写“decimals”")]
    [InlineData(D + "fields.3.options", "[]", P + ".fields[3].options", "选择字段须列出选项")]
    [InlineData(D + "fields.3.options.1", "\"一号\"", P + ".fields[3].options[1]", "选项“一号”重复")]
    [InlineData(D + "fields.3.options.1", "\"二,三\"", P + ".fields[3].options[1]", "不能含半角逗号")]
    [InlineData(D + "fields.0.options", "[\"a\"]", P + ".fields[0].options", "只有选择字段可以写“options”")]
    [InlineData(D + "fields.3.default", "\"五号\"", P + ".fields[3].default", "没有选项“五号”")]
    [InlineData(D + "fields.4.default", "\"x\"", P + ".fields[4].default", "人员、单位、文件和表格字段不能有默认值")]
    [InlineData(D + "fields.0.multiple", "true", P + ".fields[0].multiple", "只有人员、单位和选择字段可以写“multiple”")]
    [InlineData(D + "fields.0.prefill", "\"sender\"", P + ".fields[0].prefill", "“sender”无法识别")]
    [InlineData(D + "fields.0.prefill", "\"duties\"", P + ".fields[0].prefill", "只有表格可以取来源公文的任务句")]
    [InlineData(D + "fields.7.prefill", "\"title\"", P + ".fields[7].prefill", "文件字段不能取自来源")]
    [InlineData(D + "fields.8.prefill", "\"title\"", P + ".fields[8].prefill", "表格只能取自来源公文的任务句（duties）或来源事项的表格")]
    [InlineData(D + "fields.0.prefill", "\"duties\"", P + ".fields[0].prefill", "只有表格可以取来源公文的任务句（duties）")]
    [InlineData(D + "fields.0.colour", "\"red\"", P + ".fields[0].colour", "不认识的属性“colour”")]
    [InlineData(D + "form.0", "\"nobody\"", P + ".form[0]", "没有字段“nobody”")]
    [InlineData(D + "form.+", "\"day\"", P + ".form[4]", "字段“day”在表单中重复")]
    [InlineData(D + "form", null, P + ".form", "有字段而没有登记表单")]
    [InlineData("root.activities.0.escalation", """{"expression":{"type":"Literal","value":"1 分管领导\n三 主任"}}""", "$.root.activities[0].escalation", "逐级上报“三 主任”无法识别")]
    [InlineData("root.activities.0.escalation", """{"expression":{"type":"Literal","value":"0 分管领导"}}""", "$.root.activities[0].escalation", "逐级上报“0 分管领导”无法识别")]
    [InlineData("root.activities.0.escalation", """{"expression":{"type":"Literal","value":"2 field:nobody"}}""", "$.root.activities[0].escalation", "没有字段“nobody”")]
    [InlineData("root.activities.+", """{"id":"d","type":"DocFlow.Call","escalation":{"expression":{"type":"Literal","value":"2 分管领导"}}}""", "$.root.activities[3].escalation", "没有逐级上报")]
    [InlineData(D + "deadline", "{}", P + ".deadline", "须写明 workingDays、dateField、daysField 或 byField 中的一项")]
    [InlineData(D + "deadline.workingDays", "0", P + ".deadline.workingDays", "应是1至500的整数")]
    [InlineData(D + "deadline.dateField", "\"nobody\"", P + ".deadline.dateField", "没有字段“nobody”")]
    [InlineData(D + "deadline.dateField", "\"room\"", P + ".deadline.dateField", "须是单个的日期字段")]
    [InlineData(D + "deadline.daysField", "\"day\"", P + ".deadline.daysField", "须是单个的数字字段")]
    [InlineData(D + "deadline.byField", "\"day\"", P + ".deadline.byField", "须是单个的选择字段")]
    [InlineData(D + "deadline.byChoice", "{}", P + ".deadline.byChoice", "须写明各选项的工作日数")]
    [InlineData(D + "deadline.byChoice.五号", "3", P + ".deadline.byChoice.五号", "不认识的属性“五号”")]
    [InlineData(D + "deadline.byChoice.一号", "\"三天\"", P + ".deadline.byChoice.一号", "应是1至500的整数")]
    [InlineData(D + "lights.yellowWorkingDays", "-1", P + ".lights.yellowWorkingDays", "应是0至60的整数")]
    [InlineData(D + "register.name", null, P + ".register.name", "必须填写")]
    [InlineData(D + "register.columns", "[]", P + ".register.columns", "台账须有1至30列")]
    [InlineData(D + "register.columns.0", "\"文种\"", P + ".register.columns[0]", "应是一个 JSON 对象")]
    [InlineData(D + "register.columns.0.title", null, P + ".register.columns[0].title", "必须填写")]
    [InlineData(D + "register.columns.0.from", null, P + ".register.columns[0].from", "必须填写")]
    [InlineData(D + "register.columns.0.from", "\"colour\"", P + ".register.columns[0].from", "没有“colour”")]
    [InlineData(D + "register.columns.0.from", "\"field:nobody\"", P + ".register.columns[0].from", "没有字段“nobody”")]
    [InlineData(D + "register.columns.0.from", "\"step:签发.opinion\"", P + ".register.columns[0].from", "没有名为“签发”的步骤")]
    [InlineData(D + "register.columns.0.from", "\"step:审核\"", P + ".register.columns[0].from", "应写成 step:步骤名.内容")]
    [InlineData(D + "register.columns.0.from", "\"document:colour\"", P + ".register.columns[0].from", "公文没有“colour”")]
    [InlineData(D + "register.columns.0.total", "true", P + ".register.columns[0].total", "只有数字字段的列可以合计")]
    [InlineData(D + "register.columns.0.width", "999", P + ".register.columns[0].width", "应是1至200的整数")]
    [InlineData(D + "register.period", "\"week\"", P + ".register.period", "没有周期“week”")]
    [InlineData(D + "matrix.rows", "\"nobody\"", P + ".matrix.rows", "没有字段“nobody”")]
    [InlineData(D + "matrix.columns", "\"people\"", P + ".matrix.columns", "不能作完成情况表的行或列")]
    [InlineData(D + "fields.8.columns", null, P + ".fields[8].columns", "表格字段须列出各列")]
    [InlineData(D + "fields.8.columns.0.type", "\"file\"", P + ".fields[8].columns", "列“排”不能是文件或表格")]
    [InlineData(D + "fields.8.columns.1.key", "\"row\"", P + ".fields[8].columns[1].key", "字段“row”重复")]
    [InlineData(D + "fields.0.columns", "[{\"key\":\"a\",\"label\":\"a\",\"type\":\"text\"}]", P + ".fields[0].columns", "只有表格字段可以写“columns”")]
    [InlineData(D + "incoming.number", "\"day\"", P + ".incoming.number", "“day”须是不限阅的单行文字字段")]
    [InlineData(D + "incoming.sender", null, P + ".incoming.sender", "必须填写")]
    [InlineData("root.activities.2.field.expression.value", "\"seats.nobody\"", "$.root.activities[2].field", "没有字段“seats.nobody”")]
    [InlineData("root.activities.2.field.expression.value", "\"room\"", "$.root.activities[2].field", "不能按它分解")]
    [InlineData("root.activities.2.procedure", "{\"expression\":{\"type\":\"Literal\",\"value\":\"borrow-room\"}}", "$.root.activities[2].procedure", "不能分解为本流程自身")]
    [InlineData("root.activities.0.whenNobody", "{\"expression\":{\"type\":\"Literal\",\"value\":\"随便\"}}", "$.root.activities[0].whenNobody", "可选：略过并注明、停住并说明、交给上级")]
    [InlineData("root.activities.+", "{\"id\":\"s\",\"type\":\"DocFlow.Sign\",\"whenNobody\":{\"expression\":{\"type\":\"Literal\",\"value\":\"交给上级\"}}}", "$.root.activities[3].whenNobody", "签发权、用印权属于岗位")]
    [InlineData("root.activities.0.personField", "{\"expression\":{\"type\":\"Literal\",\"value\":\"room\"}}", "$.root.activities[0].personField", "须是不限阅的单个人员字段")]
    [InlineData("root.activities.0.post.expression.value", "\"field:seats.words\"", "$.root.activities[0].post", "不是人员或单位字段")]
    [InlineData(D + "fields.+", "{\"key\":\"at\",\"label\":\"时\",\"type\":\"time\",\"min\":\"8:00\"}", P + ".fields[10].min", "写成 HH:mm")]
    [InlineData(D + "fields.+", "{\"key\":\"at\",\"label\":\"时\",\"type\":\"time\",\"min\":\"18:00\",\"max\":\"08:00\"}", P + ".fields[10].min", "最小值18:00大于最大值08:00")]
    [InlineData(D + "schedule", "{\"date\":\"day\",\"start\":\"subject\",\"end\":\"subject\",\"room\":\"room\"}", P + ".schedule.start", "须是不限阅的时间字段")]
    [InlineData(D + "schedule", "{\"table\":\"notes\",\"title\":\"words\",\"date\":\"day\",\"start\":\"a\",\"end\":\"b\"}", P + ".schedule.table", "不是表格字段")]
    [InlineData(D + "schedule", "{\"date\":\"day\",\"start\":\"a\",\"end\":\"b\"}", P + ".schedule.room", "须写明哪个字段是会议室")]
    [InlineData(D + "schedule", "{\"date\":\"day\",\"start\":\"a\",\"end\":\"b\",\"room\":\"room\",\"unless\":{\"field\":\"room\",\"value\":\"九号\"}}", P + ".schedule.unless.value", "没有选项“九号”")]
    [InlineData("root.activities.2.intoField.expression.value", "\"\"", "$.root.activities[2].intoField", "须写明新事项中写入该单位或人员的字段")]
    [InlineData(D + "documents.0", "\"借用通知\"", P + ".documents[0]", "应是一个 JSON 对象")]
    [InlineData(D + "documents.0.name", null, P + ".documents[0].name", "必须填写")]
    [InlineData(D + "documents.0.template", "\"../keys\"", P + ".documents[0].template", "应写成“文种/名称”")]
    [InlineData(D + "documents.0.numberCode", "\"云借\"", P + ".documents[0].matterNumber", "就不再另编文号")]
    [InlineData(D + "documents.1.name", "\"借用通知\"", P + ".documents[1].name", "文书“借用通知”重复")]
    [InlineData(D + "number", null, P + ".documents[0].matterNumber", "事项没有编号")]
    [InlineData(D + "documents.0.seal", "\"是\"", P + ".documents[0].seal", "应是 true 或 false")]
    [InlineData(D + "documents.0.seal", "true", P + ".documents[0].seal", "文书“借用通知”须用印，却没有步骤为它“文书用印”")]
    [InlineData("root.activities.+", "{\"id\":\"s\",\"type\":\"DocFlow.SealPaper\",\"document\":{\"expression\":{\"type\":\"Literal\",\"value\":\"借用通知\"}}}", "$.root.activities[3].document", "文书“借用通知”没有写明须用印")]
    [InlineData("root.activities.+", "{\"id\":\"s\",\"type\":\"DocFlow.Produce\",\"document\":{\"expression\":{\"type\":\"Literal\",\"value\":\"借用通知\"}},\"sealLater\":{\"expression\":{\"type\":\"Literal\",\"value\":true}}}", "$.root.activities[3].document", "文书“借用通知”没有写明须用印")]
    [InlineData(D + "reports", "{}", P + ".reports", "应是一个 JSON 数组")]
    [InlineData(D + "reports", "[1]", P + ".reports[0]", "应是一个 JSON 对象")]
    [InlineData(D + "reports", "[{\"name\":\"专报\",\"template\":\"../keys\"}]", P + ".reports[0].template", "应写成“文种/名称”")]
    [InlineData(D + "reports", "[{\"template\":\"report/room\"}]", P + ".reports[0].name", "必须填写")]
    [InlineData(D + "reports", "[{\"name\":\"专报\",\"template\":\"report/room\"},{\"name\":\"专报\",\"template\":\"report/room\"}]", P + ".reports[1].name", "专报“专报”重复")]
    [InlineData(D + "reports", "[{\"name\":\"专报\",\"template\":\"report/room\",\"by\":[\"hidden\"]}]", P + ".reports[0].by[0]", "须是不限阅的字段")]
    [InlineData(D + "reports", "[{\"name\":\"专报\",\"template\":\"report/room\",\"by\":[\"room\"]}]", P + ".reports[0].by[0]", "须是台账的一列")]
    [InlineData(D + "reports", "[{\"name\":\"专报\",\"template\":\"report/room\",\"colour\":\"红\"}]", P + ".reports[0].colour", "不认识的属性“colour”")]
    [InlineData(D + "duty", "[]", P + ".duty", "应是一个 JSON 对象")]
    [InlineData(D + "duty", "{\"frequency\":\"room\"}", P + ".duty.answer", "必须填写")]
    [InlineData(D + "duty", "{\"answer\":\"hidden\"}", P + ".duty.answer", "须是不限阅的文字字段")]
    [InlineData(D + "duty", "{\"answer\":\"subject\",\"frequency\":\"day\"}", P + ".duty.frequency", "须是不限阅的选择字段")]
    [InlineData(D + "duty", "{\"answer\":\"subject\",\"unit\":\"units\"}", P + ".duty.unit", "不认识的属性“unit”")]
    [InlineData("root.activities.0.letter.expression.value", "\"催办函\"", "$.root.activities[0].letter", "没有文书“催办函”")]
    [InlineData("root.activities.0.fields.expression.value", "\"nobody\"", "$.root.activities[0].fields", "没有字段“nobody”")]
    [InlineData("root.activities.0.fields.expression.value", "\"同意：notes\"", "$.root.activities[0].fields", "没有按钮“同意”")]
    [InlineData("root.activities.0.post.expression.value", "\"field:nobody\"", "$.root.activities[0].post", "没有字段“nobody”")]
    [InlineData("root.activities.0.post.expression.value", "\"field:day\"", "$.root.activities[0].post", "不是人员或单位字段")]
    [InlineData(D + "fields.6.restrictedTo", "\"host\"", P + ".fields[6].restrictedTo", "应是一个 JSON 数组")]
    [InlineData(D + "fields.6.restrictedTo", "[\"全体\"]", P + ".fields[6].restrictedTo[0]", "“全体”无法识别")]
    [InlineData(D + "fields.6.restrictedTo", "[\"登记人\",\"综合科/*\"]", P + ".fields[6].restrictedTo[1]", "“综合科/*”无法识别")]
    [InlineData(D + "fields.6.restrictedTo", "[\"综合科/科员\"]", P + ".fields[6].restrictedTo", "不能只有保管岗位")]
    [InlineData(D + "fields.6.restrictedTo", "[\"field:day\"]", P + ".fields[6].restrictedTo[0]", "须是不限阅的人员字段")]
    [InlineData(D + "fields.0.restrictedTo", "[\"登记人\"]", P + ".titleField", "不能作标题")]
    [InlineData(D + "fields.1.restrictedTo", "[\"登记人\"]", P + ".deadline", "期限不能按限阅字段")]
    [InlineData(D + "fields.2.restrictedTo", "[\"登记人\"]", P + ".register.columns[1].total", "不能合计")]
    [InlineData(D + "fields.3.restrictedTo", "[\"登记人\"]", P + ".matrix", "不能作完成情况表的行或列")]
    [InlineData(D + "fields.3.restrictedTo", "[\"登记人\"]", P + ".fields[3]", "不能有“default”或“prefill”")]
    [InlineData(D + "fields.4.restrictedTo", "[\"登记人\"]", "$.root.activities[0].post", "限阅字段“host”不能作办理人")]
    [InlineData(D + "fields.8.restrictedTo", "[\"登记人\"]", P + ".fields[8].type", "表格字段“座次”不能限阅")]
    [InlineData(D + "fields.8.columns.2.restrictedTo", "[\"登记人\"]", P + ".fields[8].columns", "列“说明”不能是文件或表格，也不能限阅")]
    [InlineData("root.activities.0.daysField", "{\"expression\":{\"type\":\"Literal\",\"value\":\"hidden\"}}", "$.root.activities[0].daysField", "不能由流程读写")]
    [InlineData(D + "fields.0.list", "\"negative-list\"", P + ".fields[0].list", "只有没有“options”的选择字段可以写“list”")]
    [InlineData(D + "fields.3.list", "\"negative-list\"", P + ".fields[3].list", "只有没有“options”的选择字段可以写“list”")]
    [InlineData(D + "description", "7", P + ".description", "应是不空的文字")]
    [InlineData(D + "keepsAll", "\"yes\"", P + ".keepsAll", "应是 true 或 false")]
    [InlineData(D + "raises", "[]", P + ".raises", "应是不空的文字")]
    [InlineData(D + "measures", "{}", P + ".measures", "应是一个 JSON 数组")]
    [InlineData(D + "repeal", "7", P + ".repeal", "应是一个 JSON 对象")]
    [InlineData(D + "repeal", "{\"number\":\"subject\",\"value\":\"一号\"}", P + ".repeal.conclusion", "必须填写")]
    [InlineData(D + "repeal", "{\"number\":\"day\",\"conclusion\":\"room\",\"value\":\"一号\"}", P + ".repeal.number", "须是不限阅的单行文字字段")]
    [InlineData(D + "repeal", "{\"number\":\"subject\",\"conclusion\":\"nobody\",\"value\":\"一号\"}", P + ".repeal.conclusion", "须是不限阅的单个选择字段")]
    [InlineData(D + "repeal", "{\"number\":\"subject\",\"conclusion\":\"room\",\"value\":\"九号\"}", P + ".repeal.value", "没有选项“九号”")]
    [InlineData(D + "awaits", "7", P + ".awaits", "应是一个 JSON 对象")]
    [InlineData(D + "awaits", "{\"number\":\"subject\",\"reply\":\"subject\"}", P + ".awaits.from", "必须填写")]
    [InlineData(D + "awaits", "{\"number\":\"notes\",\"from\":\"subject\",\"reply\":\"subject\"}", P + ".awaits.number", "须是登记表单中不限阅的单行文字字段")]
    [InlineData(D + "awaits", "{\"number\":\"subject\",\"from\":\"host\",\"reply\":\"subject\"}", P + ".awaits.from", "须是登记表单中不限阅的单行文字字段")]
    [InlineData(D + "awaits", "{\"number\":\"subject\",\"from\":\"subject\",\"by\":\"room\",\"reply\":\"subject\"}", P + ".awaits.by", "须是登记表单中不限阅的日期字段")]
    [InlineData(D + "awaits", "{\"number\":\"subject\",\"from\":\"subject\",\"reply\":\"hidden\"}", P + ".awaits.reply", "须是不限阅的单行文字字段")]
    [InlineData(D + "awaits", "{\"number\":\"subject\",\"from\":\"subject\",\"reply\":\"subject\",\"who\":\"x\"}", P + ".awaits.who", "不认识的属性")]
    [InlineData(D + "help", "\"点一下\"", P + ".help", "应是一个 JSON 对象")]
    [InlineData(D + "help", "{\"sources\":[\"制度\"]}", P + ".help.steps", "须写明办理步骤")]
    [InlineData(D + "help", "{\"steps\":[\"登记\"]}", P + ".help.sources", "须写明依据")]
    [InlineData(D + "help", "{\"steps\":[\"<b>登记</b>\"],\"sources\":[\"制度\"]}", P + ".help.steps[0]", "不能含尖括号")]
    [InlineData(D + "help", "{\"steps\":[\"登记\"],\"sources\":[\"制度\"],\"links\":[]}", P + ".help.links", "不认识的属性")]
    [InlineData(D + "coverage", "{\"who\":\"host\",\"whom\":\"units\",\"on\":\"day\",\"alert\":\"未谈\",\"pairs\":[{\"who\":\"分管领导\"}]}", P + ".coverage.whom", "须是单个的、不限阅的人员字段")]
    [InlineData(D + "coverage", "{\"who\":\"host\",\"whom\":\"host\",\"on\":\"room\",\"alert\":\"未谈\",\"pairs\":[{\"who\":\"分管领导\"}]}", P + ".coverage.on", "须是单个的、不限阅的日期字段")]
    [InlineData(D + "coverage", "{\"who\":\"host\",\"whom\":\"host\",\"on\":\"day\",\"alert\":\"未谈\",\"pairs\":[]}", P + ".coverage.pairs", "须写明谁与谁")]
    [InlineData(D + "coverage", "{\"who\":\"host\",\"whom\":\"host\",\"on\":\"day\",\"alert\":\"未谈\",\"pairs\":[{\"who\":\"领导\"}]}", P + ".coverage.pairs[0].who", "“领导”无法识别")]
    [InlineData(D + "coverage", "{\"who\":\"host\",\"whom\":\"host\",\"on\":\"day\",\"alert\":\"未谈\",\"pairs\":[{\"who\":\"分管领导\",\"whom\":[\"综合科/*\"]}]}", P + ".coverage.pairs[0].whom", "不再写“whom”")]
    [InlineData(D + "coverage", "{\"who\":\"host\",\"whom\":\"host\",\"on\":\"day\",\"alert\":\"未谈\",\"pairs\":[{\"who\":\"综合科/科长\"}]}", P + ".coverage.pairs[0].whom", "须写明另一方")]
    [InlineData("root.activities.0.type", "\"DocFlow.Branch\"", "$.root.activities[0].field", "须是单个的选择字段")]
    [InlineData("root.activities.1.type", "\"Elsa.End\"", "$.root.activities", "缺少“归档”步骤")]
    public void Each_mistake_is_named_with_its_place_and_reason(string at, string? value, string path, string reason)
    {
        var (procedure, problems) = Declaration.Whole(json => Declaration.Set(json, at, value));

        Assert.Null(procedure);
        Assert.Contains(problems, problem => problem.Path == path && problem.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_matrix_without_columns_needs_a_period()
    {
        var problems = Declaration.Read(json =>
        {
            Declaration.Set(json, D + "matrix.columns", null);
            Declaration.Set(json, D + "register.period", null);
        });

        Assert.Equal(P + ".matrix.columns", Assert.Single(problems).Path);
    }
}
